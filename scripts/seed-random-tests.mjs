// Loaded before each test: what is drawn at random comes from one seed, so that a change that is red
// is red for what it changed, and green again tomorrow. `AFTERGLOW_SEED=random` looks elsewhere.
import fc from 'fast-check';

const FIXED = 20_261_129;
const asked = process.env.AFTERGLOW_SEED ?? String(FIXED);

if (asked !== 'random') {
  const seed = Number(asked);
  if (!Number.isSafeInteger(seed)) {
    throw new Error(`AFTERGLOW_SEED is "${asked}". Give an integer, or "random".`);
  }
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}

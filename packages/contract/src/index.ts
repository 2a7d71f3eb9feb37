/**
 * What is said: the schemas and types of everything that crosses a border of Afterglow.
 * Pages import types from here and values from `./routes`, `./errors`, `./languages`,
 * `./logo-address` and `./tag-prefix`, which hold no zod.
 */
export * from './primitives.js';
export * from './logo.js';
export * from './program.js';
export * from './event.js';
export * from './ledger.js';
export * from './package.js';
export * from './claim.js';
export * from './correction.js';
export * from './checkout.js';
export * from './referral.js';
export * from './review.js';
export * from './member.js';
export * from './member-export.js';
export * from './merge.js';
export * from './session.js';
export * from './clock.js';
export * from './preferences.js';
export * from './profile.js';
export * from './page.js';
export * from './simulation.js';
export * from './errors.js';
export * from './routes.js';
export { replayedRoutes } from './replayed.js';
export { schemas } from './schemas.js';

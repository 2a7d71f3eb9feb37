/** Something that must hold and does not: the finding of a run. */
export class Difference extends Error {
  override readonly name = 'Difference';
}

/** Throws {@link Difference} unless the claim holds. */
export function holds(claim: boolean, what: () => string): void {
  if (!claim) throw new Difference(what());
}

/** Throws {@link Difference} unless both are the same JSON; of lists it shows where they part. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  if (!Array.isArray(actual) || !Array.isArray(expected))
    throw new Difference(`${what} differs:${shown(actual, expected)}`);

  const at = Array.from({ length: Math.max(actual.length, expected.length) }).findIndex(
    (_, index) => JSON.stringify(actual[index]) !== JSON.stringify(expected[index]),
  );
  throw new Difference(
    `${what} differs at ${at} of ${actual.length}, expected ${expected.length}:` +
      shown(actual[at], expected[at]),
  );
}

const shown = (actual: unknown, expected: unknown) =>
  `\n    seen     ${short(actual)}\n    expected ${short(expected)}`;

const short = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 1_500 ? `${text.slice(0, 1_500)} …` : text;
};

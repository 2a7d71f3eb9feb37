import fc from 'fast-check'; // eslint-disable-line afterglow/import-direction -- laws/ is for tests and not part of the package
import type { KnownBirthday } from '../account.js';
import { addDays } from '../calendar.js';

/** One thing that is said, and days since what was said before. */
const telling = fc.record({
  on: fc.constantFrom('01-03', '02-29', '03-10', '09-20', '12-24', null),
  days: fc.oneof(fc.constantFrom(0, 1, 120), fc.integer({ min: 0, max: 400 })),
});

/** All that somebody says of a birthday: typed, changed, taken away, typed again; often nothing. */
export const toldBirthdays: fc.Arbitrary<readonly KnownBirthday[]> = fc
  .array(telling, { maxLength: 4 })
  .map((tellings) => {
    let toldOn = '2026-01-01';
    const told: KnownBirthday[] = [];
    for (const { on, days } of tellings) {
      toldOn = addDays(toldOn, days);
      // Nothing is kept that says the same again.
      if (on !== (told.at(-1)?.on ?? null)) told.push({ on, toldOn });
    }
    return told;
  });

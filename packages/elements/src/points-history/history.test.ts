import { expect } from '@open-wc/testing';
import { madeEntry } from '../testing/made-entries.js';
import { joinEntries, localDay, shortDay } from './history.js';

const entries = (...numbers: number[]) => numbers.map((nth) => madeEntry(nth, nth, []));
const amounts = (of: ReturnType<typeof joinEntries>) => of.entries.map(({ amount }) => amount);

describe('entries of the summary and those that were loaded', () => {
  it('are one list, newest first, each once', () => {
    const joined = joinEntries(entries(9, 8, 7), { entries: entries(8, 7, 6, 5), nextCursor: 'c' });

    expect(amounts(joined)).to.deep.equal([9, 8, 7, 6, 5]);
    expect(joined.isGap).to.equal(false);
  });

  it('are not joined where some between them may be missing', () => {
    const joined = joinEntries(entries(9, 8), { entries: entries(5, 4), nextCursor: null });

    expect(amounts(joined)).to.deep.equal([9, 8]);
    expect(joined.isGap).to.equal(true);
  });
});

describe('the day of an entry', () => {
  it('is that of the clinic, not of the reader', () => {
    expect(localDay('2026-11-02T04:30:00.000Z', 'America/Chicago')).to.equal('2026-11-01');
    expect(localDay('2026-11-02T04:30:00.000Z', 'Asia/Tokyo')).to.equal('2026-11-02');
  });

  it('has its year when it is another', () => {
    expect(shortDay('2026-11-02', 'en', '2026-11-21T00:00:00.000Z')).to.equal('Nov 2');
    expect(shortDay('2025-11-02', 'en', '2026-11-21T00:00:00.000Z')).to.equal('Nov 2, 2025');
  });
});

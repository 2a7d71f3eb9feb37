import type { Entry } from '@afterglow/contract';
import { expect } from '@open-wc/testing';
import { earned, historyProgram, madeEntry, reason } from '../testing/made-entries.js';
import { fill } from '../internal/words.js';
import { pickText } from '../internal/format.js';
import { words } from './points-history.en.js';
import { wordReason, type Speaker } from './reason.js';

const speaker: Speaker = {
  say: (key, args = {}) => fill(words[key as keyof typeof words], args, 'en'),
  text: (text) => pickText(text, 'en'),
  money: (amount) => `$${amount / 100}`,
  points: (amount) => `${amount} points`,
  day: (day) => day,
  times: (percent) => String(percent / 100),
};
const word = (entry: Entry) => {
  const { title, detail } = wordReason(entry, historyProgram(), speaker);
  return detail === undefined ? title : `${title} | ${detail}`;
};
const caused = (kind: string, amount: number, ...because: ReturnType<typeof reason>[]) =>
  madeEntry(1, amount, because, { cause: { kind, id: null } });

describe('the reason of an entry, in a patient’s words', () => {
  const cases: readonly (readonly [Entry, string])[] = [
    [
      caused('visit', 280, earned('treatments', 56_000, 50)),
      'Treatment | $560 paid, 50 points for every $100',
    ],
    [
      caused('visit', 22, earned('products', 7_500, 30)),
      'Products | $75 paid, 30 points for every $100',
    ],
    [
      caused('visit', 60, earned('a-rule-that-is-gone', 10_000, 60)),
      'Visit | $100 paid, 60 points for every $100',
    ],
    [
      caused('visit', 420, earned('treatments', 56_000, 50), reason('raise', { percent: 150 })),
      'Treatment | $560 paid, 50 points for every $100, times 1.5',
    ],
    [
      caused('visit', 25, reason('booked-ahead', { for: 'preBooking', points: 25 })),
      'Booked before leaving',
    ],
    [
      caused('visit', 100, reason('packageBonus', { package: 'MN3', packages: 1, points: 100 })),
      'Bonus for a package',
    ],
    [caused('visit', 50, reason('milestone', { points: 50, visits: 4 })), 'Thank you for 4 visits'],
    [caused('joined', 50, reason('joined', { points: 50 })), 'Welcome'],
    [caused('referral', 500, reason('referral', { points: 500 })), 'A friend came through you'],
    [
      caused('occasion', 100, reason('anniversary-100', { points: 100, occasion: 'anniversary' })),
      'Anniversary of your first visit',
    ],
    [
      caused('claim', -500, reason('credit-50', { cost: 500, usableThrough: '2027-01-18' })),
      'Claimed: $50 off any treatment | To be used by 2027-01-18',
    ],
    [caused('claim', -90, reason('gone', { cost: 90, usableThrough: null })), 'Claimed: a reward'],
    [
      caused('claim', 500, reason('returned', { reward: 'credit-50', points: 500 })),
      'Given back: $50 off any treatment',
    ],
    [
      caused('visit', -200, reason('spent', { points: 200, worth: 2_000 })),
      'Used on a bill | Took $20 off',
    ],
    [
      caused(
        'lapse',
        -852,
        reason('lapse', { purchasedOn: '2025-11-02', months: 12, points: 852 }),
      ),
      'Lapsed | No purchase for 12 months after 2025-11-02',
    ],
    [
      caused('adjustment', 150, reason('adjustment', { reason: 'complaint', amount: 150 })),
      'Corrected by the clinic',
    ],
    [
      caused(
        'refund',
        -133,
        earned('treatments', 26_650, 50),
        reason('correction', { desired: 133, posted: 266 }),
      ),
      'Refund: Treatment | 133 points in all, instead of 266 points',
    ],
    [
      caused('void', -60, reason('correction', { desired: 0, posted: 60 })),
      'Visit cancelled | 0 points in all, instead of 60 points',
    ],
    [
      caused(
        'visit',
        -10,
        earned('treatments', 1_000, 50),
        reason('correction', { desired: 5, posted: 15 }),
      ),
      'Correction: Treatment | 5 points in all, instead of 15 points',
    ],
    [
      {
        ...caused('visit', -1, reason('session', { package: 'MN3', sessions: 1 })),
        asset: 'sessions:pkg_01jd8x5m2q4r6t8v0w2y4z6a01',
      },
      'Session used',
    ],
    [caused('of-tomorrow', 5, reason('of-tomorrow')), 'Change of your balance'],
    [caused('of-tomorrow', 5), 'Change of your balance'],
  ];
  for (const [entry, text] of cases) {
    it(`is “${text}”`, () => {
      expect(word(entry)).to.equal(text);
    });
  }

  it('never gives away what staff noted, nor the name of a treatment’s rule', () => {
    const noted = word(caused('adjustment', 150, reason('adjustment', { reason: 'complaint' })));
    const rule = word(caused('visit', 60, earned('botulinum-forehead', 10_000, 60)));

    expect(noted + rule).not.to.match(/complaint|botulinum/);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Program } from '@afterglow/contract';
import { fullProgram, plainProgram } from '../laws/program.js';
import { usd } from '../laws/records.js';
import { validateProgram } from './validate-program.js';

const points = { kind: 'points', points: 10 } as const;
const bonus = { id: 'extra', name: 'Extra', points: 5 } as const;
const promotion = { id: 'double', name: 'Double', match: {}, percent: 200 } as const;
const birthday = {
  ...{ id: 'birthday', kind: 'birthday', offsetDays: -7, validDays: 30, grant: points },
} as const;
const plan = {
  ...{ code: 'GLOW', name: 'Glow', price: usd(1), bankedCredit: usd(1), rollsForMonths: 6 },
  terms: '',
} as const;
const reward = { id: 'r', name: 'R', costPoints: 1, validDays: 1 } as const;

/** What is wrong, as the field at fault. */
const wrongIn = (rules: Partial<Program>) =>
  validateProgram({ ...plainProgram, ...rules }).map(({ param }) => param);

test('a program with every kind of rule can be put in force', () => {
  assert.deepEqual(validateProgram(fullProgram), []);
});

const cases: readonly (readonly [string, Partial<Program>, string])[] = [
  [
    'a promotion that takes points away',
    { promotions: [{ ...promotion, percent: 50 }] },
    'promotions[0].percent',
  ],
  [
    'a promotion for a tier that is not there',
    { promotions: [{ ...promotion, tier: 'gold' }] },
    'promotions[0].tier',
  ],
  [
    'a promotion for VIPs where nothing makes one',
    { vip: undefined, promotions: [{ ...promotion, vipOnly: true }] },
    'promotions[0].vipOnly',
  ],
  [
    'a promotion that ends before it starts',
    { promotions: [{ ...promotion, startsOn: '2026-02-01', endsOn: '2026-01-01' }] },
    'promotions[0].endsOn',
  ],
  [
    'two rules with one id',
    { promotions: [{ ...promotion, id: 'extra' }], bonuses: [{ ...bonus, for: 'treatment' }] },
    'bonuses[0].id',
  ],
  [
    'a bonus with a name of ours',
    { bonuses: [{ ...bonus, id: 'lapse', for: 'treatment' }] },
    'bonuses[0].id',
  ],
  [
    'a bonus for an activity that it does not name',
    { bonuses: [{ ...bonus, for: 'activity' }] },
    'bonuses[0].activity',
  ],
  [
    'a bonus for booking again within no time',
    { bonuses: [{ ...bonus, for: 'rebooking' }] },
    'bonuses[0].withinDays',
  ],
  [
    'a welcome back after nobody knows how long',
    { occasions: [{ ...birthday, id: 'back', kind: 'welcomeBack' }] },
    'occasions[0].dormantDays',
  ],
  [
    'a multiplier that takes points away',
    { milestones: [{ visits: 2, grant: { kind: 'multiplier', percent: 90, visits: 1 } }] },
    'milestones[0].grant.percent',
  ],
  [
    'money of another country',
    { memberships: [{ ...plan, bankedCredit: { amount: 1, currency: 'EUR' } }] },
    'memberships[0].bankedCredit',
  ],
  ['a plan twice', { memberships: [plan, plan] }, 'memberships[1].code'],
  ['a voucher for points', { rewards: [{ ...reward, grant: points }] }, 'rewards[0].grant'],
  [
    'a reward for a tier that is not there',
    { rewards: [{ ...reward, tier: 'gold' }] },
    'rewards[0].tier',
  ],
  [
    'a reward for VIPs where nothing makes one',
    { vip: undefined, rewards: [{ ...reward, vipOnly: true }] },
    'rewards[0].vipOnly',
  ],
  [
    'points for the owner where only a donation is allowed',
    { referral: { ...plainProgram.referral, legalMode: 'charity' } },
    'referral.owner',
  ],
];
for (const [name, rules, param] of cases) {
  test(`refuses ${name}, and says where`, () => {
    assert.deepEqual(wrongIn(rules), [param]);
  });
}

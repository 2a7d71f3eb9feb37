import type { PackageBalance, PublicProgram, Summary } from '@afterglow/contract';
import { earningProgram } from './earning-program.js';
import { historyProgram, madeEntries } from './made-entries.js';
import { birthdayOffer, friendsOffer } from './made-offers.js';
import { madeRewards, rewardSummary } from './made-rewards.js';

/** Three of five sessions are left. */
export const facials: PackageBalance = {
  id: 'pkg_01jd8x5m2q4r6t8v0w2y4z6a01',
  code: 'FACIAL5',
  name: { en: 'Signature facial, 5 sessions', es: 'Facial de la casa, 5 sesiones' },
  total: 5,
  left: 3,
  boughtOn: '2026-03-14',
  expiresOn: '2027-03-14',
};

/** A program with something for every view of the app. */
export const homeProgram = (changes: Partial<PublicProgram> = {}): PublicProgram =>
  earningProgram({ rewards: madeRewards, points: historyProgram().points, ...changes });

/**
 * Ana, who has something in every view: offers, rewards in reach, a package, friends, a history.
 *
 * @param changes - Put over it, one level deep.
 */
export const homeSummary = (changes: Partial<Summary> = {}): Summary =>
  rewardSummary(852, {
    offers: [friendsOffer, birthdayOffer],
    packages: [facials],
    entries: [...madeEntries],
    referrals: [
      {
        id: 'ref_01jd8x5m2q4r6t8v0w2y4z6a01',
        status: 'completed',
        firstName: 'Maya',
        joinedOn: '2026-11-02',
        releasesOn: '2026-12-04',
      },
    ],
    visits: 3,
    ...changes,
  });

import type { Summary } from '@afterglow/contract';
import { edition, standing, type Standing } from '@afterglow/engine';
import { advance, type Advanced } from '../accounts/advance.js';
import { entryOf, newEntryOf } from '../accounts/rows.js';
import { instantText } from '../clinic-clock.js';
import type { Reader } from '../ports.js';
import { invitedBy } from '../referrals/invited.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';
import { memberById, survivorOf } from './find.js';
import { reasonOfTier } from './given-tier.js';
import { preferencesOf, sharesFirstName } from './preferences.js';
import { ensured } from '../ensured.js';

/** How many entries and friends the summary carries; lists ask for more. */
const entriesShown = 5;
const referralsShown = 10;

/** Everything that elements show of a member, brought up to the clinic's now. Writes nothing. */
export async function summaryOf(
  reader: Reader,
  clinic: Clinic,
  memberId: string,
): Promise<Summary> {
  const member = await memberById(reader, clinic.id, memberId);
  const key = { clinicId: clinic.id, accountId: member.id };
  const [row, posted] = await Promise.all([
    reader.get('accounts', key),
    reader.range('entries', { index: 'key', where: key, descending: true, limit: entriesShown }),
  ]);
  const advanced = await advance(reader, ensured(row, 'the account of a member'), clinic);
  const shown = standing(advanced.account, clinic.programs, clinic.now);
  return {
    member: { id: member.id, firstName: member.firstName, since: member.since },
    points: shown.points,
    tier: {
      ...shown.tier,
      givenFor:
        shown.tier.givenUntil === null ? null : await reasonOfTier(reader, key, advanced.account),
    },
    packages: [...shown.packages],
    credit: shown.credit,
    offers: shown.offers,
    referral: referralOf(clinic, member, shown),
    entries: newestEntries(advanced, posted),
    referrals: await newestFriends(reader, clinic, member, shown.referrals),
    rewards: shown.rewards.map(({ id, claimable, missingPoints, reason }) => ({
      id,
      claimable,
      missingPoints,
      reason,
    })),
    vouchers: usable(shown.vouchers),
    visits: shown.visits,
    vip: shown.vip,
    membership: shown.membership,
    membershipPlans: shown.membershipPlans,
    multipliers: shown.multipliers,
    preferences: preferencesOf(member, advanced.account),
    donated: shown.donated,
    donations: shown.donations,
    asOf: instantText(clinic.now),
    edition,
    programVersion: shown.programVersion,
  };
}

/** Vouchers that can be used now, soonest end first. */
function usable(vouchers: Standing['vouchers']): Summary['vouchers'] {
  return vouchers
    .filter(({ status }) => status === 'open')
    .sort((a, b) => ((a.expiresOn ?? '~') < (b.expiresOn ?? '~') ? -1 : 1));
}

/** What is due and not posted yet comes first: it is the newest. */
function newestEntries(
  { row, entries }: Advanced,
  posted: readonly Tables['entries'][],
): Summary['entries'] {
  const due = [...entries].reverse().map(newEntryOf);
  const before = posted.filter(({ seq }) => seq <= row.entrySeq).map(entryOf);
  return [...due, ...before].slice(0, entriesShown);
}

function referralOf(
  clinic: Clinic,
  { referralCode }: Tables['members'],
  shown: Standing,
): Summary['referral'] {
  if (referralCode === null || clinic.program.referral.legalMode === 'off') return null;

  const link = new URL(clinic.program.site.referralUrl);
  link.searchParams.set('glow', referralCode);
  return {
    code: referralCode,
    link: link.href,
    counts: shown.referralCounts,
    pendingPoints: shown.pendingPoints,
  };
}

/** The newest friends; who has only kept the offer comes behind those who are there. */
async function newestFriends(
  reader: Reader,
  clinic: Clinic,
  member: Tables['members'],
  friends: Standing['referrals'],
): Promise<Summary['referrals']> {
  const ids = friends.map(({ friendId }) => friendId);
  const [there, invited] = await Promise.all([
    friendRows(reader, clinic.id, friends.slice(0, referralsShown)),
    invitedBy(reader, clinic, member, ids),
  ]);
  return [...there, ...invited].slice(0, referralsShown);
}

/** Friends as the owner of the code may see them: a first name only while the friend agrees. */
export async function friendRows(
  reader: Reader,
  clinicId: string,
  friends: Standing['referrals'],
): Promise<Summary['referrals']> {
  const names = await namesOf(reader, clinicId, friends);
  return friends.map(({ id, friendId, status, joinedOn, releasesOn }) => ({
    id,
    status,
    firstName: names.get(friendId) ?? null,
    joinedOn,
    releasesOn,
  }));
}

/**
 * The first names of those who agree now, by the id of the friend. What a friend said at joining lies in
 * the history of both for ever, so it is not what decides here.
 */
async function namesOf(
  reader: Reader,
  clinicId: string,
  friends: Standing['referrals'],
): Promise<ReadonlyMap<string, string | null>> {
  if (friends.length === 0) return new Map();
  const rows = await reader.getMany(
    'members',
    friends.map(({ friendId }) => ({ clinicId, id: friendId })),
  );
  const named = rows.map(async (row): Promise<[string, string | null]> => {
    const friend = await survivorOf(reader, row);
    return [row.id, friend && sharesFirstName(friend) ? friend.firstName : null];
  });
  return new Map(await Promise.all(named));
}

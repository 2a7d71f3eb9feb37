import { findPackage, hasEnded, packageOf, standing, type Account } from '@afterglow/engine';
import { localDayAt } from '@afterglow/engine/calendar';
import { decideOnAccount } from '../accounts/decide.js';
import { newEntryOf } from '../accounts/rows.js';
import type { Handler } from '../http/call.js';
import { newId } from '../ids.js';
import { checkAccount } from '../members/find.js';
import { tierPrefix } from '../members/given-tier.js';
import { Refused } from '../refused.js';

/** A correction by the staff. Points and credit may go below zero; sessions can't. */
export const adjustMember: Handler<'adjustMember'> = async ({ ports, clinic, params, body }) => {
  await checkAccount(ports.store.reader, clinic.id, params.id);
  const { entries } = await decideOnAccount(ports, clinic, params.id, async ({ account, at }) => {
    if (body.asset.startsWith('sessions:')) checkSessions(account, body, at);
    const externalId = `adjustment:${newId('event', at, ports.randomness)}`;
    return Promise.resolve({
      record: { type: 'adjustment', externalId, data: body },
      answer: null,
    });
  });
  return { entries: entries.map(newEntryOf) };
};

/**
 * Refuses a correction of a package that the member does not have, of more than is left, and what would
 * be given to a package that has ended and gone at once.
 */
function checkSessions(
  account: Account,
  { asset, amount }: { readonly asset: string; readonly amount: number },
  at: number,
): void {
  const owned = findPackage(account, packageOf(asset));
  if (!owned)
    throw new Refused('package_unknown', {
      detail: 'This member bought no package with that id. The summary lists those that there are.',
      param: 'asset',
    });
  if (amount > 0 && hasEnded(owned, at))
    throw new Refused('session_unavailable', {
      detail: `The package ended on ${String(owned.expiresOn)}. Extend it first, with the event package.extended.`,
      param: 'asset',
      details: { left: owned.left, expiresOn: owned.expiresOn },
    });
  if (owned.left + amount >= 0) return;
  throw new Refused('session_unavailable', {
    detail: `The package has ${owned.left} sessions left; ${-amount} can't be taken.`,
    param: 'amount',
    details: { left: owned.left },
  });
}

/** A tier that the staff give through a day, or the end of one that was given. */
export const giveTier: Handler<'giveTier'> = async ({ ports, clinic, params, body }) => {
  await checkAccount(ports.store.reader, clinic.id, params.id);
  const { levels } = clinic.program.tiers;
  if (body.level !== null && !levels.some(({ id }) => id === body.level))
    throw new Refused('tier_unknown', {
      detail: `The program has no level "${body.level}". Its levels are ${levels.map(({ id }) => id).join(', ')}.`,
      param: 'level',
      details: { levels: levels.map(({ id }) => id) },
    });
  const today = localDayAt(clinic.now, clinic.program.clinic.timeZone);
  const { level, reason, until = level === null ? today : undefined } = body;
  if (until === undefined)
    throw new Refused('missing_field', {
      detail: 'A tier that is given has a last day.',
      param: 'until',
    });
  if (level !== null && until < today)
    throw new Refused('invalid_field', {
      detail: `The last day ${until} is over; the clinic's today is ${today}.`,
      param: 'until',
    });

  const { account } = await decideOnAccount(ports, clinic, params.id, async ({ at }) => {
    const externalId = `${tierPrefix}${newId('event', at, ports.randomness)}`;
    return Promise.resolve({
      record: { type: 'tierSet', externalId, data: { level, until, reason } },
      answer: null,
    });
  });
  const { tier } = standing(account, clinic.programs, clinic.now);
  return { ...tier, givenFor: tier.givenUntil === null ? null : reason };
};

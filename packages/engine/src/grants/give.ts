import type { Cause, Grant, Reason } from '@afterglow/contract';
import type { Account, Desired, OfferGrant, OfferState } from '../account.js';
import { addDays } from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { changed, noChange } from '../change.js';
import type { Change } from '../change.js';
import { idFor } from '../ids.js';
import type { ProgramInForce } from '../programs/programs.js';
import { endingOf } from './endings.js';

/** Something that a rule gives to a member, whatever the occasion. */
export interface Gift {
  readonly grant: Grant;
  /** What its key begins with; the asset follows. */
  readonly key: string;
  readonly rule: string;
  readonly version: number;
  readonly at: number;
  readonly on: LocalDay;
  readonly cause: Cause;
  readonly args?: Reason['args'];
  /** Days that it can be used, where the occasion says so; left out: those of the grant. */
  readonly validDays?: number;
}

/**
 * What a gift makes of an account. Points, and credit with its end, are amounts of the ledger; an
 * offer or a gift card waits for a bill; a multiplier waits for the next visits; a donation is
 * written down.
 */
export function give(account: Account, gift: Gift, { program }: ProgramInForce): Change {
  const { grant, key, rule, version, at } = gift;
  switch (grant.kind) {
    case 'points': {
      const { points } = grant;
      if (points <= 0) return noChange;
      return changed({ desired: [granted('points', points, { points, ...gift.args })] });
    }
    case 'credit': {
      const { amount } = grant.amount;
      if (amount === 0) return noChange;
      const days = gift.validDays ?? grant.expiresAfterDays;
      const lastDay = days === undefined ? null : addDays(gift.on, days);
      const args = { credit: amount, usableThrough: lastDay, ...gift.args };
      const ending = endingOf(lastDay, at, program);
      const { key: creditKey, asset, cause, because } = granted('credit', amount, args);
      return changed({ desired: [{ key: creditKey, asset, amount, at, cause, because, ending }] });
    }
    case 'offer':
      return offered(account, gift, grant, gift.validDays ?? grant.validDays, program);
    case 'giftCard':
      return offered(account, gift, grant, grant.validDays ?? gift.validDays, program);
    case 'multiplier': {
      const added = { rule, version, percent: grant.percent, left: grant.visits };
      return changed({ set: { multipliers: [...account.multipliers, added] } });
    }
    case 'donation': {
      const donation = { rule, version, amount: grant.amount.amount, at };
      return changed({ set: { donations: [...account.donations, donation] } });
    }
  }

  function granted(asset: string, amount: number, args: Reason['args']): Desired {
    const because = [{ rule, version, args }];
    return { key: `${key}:${asset}`, asset, amount, at, cause: gift.cause, because };
  }
}

function offered(
  account: Account,
  { key, rule, version, at, on }: Gift,
  grant: OfferGrant,
  validDays: number | undefined,
  program: ProgramInForce['program'],
): Change {
  const lastDay = validDays === undefined ? null : addDays(on, validDays);
  const offer: OfferState = {
    id: idFor('off', at, JSON.stringify([account.accountId, key])),
    source: rule,
    version,
    grant,
    used: false,
    ...endingOf(lastDay, at, program),
  };
  return changed({ set: { offers: [...account.offers, offer] } });
}

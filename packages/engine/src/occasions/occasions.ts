import type { Occasion } from '@afterglow/contract';
import type { Account, NextOccasion } from '../account.js';
import {
  addDays,
  dayNumberOf,
  dayOfNumber,
  localDayAt,
  MS_PER_DAY,
  occursOn,
  startOfDay,
  yearOf,
} from '../calendar.js';
import type { LocalDay } from '../calendar.js';
import { changed } from '../change.js';
import type { Change } from '../change.js';
import type { Gift } from '../grants/give.js';
import type { ProgramInForce } from '../programs/programs.js';
import type { Receipt } from '../visits/receipt.js';
import { birthdayDays } from './birthdays.js';

/** With its leap day. */
const DAYS_OF_A_YEAR = 366;

/** Where it is written down that the reward of an occasion was given in a year. */
function yearKey(id: string, year: number): string {
  return `occasion/${id}/${String(year)}`;
}

/**
 * The reward of a birthday or an anniversary that comes next after an instant: members have them,
 * once in a calendar year each.
 */
export function findOccasion(
  account: Pick<Account, 'joinedAt' | 'birthdays' | 'tally' | 'used'>,
  { program }: ProgramInForce,
  after: number,
): NextOccasion | null {
  if (account.joinedAt === null || program.occasions.length === 0) return null;
  let next: NextOccasion | null = null;
  for (const occasion of program.occasions) {
    const candidate = nextOf(occasion, account, program.clinic.timeZone, after);
    if (candidate && (!next || candidate.at < next.at)) next = candidate;
  }
  return next;
}

function nextOf(
  occasion: Occasion,
  { birthdays, tally, used }: Pick<Account, 'birthdays' | 'tally' | 'used'>,
  zone: string,
  after: number,
): NextOccasion | undefined {
  if (occasion.kind === 'welcomeBack') return undefined;
  const isBirthday = occasion.kind === 'birthday';
  if (isBirthday ? birthdays.length === 0 : tally.firstOn === null) return undefined;

  const first = tally.firstOn === null ? undefined : dayOfNumber(tally.firstOn);
  const thisYear = yearOf(localDayAt(after, zone));
  // The offset may reach into the year before or after.
  for (let year = thisYear - 1; year <= thisYear + 2; year += 1) {
    const days = isBirthday
      ? birthdayDays(birthdays, year, occasion.offsetDays)
      : anniversaryDays(first, year, occasion.offsetDays);
    for (const on of days) {
      const at = startOfDay(on, zone);
      if (at <= after) continue;
      if ((used[yearKey(occasion.id, year)] ?? 0) > 0) break;
      return { id: occasion.id, year, on, at };
    }
  }
  return undefined;
}

/** The day of an anniversary's reward in a year: from the year after the first treatment on. */
function anniversaryDays(
  first: LocalDay | undefined,
  year: number,
  offset: number,
): readonly LocalDay[] {
  if (first === undefined || year <= yearOf(first)) return [];
  return [addDays(occursOn(first.slice(5), year), offset)];
}

/** The reward of the occasion that is due. */
export function takeOccasion(account: Account, inForce: ProgramInForce): Change {
  const { nextOccasion } = account;
  const { program, version } = inForce;
  const occasion = program.occasions.find(({ id }) => id === nextOccasion?.id);
  if (!nextOccasion || !occasion) return changed({ set: { nextOccasion: null } });

  const { id, year, on, at } = nextOccasion;
  const used = { ...account.used, [yearKey(id, year)]: 1 };
  // Another occasion may have the same day.
  const { joinedAt, birthdays, tally } = account;
  const following = findOccasion({ joinedAt, birthdays, tally, used }, inForce, at - 1);
  // Somebody who was not here since the last one has left: no reward grows for nobody.
  const { lastOn } = account.tally;
  const isGone = lastOn === null || dayNumberOf(on) - lastOn > DAYS_OF_A_YEAR;
  if (occasion.kind === 'anniversary' && isGone) {
    return changed({ set: { used, nextOccasion: following } });
  }
  const gift: Gift = {
    grant: occasion.grant,
    key: `occasion:${id}:${String(year)}`,
    rule: id,
    version,
    at,
    on,
    cause: { kind: 'occasion', id: null },
    args: { occasion: occasion.kind, year },
    validDays: occasion.validDays,
  };
  return changed({
    set: { used, nextOccasion: following },
    gifts: [gift],
    notices: [
      {
        kind: 'occasion',
        key: `occasion:${id}:${String(year)}`,
        dueAt: at,
        usefulUntil: at + (occasion.validDays + 1) * MS_PER_DAY,
        recordId: null,
        args: { occasion: occasion.kind, id, on },
      },
    ],
  });
}

/** What somebody gets who comes back after a long time. */
export function welcomeBack(account: Account, receipt: Receipt): readonly Gift[] {
  const { record, inForce, keyPrefix, today, on } = receipt;
  const { lastOn } = account.tally;
  if (lastOn === null || inForce.program.occasions.length === 0) return [];
  return inForce.program.occasions
    .filter(
      ({ kind, dormantDays }) =>
        kind === 'welcomeBack' && dormantDays !== undefined && today - lastOn >= dormantDays,
    )
    .map((occasion) => ({
      grant: occasion.grant,
      key: `${keyPrefix}:occasion/${occasion.id}`,
      rule: occasion.id,
      version: inForce.version,
      at: record.at,
      on,
      cause: { kind: 'visit', id: record.id },
      args: { occasion: occasion.kind, days: today - lastOn },
      validDays: occasion.validDays,
    }));
}

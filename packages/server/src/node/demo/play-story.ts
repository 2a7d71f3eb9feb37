import type { Event, Tender, VisitLine } from '@afterglow/contract';
import type { DemoApi } from './api.js';
import { people } from './lumen-story.js';
import type { Person, StoryLine, StoryStep } from './lumen-story.js';

const dayMs = 86_400_000;

/** Where the story's clock starts, before its first step. */
export function storyStart(story: readonly StoryStep[], madeOn: string): number {
  return instantOf(madeOn, Math.max(...story.map((step) => step.daysAgo)) + 1, 0);
}

/**
 * Plays a story through the API, each step at its time by the sandbox's clock, so that what is held,
 * released or due in between really was. May be played again after it was interrupted.
 *
 * @param madeOn - The day that the story ends on, `YYYY-MM-DD`.
 */
export async function playStory(
  api: DemoApi,
  story: readonly StoryStep[],
  madeOn: string,
): Promise<void> {
  const codes = new Map<Person, string>();
  const ids = new Map<Person, string>();
  for (const [index, step] of story.entries()) {
    const at = instantOf(madeOn, step.daysAgo, index);
    await api.moveClock(at);
    if ('receipt' in step) {
      await api.send([visitOf(step, at)]);
      continue;
    }
    if ('birthdayInDays' in step) {
      const birthday = birthdayOn(madeOn, step.birthdayInDays);
      await api.call('PATCH', `/v1/members/${ids.get(step.who) ?? ''}`, { birthday });
      continue;
    }
    const { phone, firstName } = people[step.who];
    const code = step.invitedBy && codes.get(step.invitedBy);
    const { summary } = await api.signIn(phone, { firstName, ...(code ? { code } : {}) });
    ids.set(step.who, summary.member.id);
    if (summary.referral) codes.set(step.who, summary.referral.code);
  }
}

/** Afternoon in Chicago; later steps of one day come a few minutes later. */
function instantOf(madeOn: string, daysAgo: number, index: number): number {
  return Date.parse(`${madeOn}T20:00:00.000Z`) - daysAgo * dayMs + index * 60_000;
}

function birthdayOn(madeOn: string, inDays: number): { month: number; day: number } {
  const date = new Date(Date.parse(madeOn) + inDays * dayMs);
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function visitOf(step: Extract<StoryStep, { receipt: string }>, at: number): Event {
  const lines = step.lines.map((line, index) => lineOf(line, String(index + 1)));
  const sessions = step.lines.flatMap((line, index) => sessionOf(line, String(index + 1)));
  const paid = step.lines.reduce((sum, line) => sum + (line.paidBySession ? 0 : priceOf(line)), 0);
  return {
    type: 'visit.completed',
    source: 'till',
    externalId: step.receipt,
    revision: 1,
    occurredAt: new Date(at).toISOString(),
    member: { phone: people[step.who].phone },
    data: {
      location: 'main',
      channel: 'till',
      lines,
      tenders: [...sessions, ...(paid > 0 ? [{ kind: 'money' as const, amount: usd(paid) }] : [])],
    },
  };
}

function lineOf(line: StoryLine, lineId: string): VisitLine {
  const { kind, code, category, dollars, off } = line;
  return {
    lineId,
    kind,
    code,
    category,
    quantity: 1,
    listPrice: usd(dollars),
    ...(off === undefined ? {} : { discount: usd(off) }),
    price: usd(priceOf(line)),
    ...(kind === 'package' && line.package ? { package: line.package } : {}),
  };
}

function sessionOf(line: StoryLine, lineId: string): Tender[] {
  if (!line.paidBySession || !line.package) return [];
  const amount = usd(priceOf(line));
  return [{ kind: 'session', amount, count: 1, reference: line.package, line: lineId }];
}

const priceOf = ({ dollars, off = 0 }: StoryLine) => dollars - off;
const usd = (dollars: number) => ({ amount: dollars * 100, currency: 'USD' });

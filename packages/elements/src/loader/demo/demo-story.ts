import type { SignedIn, TestServer } from '@afterglow/testing';
import { demoPeople, type DemoPersonName } from './demo-people.js';

/** So many days before today the story begins. */
export const storyDays = 300;

const dayMs = 86_400_000;

/** Who came and what happened then. Amounts in dollars, as the default program has its prices. */
interface Step {
  readonly daysAgo: number;
  readonly who: DemoPersonName;
  readonly joins?: 'alone' | 'invited by Ana';
  readonly treatment?: readonly [category: string, dollars: number];
  readonly product?: number;
  readonly buys?: string;
  readonly uses?: string;
  readonly membership?: string;
}

/** Most of a year, oldest first. */
const story: readonly Step[] = [
  { daysAgo: 300, who: 'ana', joins: 'alone', treatment: ['neuromodulator', 560] },
  { daysAgo: 260, who: 'ben', joins: 'alone', buys: 'LHR10' },
  { daysAgo: 205, who: 'ana', treatment: ['neuromodulator', 560], product: 64 },
  { daysAgo: 190, who: 'ben', treatment: ['filler', 1560], uses: 'LHR10' },
  { daysAgo: 150, who: 'mia', joins: 'invited by Ana', treatment: ['facial', 165] },
  { daysAgo: 112, who: 'ana', treatment: ['neuromodulator', 504] },
  { daysAgo: 96, who: 'ben', treatment: ['filler', 780], uses: 'LHR10' },
  { daysAgo: 84, who: 'ana', buys: 'FACIAL5' },
  { daysAgo: 70, who: 'ana', uses: 'FACIAL5' },
  { daysAgo: 41, who: 'ana', uses: 'FACIAL5', product: 128 },
  { daysAgo: 40, who: 'ana', membership: 'GLOWCLUB' },
  { daysAgo: 33, who: 'lea', joins: 'invited by Ana' },
  { daysAgo: 20, who: 'ana', treatment: ['microneedling', 360] },
  { daysAgo: 9, who: 'zoe', joins: 'invited by Ana' },
  { daysAgo: 6, who: 'zoe', treatment: ['neuromodulator', 480] },
];

/** How the story ends. */
export interface Told {
  /** The code by which Ana invites. */
  readonly referralCode: string | undefined;
}

/**
 * Tells the demo's history to a server whose clock stands `storyDays` before `today`: each step is a
 * real event or a real sign-in at its time, so that what is held, released or due really was.
 *
 * @param today - Epoch milliseconds; where the clock stands at the end.
 */
export async function tellStory(server: TestServer, today: number): Promise<Told> {
  let ana: SignedIn | undefined;
  for (const [index, step] of story.entries()) {
    await server.clock.set(today - step.daysAgo * dayMs + index);
    const code = ana?.answer.summary.referral?.code;
    const { firstName, phone } = demoPeople[step.who];
    if (step.joins) {
      const invited = step.joins === 'invited by Ana' && code !== undefined;
      const joining = { firstName, ...(invited && { code }) };
      const member = await server.signIn(phone, { joining });
      ana ??= member;
    }
    await happen(server, phone, step);
  }
  if (ana) await comingBirthday(server, ana.memberId, today);
  await server.clock.set(today);
  return { referralCode: ana?.answer.summary.referral?.code };
}

async function happen({ till, backend, clock }: TestServer, phone: string, step: Step) {
  const { treatment, product, buys, uses, membership } = step;
  if (treatment) await till.visit(phone, { category: treatment[0], amount: treatment[1] * 100 });
  if (product)
    await till.visit(phone, { kind: 'product', category: 'product', amount: product * 100 });
  if (buys) await till.sellPackage(phone, buys);
  if (uses) await till.useSession(phone, uses);
  if (membership) {
    await backend.events.send({
      type: 'membership.started',
      source: 'till',
      externalId: membership,
      occurredAt: new Date(clock.now()).toISOString(),
      member: { phone },
      data: { plan: membership },
    });
  }
}

/** In three days, so that the offer for it is there. It is told while the clock stands before that. */
async function comingBirthday({ backend }: TestServer, memberId: string, today: number) {
  const date = new Date(today + 3 * dayMs);
  const birthday = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  await backend.members.update(memberId, { birthday });
}

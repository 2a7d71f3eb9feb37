import { setBirthday } from './birthday.js';
import { pay, quote, release } from './checkout.js';
import { adjust, giveTier } from './correct.js';
import { comeAnew, comeBack, eraseAsked, leave } from './leave.js';
import { makeCode } from './make-code.js';
import type { Operation } from './operation.js';
import { erase, merge, unmerge } from './people.js';
import { publish, withdraw } from './publish.js';
import { refund } from './refund.js';
import { rebook, redate, reassign } from './retell.js';
import { resend } from './resend.js';
import { move, revise } from './revise.js';
import { review } from './review.js';
import { claim, giveBack, redeem } from './rewards.js';
import { sell } from './sell.js';
import { signIn } from './sign-in.js';
import { book, extend, joinAtDesk, membership, tell, update } from './small-events.js';
import { days, months, settle } from './time.js';
import { voidVisit } from './void.js';
import type { World } from '../world.js';

/** Everything that happens in a run. A new route gets its operation here. */
export const operations: readonly [Operation, ...Operation[]] = [
  sell,
  refund,
  voidVisit,
  revise,
  move,
  book,
  rebook,
  tell,
  joinAtDesk,
  redate,
  reassign,
  update,
  membership,
  extend,
  signIn,
  makeCode,
  publish,
  withdraw,
  claim,
  giveBack,
  redeem,
  adjust,
  giveTier,
  setBirthday,
  quote,
  pay,
  release,
  review,
  merge,
  unmerge,
  erase,
  leave,
  comeBack,
  eraseAsked,
  comeAnew,
  days,
  months,
  settle,
  resend,
];

/** How many times as often people are mixed up in a run of few people, and leave where they do. */
const mixingFactor = 5;
const leavingFactor = 3;

/** The same as often as they come in a run. */
export function operationsFor({ mixing, leaving }: World['has']): readonly Operation[] {
  const factorOf = ({ mixes, leaves }: Operation) =>
    (mixing && mixes ? mixingFactor : 1) * (leaving && leaves ? leavingFactor : 1);
  return operations.map((one) => ({ ...one, weight: one.weight * factorOf(one) }));
}

/** How often each operation was acknowledged, by its name. */
export type OperationCounts = Record<string, number>;

/** Nothing was done yet. */
export const noneDone = (): OperationCounts =>
  Object.fromEntries(operations.map(({ name }) => [name, 0]));

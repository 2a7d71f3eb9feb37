import { setBirthday } from './birthday.js';
import { pay, quote, release } from './checkout.js';
import { adjust, giveTier } from './correct.js';
import { comeBack, eraseAsked, leave } from './leave.js';
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
  days,
  months,
  settle,
  resend,
];

/** How many times as often people are mixed up in a run of few people. */
const mixingFactor = 5;

/** The same with other weights, for a run of few people. */
export const mixingOperations: readonly Operation[] = operations.map((one) =>
  one.mixes ? { ...one, weight: one.weight * mixingFactor } : one,
);

/** How often each operation was acknowledged, by its name. */
export type OperationCounts = Record<string, number>;

/** Nothing was done yet. */
export const noneDone = (): OperationCounts =>
  Object.fromEntries(operations.map(({ name }) => [name, 0]));

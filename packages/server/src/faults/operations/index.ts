import { makeCode } from './make-code.js';
import type { Operation } from './operation.js';
import { publish } from './publish.js';
import { refund } from './refund.js';
import { resend } from './resend.js';
import { move, revise } from './revise.js';
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
  tell,
  joinAtDesk,
  update,
  membership,
  extend,
  signIn,
  makeCode,
  publish,
  days,
  months,
  settle,
  resend,
];

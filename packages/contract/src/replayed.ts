import type { RouteName } from './routes.js';

/**
 * POSTs that replay their first answer to who sends the same Idempotency-Key: the server does so,
 * and the OpenAPI document says so. Apart from the route table, since no page reads it.
 */
export const replayedRoutes: readonly RouteName[] = [
  'createMember',
  'createCode',
  'createProgramVersion',
  'createClaim',
  'mergeMember',
  'unmergeMember',
  'reviewReferral',
  'adjustMember',
  'giveTier',
  'redeemVoucher',
  'createCheckout',
];

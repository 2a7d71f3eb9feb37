/** What every error code has: its HTTP status, a title, and whether the same call can succeed later. */
export interface ErrorSpec {
  /** HTTP status of the answer. */
  readonly status: number;
  /** One line in plain English; never shown to a patient. */
  readonly title: string;
  /** True when the same request may succeed if it is sent again. */
  readonly retry: boolean;
}

const spec = <const S extends number>(status: S, title: string, retry = false) =>
  ({ status, title, retry }) as const satisfies ErrorSpec;

/** Every error code that the API, the engine or the SDK can give. */
export const errors = {
  // The request itself
  malformed_json: spec(400, 'The body is not JSON'),
  invalid_field: spec(400, 'A field has a value that the contract does not allow'),
  missing_field: spec(400, 'A field that is needed is missing'),
  unknown_field: spec(400, 'The body has a field that the contract does not know'),
  fractional_amount: spec(400, 'An amount is not a whole number of minor units'),
  negative_amount: spec(400, 'An amount is below zero'),
  no_such_day: spec(400, 'A date names a day that does not exist'),
  body_too_large: spec(413, 'The body is too large'),
  too_many_events: spec(413, 'More events than one request takes'),
  simulation_too_large: spec(413, 'More history than one request can judge'),
  unsupported_media_type: spec(415, 'The body is not sent as application/json'),
  not_found: spec(404, 'There is no such thing here'),
  method_not_allowed: spec(405, 'This address does not take this method'),
  idempotency_key_missing: spec(400, 'This request moves value and needs an Idempotency-Key'),
  idempotency_key_reused: spec(422, 'The Idempotency-Key was used with another body'),
  rate_limited: spec(429, 'Too many requests', true),
  internal: spec(500, 'Something went wrong on our side', true),
  unavailable: spec(503, 'The service is starting, stopping or overloaded', true),

  // Who asks
  credential_missing: spec(401, 'No key or token was sent'),
  key_invalid: spec(401, 'There is no such key'),
  key_revoked: spec(401, 'The key was withdrawn'),
  secret_key_in_browser: spec(401, 'A secret key was sent from a browser'),
  origin_not_allowed: spec(403, 'This origin is not among those of the clinic'),
  credential_not_allowed: spec(403, 'This kind of key or token may not do that'),
  sandbox_only: spec(403, 'This works in a sandbox only'),

  // Sessions
  session_expired: spec(401, 'The session has ended'),
  session_revoked: spec(401, 'The session was signed out'),
  signature_invalid: spec(401, 'The signature does not fit the key of this session'),
  nonce_used: spec(401, 'This signature was used before'),
  clock_skew: spec(401, 'The time of the signature is more than 60 seconds off'),
  phone_invalid: spec(400, 'This is no telephone number that we can send a code to'),
  code_invalid: spec(401, 'The code is not the one that was sent'),
  code_expired: spec(401, 'The code has expired'),
  code_attempts_exceeded: spec(429, 'Too many wrong codes'),
  identity_invalid: spec(401, "The token of the clinic's own login is not accepted"),
  join_required: spec(409, 'This person is who they say, and has not joined yet'),
  consent_required: spec(400, 'Joining needs the consent to the terms'),
  channel_unreachable: spec(409, 'There is no number or address for these messages'),
  member_ambiguous: spec(409, 'Several records have this phone number; the clinic must choose'),

  // Codes
  referral_code_unknown: spec(404, 'There is no such code'),
  referral_unknown: spec(404, 'No referral with this id was held for review'),
  code_of_other_clinic: spec(404, 'The code belongs to another clinic'),

  // Events
  event_in_future: spec(422, 'The event lies more than five minutes ahead of the clinic clock'),
  event_changed: spec(409, 'The same event id came with another body and no higher revision'),
  event_type_unknown: spec(422, 'There is no such type of event'),
  member_unknown: spec(404, 'There is no such member'),
  member_erased: spec(410, 'This person was erased'),
  member_missing: spec(422, 'The event does not say whose it is'),
  merge_impossible: spec(409, 'These two records cannot be made one, or are not'),
  alias_taken: spec(409, 'Another member has this external id already'),
  phone_taken: spec(409, 'Another enrolled member has this telephone number already'),
  currency_mismatch: spec(422, 'The currency is not the one of the program'),
  line_repeated: spec(422, 'Two lines have the same lineId'),
  line_unknown: spec(422, 'A refund or a tender names a line that the visit does not have'),
  card_number: spec(400, 'The number of a payment card was sent'),
  price_mismatch: spec(422, 'The price is not list price less discount'),
  refund_exceeds_line: spec(422, 'More is refunded than the line was paid'),
  visit_unknown: spec(422, 'The refund names a visit that is not known yet; it waits for it'),
  visit_before_program: spec(422, 'The event lies before anything that can be recorded'),

  tier_unknown: spec(422, 'The program has no such tier'),
  package_unknown: spec(404, 'The member has no such package'),
  plan_unknown: spec(422, 'The program has no such membership plan'),

  // Programs
  program_invalid: spec(422, 'A rule of the program is wrong'),
  program_starts_in_past: spec(422, 'A version cannot start in the past'),
  program_version_unknown: spec(404, 'The clinic has no such version of its program'),
  program_started: spec(409, 'A version that has started cannot be taken back'),

  // Decisions
  points_insufficient: spec(409, 'There are not enough points'),
  reward_unknown: spec(404, 'The program has no such reward'),
  tier_too_low: spec(409, 'The tier does not unlock this'),
  vip_only: spec(409, 'Only VIPs may claim this'),
  claim_limit_reached: spec(409, 'The reward was claimed as often as a year allows'),
  cash_cap_reached: spec(409, 'More points would be used as money than a year allows'),
  voucher_unknown: spec(404, 'There is no such voucher'),
  voucher_unavailable: spec(
    409,
    'The voucher was used, given back, held for a bill, or has expired',
  ),
  offer_unavailable: spec(
    409,
    'The offer was used, is held for a bill, has ended, or takes nothing off this bill',
  ),
  credit_insufficient: spec(409, 'There is not enough credit'),
  checkout_unknown: spec(404, 'There is no such quote, or it was used or let go'),
  session_unavailable: spec(409, 'No prepaid session is free'),
  balance_negative: spec(
    409,
    'A correction took the balance below zero; claims wait until it is positive',
  ),

  // Clock of a sandbox
  clock_backwards: spec(409, 'A sandbox clock goes back only while the clinic is empty'),

  // What only a caller sees
  network: spec(0, 'The API could not be reached', true),
  timeout: spec(0, 'The API did not answer in time', true),
  aborted: spec(0, 'The caller stopped the request'),
  answer_invalid: spec(0, 'The answer is not what the contract says'),
} as const satisfies Record<string, ErrorSpec>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errors;

/** True when the catalogue has this code; a later server may send others. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}

/** What the world is allowed to answer: a refusal is a value, never thrown inside the engine. */
export interface Refusal {
  readonly code: ErrorCode;
  /** The field at fault, as a path such as `data.lines[0].price`. */
  readonly param?: string;
  /** Facts that the message needs, such as what is missing. Never personal. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An error answer, `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** What happened, with which value, and what to do; for developers, never shown to a patient. */
  readonly detail: string;
  readonly param: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly requestId: string;
}

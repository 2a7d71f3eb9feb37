import type { ErrorCode } from './errors.js';

/** Where a caller meets a code. */
export type ErrorPlace =
  /** As the answer to a request, `application/problem+json`. */
  | 'answer'
  /** As the result of one event, in an answer with status 200. */
  | 'event'
  /** Among the `warnings` of an event that was taken. */
  | 'warning'
  /** From the SDK alone; no server says it. */
  | 'sdk';

/** What the reference says of a code beyond its title. */
export interface ErrorHelp {
  /** Empty for a code that this version does not give yet. */
  readonly in: readonly ErrorPlace[];
  /** What `details` holds, by name; left out: `details` is null. */
  readonly details?: Readonly<Record<string, string>>;
  /** What to do, in a sentence or two. */
  readonly advice: string;
}

const notYet = (advice: string) => ({ in: [], advice }) as const satisfies ErrorHelp;

/** Help for each code of the catalogue. Only the reference reads it, so a page never carries it. */
export const errorHelp: Readonly<Record<ErrorCode, ErrorHelp>> = {
  malformed_json: {
    in: ['answer'],
    advice: 'Send UTF-8 and JSON. Look for a missing quote, comma or bracket.',
  },
  invalid_field: {
    in: ['answer', 'event'],
    advice: '`param` names the field, `detail` says what it must be. Correct it and send again.',
  },
  missing_field: {
    in: ['answer', 'event'],
    advice: '`param` names the field. Add it and send again.',
  },
  unknown_field: {
    in: ['answer', 'warning'],
    advice:
      'Leave out the field that `param` names, or look for its right name in `/v1/openapi.json`. In an event it is a warning: the field was dropped and the rest was taken.',
  },
  fractional_amount: {
    in: ['answer', 'event'],
    advice: 'Send whole minor units: 400 dollars are 40000.',
  },
  negative_amount: {
    in: ['answer', 'event'],
    advice:
      'Say what is taken away as a discount, a tender or a refund, each with a positive amount.',
  },
  no_such_day: {
    in: ['answer', 'event'],
    advice: 'Send a day of the calendar as `YYYY-MM-DD`.',
  },
  body_too_large: {
    in: ['answer'],
    details: { limitBytes: 'the most bytes that this address takes' },
    advice: 'Send less at a time.',
  },
  too_many_events: {
    in: ['answer'],
    details: { limit: 'the most events in one request' },
    advice: 'Send them in several requests. None of this request was taken.',
  },
  simulation_too_large: {
    in: ['answer'],
    details: { limit: 'the most records that one request judges' },
    advice: 'Run `afterglow simulate --clinic` beside the database; it has no limit.',
  },
  unsupported_media_type: {
    in: ['answer'],
    advice:
      'Send `Content-Type: application/json`. The refresh of a session takes `text/plain` too.',
  },
  not_found: {
    in: ['answer'],
    advice: 'Compare the address with `/v1/openapi.json`.',
  },
  method_not_allowed: {
    in: ['answer'],
    advice: 'The header `Allow` names the methods that this address takes.',
  },
  idempotency_key_missing: notYet(
    'Send an `Idempotency-Key` of your own making, a new one for each thing that is to be done.',
  ),
  idempotency_key_reused: {
    in: ['answer'],
    advice: 'Make a new key for another body. With the old key only the old body is answered.',
  },
  rate_limited: {
    in: ['answer'],
    details: { retryAfterSeconds: 'how long to wait; the header `Retry-After` says the same' },
    advice: 'Wait as long as the answer says. A sandbox allows 50 times as much.',
  },
  internal: {
    in: ['answer'],
    advice: 'Send the same request again. If it stays, report the `requestId`.',
  },
  unavailable: {
    in: ['sdk'],
    advice:
      'Send the same request again after a while. The SDK says it for an answer with status 503 that is not ours, such as that of a proxy.',
  },

  credential_missing: {
    in: ['answer'],
    advice: 'Send `Authorization: Bearer …` with the key or token that `detail` asks for.',
  },
  key_invalid: {
    in: ['answer'],
    advice: 'Compare the key with those that `afterglow keys` lists. A key is one long word.',
  },
  key_revoked: { in: ['answer'], advice: 'Use the key that took its place.' },
  secret_key_in_browser: {
    in: ['answer'],
    advice:
      'Every visitor of that page can read the key. Withdraw it, make a new one for the backend, and use the publishable key in pages.',
  },
  origin_not_allowed: {
    in: ['answer'],
    details: { origin: 'the origin of the page' },
    advice: 'Add the origin to `origins` in a new version of the program.',
  },
  credential_not_allowed: {
    in: ['answer'],
    advice: '`detail` says which kind of key or token this address takes. Send that one.',
  },
  sandbox_only: { in: ['answer'], advice: 'Use a sandbox: a clinic whose keys hold `_test_`.' },

  session_expired: {
    in: ['answer'],
    advice: 'Refresh the session, or let the patient sign in again.',
  },
  session_revoked: { in: ['answer'], advice: 'Let the patient sign in again.' },
  signature_invalid: {
    in: ['answer'],
    advice: 'Sign with the key that was registered at sign-in, in the form that `detail` shows.',
  },
  nonce_used: { in: ['answer'], advice: 'Make a new nonce and a new signature for each refresh.' },
  clock_skew: {
    in: ['answer'],
    details: { serverTime: 'the time at the server' },
    advice: 'Sign once more with `serverTime`. The SDK does so by itself.',
  },
  phone_invalid: {
    in: ['answer', 'event'],
    advice: 'Send the number with its country code, such as +1 312 555 0100.',
  },
  code_invalid: {
    in: ['answer'],
    details: {
      checksLeft: 'how many tries this code has left; absent for a code that nobody asked for',
    },
    advice: 'Let the patient compare the six digits and type them again.',
  },
  code_expired: { in: ['answer'], advice: 'Ask for a new code: this one is old or was used.' },
  code_attempts_exceeded: {
    in: ['answer'],
    details: { retryAfterSeconds: 'how long to wait; the header `Retry-After` says the same' },
    advice: 'Wait, then ask for a new code.',
  },
  identity_invalid: {
    in: ['answer'],
    advice:
      '`detail` says what is wrong with the token. `signIdentity` of the SDK makes a good one.',
  },
  join_required: {
    in: ['answer'],
    advice:
      'After a code: ask for the first name and the consents, and send the same grant again with `joining`. After an identity token: let the patient join with a code.',
  },
  consent_required: {
    in: ['answer'],
    advice: 'Nobody joins without the terms. Send `consents.terms: true` once the patient agreed.',
  },
  channel_unreachable: {
    in: ['answer'],
    advice:
      'There is no telephone number, or no e-mail address, to agree for. Let the patient give one first (`PATCH /v1/me`, or the clinic).',
  },
  member_ambiguous: {
    in: ['answer'],
    details: { records: 'how many records have this phone' },
    advice: 'The clinic decides which record it is, and gives the others another phone.',
  },

  referral_code_unknown: {
    in: ['answer', 'warning'],
    advice:
      'Compare the eight characters, or join without a code. No code is kept while the clinic has no referral offer. As a warning: the event was taken, and nobody is credited.',
  },
  referral_unknown: {
    in: ['answer'],
    advice: 'Take an id from `GET /v1/referrals`. Only what was held for review is decided there.',
  },
  code_of_other_clinic: notYet('Ask for a code of this clinic.'),

  event_in_future: {
    in: ['event'],
    advice: "Compare the till's clock and zone with the clinic's, and send the event again.",
  },
  event_changed: {
    in: ['event'],
    advice:
      'Send a higher `revision` to correct the event, or another `externalId` for something new.',
  },
  event_type_unknown: { in: ['event'], advice: 'Take a type from `/v1/openapi.json`.' },
  member_unknown: {
    in: ['answer', 'event'],
    advice:
      'Compare the id. In an event, name the person by phone or by the id of the till instead.',
  },
  member_erased: {
    in: ['answer', 'event'],
    advice:
      'Do not send events of this person again. To somebody who joined again, give the id of the till with `addAliases`.',
  },
  member_missing: {
    in: ['event'],
    advice: 'Name the person by `memberId`, by the id of the till, by phone or by e-mail.',
  },
  merge_impossible: {
    in: ['answer'],
    details: {
      reason:
        '`same`, `merged` or `erased` for a record that stands for nobody, `enrolledIntoKnown`, or `notMerged` for what is no merge to take back',
    },
    advice:
      'For `enrolledIntoKnown`: merge the other way round, so that the record that signs in stays. For `merged`: name the record that it is part of.',
  },
  alias_taken: {
    in: ['answer'],
    details: { memberId: 'the member who has the id; absent for codes' },
    advice: 'Look at the other member first: it may be the same person.',
  },
  phone_taken: {
    in: ['answer', 'event'],
    advice: 'Look at the other member first: it may be the same person.',
  },
  currency_mismatch: {
    in: ['event'],
    advice: 'A clinic has one currency for ever. Send amounts in that of its program.',
  },
  line_repeated: { in: ['event'], advice: 'Give each line a `lineId` of its own.' },
  line_unknown: { in: ['event'], advice: 'Name a `lineId` of that visit.' },
  card_number: {
    in: ['event'],
    advice:
      'Send what the till gives in place of the number, such as a fingerprint, or leave `card` out. No number of a card is kept, or repeated in an answer.',
  },
  price_mismatch: {
    in: ['event'],
    advice: '`price` is `listPrice` less `discount`, for the whole line. Correct the three.',
  },
  refund_exceeds_line: {
    in: ['event'],
    advice: 'Refund at most the price of the line.',
  },
  visit_unknown: {
    in: ['warning'],
    advice:
      'Nothing, if the visit is still to come. Else compare `source` and the id of the visit.',
  },
  visit_before_program: {
    in: ['event'],
    advice:
      'Correct the date, or leave the event out: it lies before anything that can be recorded.',
  },

  tier_unknown: {
    in: ['answer'],
    details: { levels: 'the ids of the levels that the program has now' },
    advice: 'Take a level of the program in force.',
  },
  package_unknown: {
    in: ['answer', 'warning'],
    advice:
      'As an answer: name a package that this member bought, as the summary lists it. As a warning: the program has no such package on sale; the visit counts without it.',
  },
  plan_unknown: {
    in: ['warning'],
    advice: 'Compare `plan` with the codes of the memberships in the program.',
  },

  program_invalid: {
    in: ['answer'],
    details: { because: 'what is wrong with the rule that `param` names' },
    advice: 'Correct the rule that `param` names.',
  },
  program_starts_in_past: {
    in: ['answer'],
    advice:
      'Leave `startsAt` out to start at once, or name a later instant. What a version would have given in the past, `POST /v1/simulations` shows without changing anything.',
  },
  program_version_unknown: {
    in: ['answer'],
    advice: 'Take a number that `GET /v1/program/versions` lists.',
  },
  program_started: {
    in: ['answer'],
    advice: 'Publish a new version with what is to change: it starts now or later.',
  },

  points_insufficient: {
    in: ['answer', 'warning'],
    details: { missing: 'points that are missing' },
    advice: 'Claim something that costs fewer points, or hold fewer on the bill.',
  },
  reward_unknown: { in: ['answer'], advice: 'Take the id from `GET /v1/me/rewards`.' },
  tier_too_low: {
    in: ['answer'],
    details: { tier: 'the lowest tier that may claim it' },
    advice: 'Claim something that the tier unlocks.',
  },
  vip_only: {
    in: ['answer'],
    details: { treatments: 'how many make a VIP' },
    advice: 'Claim something that is not for VIPs alone.',
  },
  claim_limit_reached: {
    in: ['answer'],
    details: { perYear: 'claims that a calendar year allows' },
    advice: 'Claim it again next year, or claim something else.',
  },
  cash_cap_reached: {
    in: ['answer', 'warning'],
    details: { left: 'minor units that may still be used as money this year' },
    advice: 'Use fewer points as money, or claim a treatment or a product.',
  },
  voucher_unknown: { in: ['answer'], advice: 'Compare the code letter by letter.' },
  voucher_unavailable: {
    in: ['answer', 'warning'],
    details: {
      status:
        'what became of it: `used`, `returned`, `expired` or `held`; `unfit`: it would pay nothing of this bill',
    },
    advice: 'Ask the member for another voucher: each works once, through its last day.',
  },
  offer_unavailable: {
    in: ['answer'],
    details: {
      status:
        '`unknown`, `used`, `held` for another bill, `ended`, or `unfit`: it takes nothing off this bill beyond what the tier does',
    },
    advice: 'Quote with `"offer": "best"`, which takes one that fits, or with `null`.',
  },
  credit_insufficient: {
    in: ['answer', 'warning'],
    advice: 'Take less credit. Of a visit: it was taken; staff look what else paid for it.',
  },
  checkout_unknown: {
    in: ['answer'],
    advice:
      'Quote the bill again: a quote ends after 30 minutes, and with the visit that names it.',
  },
  session_unavailable: {
    in: ['answer', 'warning'],
    details: { left: 'of an answer to a correction: the sessions that are left' },
    advice:
      'As a warning: the visit was taken, and staff look whether a package is missing. As an answer: take no more sessions than are left.',
  },
  balance_negative: {
    in: ['answer'],
    details: { balance: 'points, below zero' },
    advice: 'Wait until new points have brought the balance above zero.',
  },

  clock_backwards: {
    in: ['answer'],
    advice: 'Move the clock on from where it stands, or make a new sandbox.',
  },

  network: {
    in: ['sdk'],
    advice: 'Look at the network, the address of the API, and the content policy of the page.',
  },
  timeout: { in: ['sdk'], advice: 'Try again, or allow more time with `timeoutMs`.' },
  aborted: { in: ['sdk'], advice: 'Nothing: your own `signal` stopped it.' },
  answer_invalid: {
    in: ['sdk'],
    advice: 'Look who answered: often it is the page of a proxy. `cause` says what did not fit.',
  },
};

import * as z from 'zod/mini';
import { Event } from './event.js';
import { Currency, LocalDay, SignedMoney, openEnum } from './primitives.js';
import { Program } from './program.js';

/** Most events that a request may bring as its history. */
export const simulatedEventsLimit = 5000;

/** Most records of a clinic's own history that one request judges. */
export const simulatedRecordsLimit = 20_000;

/** Points of each 100 that are used one day, where nothing else is said. An assumption. */
export const defaultRedemptionPercent = 70;

/** The benefit of a year that a program aims at, in hundredths of a percent of the spend. */
export const rewardBand = { from: 500, to: 800 } as const;

/** What to try, on which history. */
export const SimulationRequest = z.strictObject({
  program: Program,
  against: z.optional(z.union([z.literal('current'), Program])),
  history: z.optional(z.strictObject({ events: z.array(Event).check(z.minLength(1)) })),
  redemptionPercent: z.optional(z.int().check(z.gte(0), z.lte(100))),
});
export type SimulationRequest = z.infer<typeof SimulationRequest>;

const BasisPoints = z.int();
const Members = z.int();

/** Where a rate lies in the band. */
export const Verdict = openEnum(['below', 'inside', 'above']);

/** A rate in hundredths of a percent; null where nobody spent anything. */
export const SimulatedRate = z.object({
  basisPoints: z.nullable(BasisPoints),
  verdict: z.nullable(Verdict),
  members: Members,
});
export type SimulatedRate = z.infer<typeof SimulatedRate>;

/** One row of what the program gives, under the name of what gives it. */
export const SimulatedCost = z.object({
  kind: openEnum(['category', 'rule', 'benefit', 'offer', 'donation']),
  name: z.string(),
  points: z.int(),
  given: SignedMoney,
  cost: SignedMoney,
});
export type SimulatedCost = z.infer<typeof SimulatedCost>;

/** Members by tier at the end of a day. */
export const SimulatedTiers = z.object({
  on: LocalDay,
  levels: z.array(z.object({ tier: z.string(), members: Members })),
});
export type SimulatedTiers = z.infer<typeof SimulatedTiers>;

/** One of those who gain most. */
export const SimulatedGain = z.object({
  member: z.string(),
  tier: z.nullable(z.string()),
  visits: z.int(),
  spend: SignedMoney,
  given: SignedMoney,
  rateBasisPoints: z.nullable(BasisPoints),
});
export type SimulatedGain = z.infer<typeof SimulatedGain>;

/** What one program makes of the history. */
export const SimulationReport = z.object({
  spend: SignedMoney,
  given: z.object({
    total: SignedMoney,
    points: SignedMoney,
    credit: SignedMoney,
    discounts: SignedMoney,
    offers: SignedMoney,
  }),
  cost: SignedMoney,
  costBasisPoints: z.nullable(BasisPoints),
  rates: z.object({ overall: SimulatedRate, median: SimulatedRate, typical: SimulatedRate }),
  points: z.object({
    issued: z.int(),
    redeemed: z.int(),
    lapsed: z.int(),
    outstanding: z.int(),
  }),
  liability: SignedMoney,
  sessions: z.object({ sold: z.int(), used: z.int(), expired: z.int(), left: z.int() }),
  offers: z.array(z.object({ source: z.string(), count: z.int(), used: z.int() })),
  costs: z.array(SimulatedCost),
  tiers: z.array(SimulatedTiers),
  gains: z.array(SimulatedGain),
});
export type SimulationReport = z.infer<typeof SimulationReport>;

/** The history that was judged. */
export const SimulatedHistory = z.object({
  from: z.nullable(LocalDay),
  to: z.nullable(LocalDay),
  members: Members,
  visits: z.int(),
  records: z.int(),
  /** Events of the request that could not be taken; empty for the clinic's own history. */
  rejected: z.array(
    z.object({
      externalId: z.nullable(z.string()),
      code: z.string(),
      param: z.nullable(z.string()),
    }),
  ),
});
export type SimulatedHistory = z.infer<typeof SimulatedHistory>;

/** What a program would have given for a history, beside another one where that was asked. */
export const SimulationAnswer = z.object({
  currency: Currency,
  redemptionPercent: z.int(),
  band: z.object({ from: BasisPoints, to: BasisPoints }),
  history: SimulatedHistory,
  program: SimulationReport,
  against: z.nullable(SimulationReport),
  compared: z.nullable(z.object({ better: Members, same: Members, worse: Members })),
});
export type SimulationAnswer = z.infer<typeof SimulationAnswer>;

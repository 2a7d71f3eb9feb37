import type { EventResult, Program } from '@afterglow/contract';
import type { EventInput, ServerClient } from '@afterglow/sdk/server';
import type { SignedIn, SignInOptions } from './sign-in.js';

/** What people are made with. */
export interface Town {
  readonly backend: ServerClient;
  readonly program: Program;
  /** The clinic's now, epoch milliseconds. */
  now(): number;
  signIn(phone: string, options?: SignInOptions): Promise<SignedIn>;
}

/** A visit in the fewest words. */
export interface VisitInput {
  /** Minor units; 40,000 ($400) when left out. */
  readonly amount?: number;
  /** Left out: the first category that the program's calculator names. */
  readonly category?: string;
  readonly kind?: 'treatment' | 'product';
  /** Left out: the clinic's now. */
  readonly occurredAt?: string;
  /** The receipt; left out: the next number. */
  readonly externalId?: string;
}

/** People with a history, each made by real events and real sign-ins. */
export interface People {
  /** Joined; two treatments, a package with a session used, a friend who joined and came. */
  ana(): Promise<SignedIn>;
  /** Joined a moment ago: nothing but what joining gives. */
  dora(): Promise<SignedIn>;
  /** Came to the clinic and never joined. */
  cleo(): Promise<{ readonly phone: string; readonly memberId: string }>;
  /** Joined with somebody's referral code. */
  friendOf(owner: SignedIn): Promise<SignedIn>;
}

/** What happens at the till, in a test. */
export interface Till {
  /** One paid visit of the person with this phone. */
  visit(phone: string, visit?: VisitInput): Promise<EventResult>;
  /** A package of the program is sold; its first one when no code is given. */
  sellPackage(phone: string, code?: string): Promise<EventResult>;
  /** A treatment that the package covers, paid with one of its sessions. */
  useSession(phone: string, code?: string): Promise<EventResult>;
}

/** Phones of the people, from the numbers that no telephone has. */
export const phones = {
  ana: '+13125550100',
  ben: '+13125550101',
  cleo: '+13125550102',
  dora: '+13125550103',
} as const;

/** The server took a receipt of the test's till otherwise than as new. */
export class ReceiptRefusedError extends Error {
  override readonly name = 'ReceiptRefusedError';
  /** The code of the refusal; `duplicate` for a receipt that was there already. */
  readonly code: string;

  constructor({ code, status, detail, externalId }: Partial<EventResult> = {}) {
    super(`Receipt ${externalId} was not taken: ${code ?? status}. ${detail ?? ''}`.trim());
    this.code = code ?? status ?? 'internal';
  }
}

/** A till that sends real events. */
export function createTill({ backend, program, now }: Town): Till {
  let receipts = 0;
  const { currency } = program.clinic;
  const money = (amount: number) => ({ amount, currency });
  const category = program.calculator.treatments[0]?.category ?? 'treatment';
  const offerOf = (code?: string) => {
    const offer = program.packages.find((one) => code === undefined || one.code === code);
    if (offer) return offer;
    throw new RangeError(`The program sells no package ${code ?? ''}; see program.packages`);
  };

  async function send(
    phone: string,
    data: Extract<EventInput, { type: 'visit.completed' }>['data'],
    { occurredAt, externalId }: VisitInput = {},
  ): Promise<EventResult> {
    receipts += 1;
    const [result] = await backend.events.send({
      type: 'visit.completed',
      source: 'till',
      externalId: externalId ?? `R-${receipts}`,
      occurredAt: occurredAt ?? new Date(now()).toISOString(),
      member: { phone },
      data,
    });
    if (result?.status === 'applied') return result;
    throw new ReceiptRefusedError(result);
  }

  return {
    visit: (phone, visit = {}) => {
      const price = money(visit.amount ?? 40_000);
      const line = {
        lineId: '1',
        kind: visit.kind ?? ('treatment' as const),
        category: visit.category ?? category,
        price,
      };
      return send(phone, { lines: [line], tenders: [{ kind: 'money', amount: price }] }, visit);
    },
    sellPackage: (phone, code) => {
      const { price, code: sold } = offerOf(code);
      return send(phone, {
        lines: [{ lineId: '1', kind: 'package', package: sold, price }],
        tenders: [{ kind: 'money', amount: price }],
      });
    },
    useSession: (phone, code) => {
      const { code: used, covers, price, sessions } = offerOf(code);
      return send(phone, {
        lines: [
          {
            lineId: '1',
            kind: 'treatment',
            price: money(Math.round(price.amount / sessions)),
            ...(covers.categories?.[0] !== undefined && { category: covers.categories[0] }),
            ...(covers.codes?.[0] !== undefined && { code: covers.codes[0] }),
          },
        ],
        tenders: [{ kind: 'session', count: 1, reference: used, line: '1' }],
      });
    },
  };
}

/** People who can be asked to live in a town. */
export function createPeople(town: Town, till: Till): People {
  const friendOf = (owner: SignedIn) => {
    const code = owner.answer.summary.referral?.code;
    return town.signIn(phones.ben, {
      joining: { firstName: 'Ben', ...(code !== undefined && { code }) },
    });
  };

  return {
    friendOf,
    ana: async () => {
      const ana = await town.signIn(phones.ana, { joining: { firstName: 'Ana' } });
      await till.visit(ana.phone, { amount: 45_000 });
      await till.visit(ana.phone, { amount: 60_000 });
      if (town.program.packages.length > 0) {
        await till.sellPackage(ana.phone);
        await till.useSession(ana.phone);
      }
      const ben = await friendOf(ana);
      await till.visit(ben.phone);
      return ana;
    },
    dora: () => town.signIn(phones.dora, { joining: { firstName: 'Dora' } }),
    cleo: async () => {
      const { memberId } = await till.visit(phones.cleo);
      return { phone: phones.cleo, memberId: memberId ?? '' };
    },
  };
}

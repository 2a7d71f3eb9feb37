/** A clinic in which the lines of an example happen, through the API alone. */
import type {
  Entry,
  EventResult,
  Program,
  Summary,
  TestNotice,
  Voucher,
} from '@afterglow/contract';
import { isRefusedError, type EventInput } from '@afterglow/sdk/server';
import { createTestServer, type SignedIn, type TestServer } from '@afterglow/testing';
import { billOf, type Bill } from './example-bills.js';
import { dayOf, type Example, type Row } from './rule-examples.js';

/** Somebody of whom an example tells. */
interface Person {
  readonly name: string;
  readonly phone: string;
  joined: boolean;
  /** Of somebody who has a code and is no member. */
  ownerId?: string | null;
  code?: string;
  signedIn?: { readonly day: string; readonly as: SignedIn };
  bookings: number;
}

/** What somebody has, as the API says it. */
export interface Has {
  readonly points: number;
  /** Of members only. */
  readonly summary: Summary | undefined;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly notices: readonly TestNotice[];
  /** All claims, newest first; of members only. */
  readonly vouchers: readonly Voucher[];
}

/** The words after which a line of an example is about nobody. */
const nobody = new Set(['The', 'Time', 'A']);

/** A clinic with the setting of an example, on the day on which the example begins. */
export async function openExample({ setting, rows, later }: Example): Promise<ExampleClinic> {
  const program = (usual: Program) => withSetting(usual, setting) as Program;
  const server = await createTestServer({ now: `${rows[0]?.day ?? ''}T19:00:00Z`, program });
  return new ExampleClinic(server, later);
}

/**
 * A setting laid over a program: objects part by part, lists and all else as a whole, and so what is
 * of another kind, such as a gift card in the place of an offer.
 */
export function withSetting(usual: unknown, setting: unknown): unknown {
  if (!isObject(usual) || !isObject(setting) || usual['kind'] !== setting['kind']) return setting;
  const merged: Record<string, unknown> = { ...usual };
  for (const [part, value] of Object.entries(setting)) {
    merged[part] = withSetting(usual[part], value);
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Runs the lines of one example in their order. */
export class ExampleClinic {
  /** What became of the newest event. */
  last: EventResult | undefined;
  /** The code with which the newest claim was refused. */
  refused: string | undefined;
  readonly #server: TestServer;
  readonly #later: unknown[];
  readonly #people = new Map<string, Person>();
  readonly #bills = new Map<string, Bill & { readonly by: Person; revision: number }>();
  #program: Program;
  #day = '';
  #merged: { readonly id: string; readonly from: string } | undefined;
  #events = 0;

  constructor(server: TestServer, later: readonly unknown[]) {
    this.#server = server;
    this.#later = [...later];
    this.#program = server.program;
  }

  /** Lets a line happen on its day; returns the name of whom it is about, if anybody. */
  async happen({ day, happens }: Row): Promise<string | undefined> {
    const noonish = Date.parse(`${day}T20:00:00Z`);
    const now = this.#server.clock.now();
    if (day < this.#day) throw new RangeError(`the day ${day} lies before ${this.#day}`);
    await this.#server.clock.set(day > this.#day ? noonish : now + 60_000);
    this.#day = day;
    this.last = undefined;
    this.refused = undefined;

    for (const [pattern, deed] of this.#deeds) {
      const found = pattern.exec(happens);
      if (found) {
        const [, ...words] = found;
        return await deed(words.map((word) => word ?? ''));
      }
    }
    throw new SyntaxError(`nobody here knows what "${happens}" means`);
  }

  /** What somebody has now. */
  async has(name: string): Promise<Has> {
    const { backend } = this.#server;
    const person = this.#person(name);
    const memberId = await this.#idOf(person);
    const entries: Entry[] = [];
    for await (const entry of backend.members.entries(memberId)) entries.push(entry);
    // The owner of a staff code is no member, but has a ledger.
    const points = person.ownerId
      ? (entries.find(({ asset }) => asset === 'points')?.balanceAfter ?? 0)
      : (await backend.members.get(memberId)).points;
    const notices: TestNotice[] = [];
    for await (const notice of backend.test.notices()) {
      if (notice.memberId === memberId) notices.push(notice);
    }
    if (!person.joined) return { points, summary: undefined, entries, notices, vouchers: [] };
    const { me } = (await this.#signIn(person)).client;
    const vouchers: Voucher[] = [];
    for await (const voucher of me.vouchers()) vouchers.push(voucher);
    return { points, summary: await me.summary(), entries, notices, vouchers };
  }

  /** What lines can say, each with the words that its pattern picks out. */
  readonly #deeds: readonly (readonly [
    RegExp,
    (words: readonly string[]) => Promise<string | undefined>,
  ])[] = [
    [/^Time passes$/, () => Promise.resolve(undefined)],
    [
      /^(\w+) keeps (\w+)'s offer$/,
      async ([name = '', owner = '']) => {
        const { phone } = this.#person(name);
        const { client } = await this.#signIn(this.#person(owner));
        await client.referralCodes.keep(await this.#codeOf(owner), { phone });
        return undefined;
      },
    ],
    [/^(\w+) joins(?: with (\w+)'s code)?$/, ([name = '', owner = '']) => this.#join(name, owner)],
    [
      /^(?:Receipt (\S+)( corrected)?: )?(?:Late, for (\w+ \d+, \d+): )?(\w+) (?:pays|has) (.+)$/,
      ([id = '', corrected = '', late = '', name = '', bill = '']) =>
        this.#pay({ id, isCorrected: corrected !== '', late, name, bill }),
    ],
    [/^(\w+) claims ([\w-]+)$/, ([name = '', reward = '']) => this.#claim(name, reward)],
    [
      /^(\w+) gives the voucher back$/,
      async ([name = '']) => {
        const { id } = await this.#openVoucher(name);
        await (await this.#signIn(this.#person(name))).client.me.claims.delete(id);
        return name;
      },
    ],
    [
      /^Staff correct (\w+) by ([+−])(\d+) points for a (\w+)$/,
      async ([name = '', sign = '', points = '', reason = '']) => {
        const amount = sign === '−' ? -Number(points) : Number(points);
        const memberId = await this.#idOf(this.#person(name));
        await this.#server.backend.members.adjust(memberId, { asset: 'points', amount, reason });
        return name;
      },
    ],
    [
      /^Staff give (\w+) the tier (\w+) through (\w+ \d+, \d+)$/,
      async ([name = '', tier = '', until = '']) => {
        const memberId = await this.#idOf(this.#person(name));
        const gift = { level: tier.toLowerCase(), until: dayOf(until), reason: 'gift' };
        await this.#server.backend.members.giveTier(memberId, gift);
        return name;
      },
    ],
    [
      /^Receipt (\S+): \$([\d,.]+) for (.+) is refunded$/,
      ([id = '', amount = '', line = '']) => this.#refund(id, { amount, line }),
    ],
    [/^Receipt (\S+) is refunded in full$/, ([id = '']) => this.#refund(id)],
    [/^Receipt (\S+) is voided$/, ([id = '']) => this.#void(id)],
    [
      /^(\w+) books (.+) for (\w+ \d+, \d+)$/,
      ([name = '', , on = '']) => this.#book(this.#person(name), dayOf(on)),
    ],
    [/^(\w+) cancels the booking$/, ([name = '']) => this.#cancel(this.#person(name))],
    [
      /^(\w+) takes part: ([\w-]+)$/,
      ([name = '', activity = '']) =>
        this.#tell(this.#person(name), { type: 'activity.done', data: { activity } }),
    ],
    [
      /^(\w+) gives a score of (\d+)(?: for receipt (\S+))?$/,
      ([name = '', score = '', visit = '']) =>
        this.#tell(this.#person(name), {
          type: 'feedback.given',
          data: { score: Number(score), ...(visit === '' ? {} : { visit }) },
        }),
    ],
    [
      /^(\w+) says that the birthday is (\w+ \d+)$/,
      ([name = '', on = '']) => {
        const [, month, day] = dayOf(`${on}, 2000`).split('-').map(Number);
        return this.#tell(this.#person(name), {
          type: 'member.updated',
          data: { birthday: { month: month ?? 0, day: day ?? 0 } },
        });
      },
    ],
    [
      /^(\w+) takes the birthday away$/,
      async ([name = '']) => {
        await (await this.#signIn(this.#person(name))).client.me.update({ birthday: null });
        return name;
      },
    ],
    [
      /^(\w+) says that the e-mail is (\S+)$/,
      ([name = '', email = '']) =>
        this.#tell(this.#person(name), { type: 'member.updated', data: { email } }),
    ],
    [
      /^Staff (approve|reject) (\w+)'s friend$/,
      async ([verb = '', owner = '']) => {
        const { referrals } = this.#server.backend;
        const [held] = (await referrals.list('held').page()).data;
        if (!held) throw new RangeError('nobody is held');
        await referrals.review(held.id, { decision: verb as 'approve', reason: 'family' });
        return owner;
      },
    ],
    [
      /^Staff merge (\w+) into (\w+)$/,
      async ([other = '', name = '']) => {
        const from = await this.#idOf(this.#person(other));
        const id = await this.#idOf(this.#person(name));
        await this.#server.backend.members.merge(id, { from, reason: 'duplicate' });
        this.#merged = { id, from };
        return name;
      },
    ],
    [
      /^Staff take the merge back$/,
      async () => {
        if (!this.#merged) throw new RangeError('nobody was merged');
        await this.#server.backend.members.unmerge(this.#merged.id, { from: this.#merged.from });
        return undefined;
      },
    ],
    [
      /^(\w+) starts the membership (\w+)$/,
      ([name = '', plan = '']) =>
        this.#tell(this.#person(name), { type: 'membership.started', data: { plan } }),
    ],
    [
      /^(\w+) (pauses|ends) the membership$/,
      ([name = '', verb = '']) =>
        this.#tell(this.#person(name), {
          type: verb === 'ends' ? 'membership.ended' : 'membership.paused',
        }),
    ],
    [
      /^(\w+)'s package is extended to (\w+ \d+, \d+)$/,
      async ([name = '', on = '']) => {
        const { summary } = await this.has(name);
        return this.#tell(this.#person(name), {
          type: 'package.extended',
          data: { package: summary?.packages[0]?.id ?? '', expiresOn: dayOf(on) },
        });
      },
    ],
    [
      /^The clinic makes (?:a|an) (staff|influencer|partner) code for (\w+)$/,
      async ([kind = '', name = '']) => {
        const { code, ownerId } = await this.#server.backend.codes.create({
          kind: kind as 'staff',
          label: name,
        });
        Object.assign(this.#person(name), { code, ownerId });
        return undefined;
      },
    ],
    [
      /^A new program starts$/,
      async () => {
        this.#program = withSetting(this.#program, this.#later.shift()) as Program;
        await this.#server.backend.program.publish({ program: this.#program });
        return undefined;
      },
    ],
  ];

  #person(name: string): Person {
    if (nobody.has(name)) throw new SyntaxError(`"${name}" is nobody's name`);
    const known = this.#people.get(name);
    if (known) return known;
    const phone = `+131255501${String(this.#people.size).padStart(2, '0')}`;
    const person: Person = { name, phone, joined: false, bookings: 0 };
    this.#people.set(name, person);
    return person;
  }

  async #idOf({ phone, ownerId, name }: Person): Promise<string> {
    if (ownerId) return ownerId;
    const found = await this.#server.backend.members.list({ phone }).page();
    const [member] = found.data;
    if (!member) throw new RangeError(`the clinic does not know ${name}`);
    return member.id;
  }

  /** Signs in once a day, since a session of a page does not last longer. */
  async #signIn(person: Person, code?: string): Promise<SignedIn> {
    const known = person.signedIn;
    if (known?.day === this.#day) return known.as;
    const as = await this.#server.signIn(person.phone, {
      joining: { firstName: person.name, ...(code === undefined ? {} : { code }) },
    });
    person.joined = true;
    person.signedIn = { day: this.#day, as };
    return as;
  }

  async #join(name: string, owner: string): Promise<string> {
    await this.#signIn(this.#person(name), owner === '' ? undefined : await this.#codeOf(owner));
    return name;
  }

  async #claim(name: string, reward: string): Promise<string> {
    const { client } = await this.#signIn(this.#person(name));
    try {
      await client.me.claims.create(reward);
    } catch (error) {
      if (!isRefusedError(error)) throw error;
      this.refused = error.code;
    }
    return name;
  }

  /** The voucher that was claimed last and can be used. */
  async #openVoucher(name: string): Promise<Voucher> {
    const { vouchers } = await this.has(name);
    const open = vouchers.find(({ status }) => status === 'open');
    if (!open) throw new RangeError(`${name} has no voucher`);
    return open;
  }

  async #codeOf(owner: string): Promise<string> {
    const code = this.#person(owner).code ?? (await this.has(owner)).summary?.referral?.code;
    if (code === undefined) throw new RangeError(`${owner} has no code`);
    return code;
  }

  async #pay(of: {
    readonly id: string;
    readonly isCorrected: boolean;
    readonly late: string;
    readonly name: string;
    readonly bill: string;
  }): Promise<string> {
    const by = this.#person(of.name);
    const id = of.id === '' ? `R-${String((this.#events += 1))}` : of.id;
    const revision = of.isCorrected ? (this.#bills.get(id)?.revision ?? 0) + 1 : 1;
    const code = of.bill.includes('the voucher') ? (await this.#openVoucher(of.name)).code : '';
    const bill = billOf(of.bill, this.#program, code);
    this.#bills.set(id, { ...bill, by, revision });
    await this.#send({
      type: 'visit.completed',
      source: 'till',
      externalId: id,
      revision,
      ...(of.late === '' ? {} : { occurredOn: dayOf(of.late) }),
      member: { phone: by.phone },
      data: bill.data,
    });
    return of.name;
  }

  async #refund(
    id: string,
    part?: { readonly amount: string; readonly line: string },
  ): Promise<string> {
    const bill = this.#bill(id);
    const lines = bill.data.lines
      .map(({ lineId, price }, index) => ({ lineId, amount: price, words: bill.words[index] }))
      .filter(({ words }) => part === undefined || words === part.line)
      .map(({ lineId, amount }) => ({
        lineId,
        amount: part ? { ...amount, amount: centsOf(part.amount) } : amount,
      }));
    if (lines.length === 0) throw new RangeError(`receipt ${id} has no ${part?.line ?? 'line'}`);
    await this.#tell(bill.by, { type: 'visit.refunded', data: { visit: id, lines } });
    return bill.by.name;
  }

  async #void(id: string): Promise<string> {
    const { by } = this.#bill(id);
    return this.#tell(by, { type: 'visit.voided', data: { visit: id } });
  }

  #bill(id: string) {
    const bill = this.#bills.get(id);
    if (!bill) throw new RangeError(`there is no receipt ${id}`);
    return bill;
  }

  #book(person: Person, on: string): Promise<string> {
    person.bookings += 1;
    return this.#tell(person, {
      type: 'booking.made',
      data: { booking: bookingOf(person), startsAt: `${on}T20:00:00Z` },
    });
  }

  #cancel(person: Person): Promise<string> {
    return this.#tell(person, { type: 'booking.cancelled', data: { booking: bookingOf(person) } });
  }

  /** Sends an event about somebody, under an id of its own. */
  async #tell(person: Person, what: { readonly type: string; readonly data?: object }) {
    this.#events += 1;
    await this.#send({
      ...what,
      source: 'till',
      externalId: `E-${String(this.#events)}`,
      member: { phone: person.phone },
    } as EventInput);
    return person.name;
  }

  async #send(event: EventInput): Promise<void> {
    const [result] = await this.#server.backend.events.send(event);
    this.last = result;
    if (result?.status !== 'applied') {
      throw new TypeError(
        `an event was ${result?.code ?? result?.status}: ${result?.detail ?? ''}`,
      );
    }
  }
}

const bookingOf = ({ name, bookings }: Person) => `${name}-${String(bookings)}`;

const centsOf = (dollars: string) => Math.round(Number(dollars.replaceAll(',', '')) * 100);

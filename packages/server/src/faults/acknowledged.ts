import type { EventResult } from '@afterglow/contract';
import { Difference, holds, same } from './difference.js';

/** An event as a till sends it; only what the simulation itself looks at is typed. */
export interface SentEvent {
  readonly type: string;
  readonly source: string;
  readonly externalId: string;
  readonly revision: number;
  readonly member: { readonly externalId: string; readonly [more: string]: unknown };
  readonly data?: unknown;
  readonly [more: string]: unknown;
}

/** What is known of one revision of an event. */
interface Known {
  readonly event: SentEvent;
  /** The first answer that anybody saw, without its status. */
  answer: object | undefined;
  memberId: string | undefined;
  /** How many answers said that it was applied now. At most one may. */
  applied: number;
}

/**
 * The till's own book: what it sent and what it was answered. It knows no rule of the server but
 * that an event counts once, that a repetition gets the first answer, and that a higher revision
 * takes the place of a lower one.
 */
export class Acknowledged {
  readonly #events = new Map<string, Map<number, Known>>();
  readonly #isAnyErased: () => boolean;

  /** @param isAnyErased - Whether there may be people of whom nothing is taken any more. */
  constructor(isAnyErased: () => boolean) {
    this.#isAnyErased = isAnyErased;
  }

  /** Writes down that an event is on its way. */
  sent(event: SentEvent): void {
    const identity = eventIdentity(event);
    const revisions = this.#events.get(identity) ?? new Map<number, Known>();
    this.#events.set(identity, revisions);
    if (!revisions.has(event.revision))
      revisions.set(event.revision, { event, answer: undefined, memberId: undefined, applied: 0 });
  }

  /** Compares an answer with what was answered before. */
  answered(event: SentEvent, result: EventResult): void {
    const revisions = this.#events.get(eventIdentity(event));
    const known = revisions?.get(event.revision);
    if (!revisions || !known)
      throw new Difference(`an answer for ${eventIdentity(event)}, never sent`);

    const { status, ...answer } = result;
    const name = `${eventIdentity(event)} at revision ${event.revision}`;
    if (result.code === 'member_erased' && this.#isAnyErased()) return;
    if (status === 'rejected') {
      const isOutdated = Math.max(...revisions.keys()) > event.revision;
      holds(
        result.code === 'event_changed' && isOutdated,
        () => `${name} is rejected: ${String(result.code)} ${String(result.param)}`,
      );
      return;
    }
    if (status === 'applied') known.applied += 1;
    holds(known.applied <= 1, () => `${name} is applied twice`);
    if (known.answer) same(answer, known.answer, `a repeated answer for ${name}`);
    known.answer = answer;
    known.memberId = result.memberId ?? undefined;
  }

  /** The revision that counts of each event that was acknowledged, with whose it is. */
  current(): { readonly event: SentEvent; readonly memberId: string }[] {
    return [...this.#events.values()].flatMap((revisions) => {
      const [last] = [...revisions.values()]
        .filter(({ answer }) => answer !== undefined)
        .sort((a, b) => b.event.revision - a.event.revision);
      return last?.memberId === undefined ? [] : [{ event: last.event, memberId: last.memberId }];
    });
  }

  /** Every revision that was acknowledged, as `source externalId revision`, with its member. */
  all(): Map<string, string> {
    const all = new Map<string, string>();
    for (const [identity, revisions] of this.#events)
      for (const [revision, { memberId }] of revisions)
        if (memberId !== undefined) all.set(`${identity} ${revision}`, memberId);
    return all;
  }
}

/** The identity of an event, as text. */
export const eventIdentity = (of: { readonly source: string; readonly externalId: string }) =>
  `${of.source} ${of.externalId}`;

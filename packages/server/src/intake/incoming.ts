import * as z from 'zod/mini';
import { Event, type EventResult, type Refusal, type VisitData } from '@afterglow/contract';
import { noonOf } from '@afterglow/engine/calendar';
import { programAt, validateFact, type HistoryRecord, type UntakenRecord } from '@afterglow/engine';
import { instantText } from '../clinic-clock.js';
import { isOwnSource } from '../members/aliases.js';
import { canonicalJson, hashText } from '../hashing.js';
import { readInstantInput } from '../instants.js';
import { firstFault, type Fault } from '../http/issues.js';
import { normalizePhone } from '../phones.js';
import type { Clinic } from '../programs.js';
import { wording } from '../refused.js';
import { droppedFields, withoutUnknown, type Warning } from './dropped.js';
import { recordData } from './record-data.js';

/** An event whose shape and facts were checked; who it is of and whether it is new is open still. */
export interface Incoming {
  readonly event: Event;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** Of everything that it says; equal for a repetition. */
  readonly bodyHash: string;
  readonly warnings: readonly Warning[];
  /** What goes into the history, without id and time of arrival; undefined for changes of details. */
  readonly record: Omit<UntakenRecord, 'id'> | undefined;
}

/** Before it, the day in some zone would lie outside of what answers can carry. */
const earliest = Date.UTC(1901, 0, 1);

/** An event that is not taken. It is not remembered, so it can be corrected and sent again. */
export type Rejected = EventResult & { readonly status: 'rejected' };

/** The result of an event that is not taken. */
export function rejected(
  externalId: string | null,
  { code, param, detail }: { code: string; param?: string | undefined; detail: string },
): Rejected {
  return {
    externalId,
    status: 'rejected',
    id: null,
    memberId: null,
    code,
    detail,
    ...(param === undefined || param === '' ? {} : { param }),
    warnings: [],
    entries: [],
  };
}

/** A refusal of the engine as the result of an event. */
export function rejectedBy(externalId: string | null, refusal: Refusal): Rejected {
  return rejected(externalId, { ...refusal, detail: wording(refusal) });
}

/** Reads one event by itself, so that a bad one spoils no other. */
export function readEvent(clinic: Clinic, raw: unknown): Incoming | Rejected {
  const externalId = externalIdOf(raw);
  const parsed = parse(raw);
  if ('code' in parsed) return rejected(externalId, parsed);

  const { event } = parsed;
  const ours = [event.source, event.member?.source ?? ''].findIndex(isOwnSource);
  if (ours >= 0)
    return rejected(externalId, {
      code: 'invalid_field',
      param: ours === 0 ? 'source' : 'member.source',
      detail: 'This source is kept for our own records. Name the till or booking system.',
    });
  const at = whenOf(clinic, event);
  if (at === undefined)
    return rejected(externalId, {
      code: 'missing_field',
      param: 'occurredAt',
      detail: 'The event says neither occurredAt nor occurredOn. Only a sandbox fills in its now.',
    });

  if (at < earliest)
    return rejected(externalId, {
      code: 'visit_before_program',
      param: event.occurredAt === undefined ? 'occurredOn' : 'occurredAt',
      detail: 'The event lies before the year 1901, which is no time of a visit.',
    });

  const { member, warnings } = readPerson(clinic, event);
  const normal = withUtc(withPhone(clinic, { ...event, ...(member ? { member } : {}) } as Event));
  if (normal.type === 'member.updated' && normal.data.phone === '')
    return rejected(externalId, {
      code: 'phone_invalid',
      param: 'data.phone',
      detail: 'The phone is no telephone number that exists. Send it with its country code.',
    });
  const record = recordFor(normal, at);
  const refusal = factRefusal(clinic, record ?? { at });
  if (refusal) return rejectedBy(externalId, refusal);
  return {
    event: normal,
    at,
    bodyHash: bodyHash(normal, at),
    warnings: [...parsed.warnings, ...warnings],
    record,
  };
}

/**
 * Whether a fact can be taken. What leaves no record behind, such as a change of details, may not
 * lie in the future either.
 *
 * @param visit - What a refund speaks of, where it is known.
 */
export function factRefusal(
  clinic: Clinic,
  record: Pick<HistoryRecord, 'at'> | Omit<UntakenRecord, 'id'>,
  visit?: VisitData,
): Refusal | undefined {
  const fact = { type: 'activity', ...record, id: '', recordedAt: clinic.now } as HistoryRecord;
  const { program } = programAt(clinic.programs, record.at);
  return validateFact(fact, program, clinic.now, visit);
}

function parse(raw: unknown): { event: Event; warnings: Warning[] } | Fault {
  const first = z.safeParse(Event, raw);
  if (first.success) return { event: first.data, warnings: droppedFields(raw, first.data) };

  const stripped = withoutUnknown(raw, first.error.issues);
  const again = stripped === undefined ? undefined : z.safeParse(Event, stripped);
  if (again?.success) return { event: again.data, warnings: droppedFields(raw, again.data) };
  return typeFault(raw) ?? firstFault(first.error.issues, raw);
}

/** A type that the contract does not have gets a code of its own. */
function typeFault(raw: unknown): Fault | undefined {
  const type = (raw as { type?: unknown } | null)?.type;
  if (typeof type !== 'string' || eventTypes.has(type)) return undefined;
  return {
    code: 'event_type_unknown',
    param: 'type',
    detail: `There is no such type of event. The types are ${[...eventTypes].join(', ')}.`,
  };
}

const eventTypes: ReadonlySet<string> = new Set(
  Event.def.options.flatMap((option) => option.def.shape.type.def.values),
);

function externalIdOf(raw: unknown): string | null {
  const id = (raw as { externalId?: unknown } | null)?.externalId;
  return typeof id === 'string' ? id.slice(0, 200) : null;
}

/** A day without a time counts as noon in the clinic's zone; a sandbox may leave both out. */
function whenOf(clinic: Clinic, event: Event): number | undefined {
  if (event.occurredAt !== undefined) return readInstantInput(event.occurredAt);
  if (event.occurredOn !== undefined)
    return noonOf(event.occurredOn, clinic.program.clinic.timeZone);
  return clinic.sandbox ? clinic.now : undefined;
}

/**
 * The person as we look for people: phone in E.164, e-mail in lower case. A phone that no
 * telephone has is left out with a warning, since tills are full of them.
 */
function readPerson(
  clinic: Clinic,
  { member }: Event,
): { member: Event['member']; warnings: Warning[] } {
  if (!member) return { member, warnings: [] };

  const { phone, email, ...rest } = member;
  const country = clinic.program.clinic.country;
  const normalized = phone === undefined ? undefined : normalizePhone(phone, country);
  return {
    member: {
      ...rest,
      ...(normalized === undefined ? {} : { phone: normalized }),
      ...(email === undefined ? {} : { email: email.trim().toLowerCase() }),
    },
    warnings:
      phone !== undefined && normalized === undefined
        ? [{ code: 'phone_invalid', path: 'member.phone' }]
        : [],
  };
}

/** An update with its phone in E.164; an empty text stands for a number that does not exist. */
function withPhone(clinic: Clinic, event: Event): Event {
  if (event.type !== 'member.updated' || event.data.phone === undefined) return event;
  const phone = normalizePhone(event.data.phone, clinic.program.clinic.country) ?? '';
  return { ...event, data: { ...event.data, phone } };
}

/** The event with the time of its booking or visit in UTC, so that equal times have equal text. */
function withUtc(event: Event): Event {
  const data = event.data as { startsAt?: string } | undefined;
  const startsAt = data?.startsAt && readInstantInput(data.startsAt);
  if (!startsAt) return event;
  return { ...event, data: { ...data, startsAt: instantText(startsAt) } } as Event;
}

function recordFor(event: Event, at: number): Incoming['record'] {
  const { source, externalId, revision } = event;
  const content = recordData(event, at);
  if (!content) return undefined;
  const { type, data } = content;
  return { type, source, externalId, revision, at, data } as Incoming['record'];
}

/** Says whether two events say the same; a time that we filled in is no part of what was said. */
function bodyHash(event: Event, at: number): string {
  const { revision: _, occurredAt, ...said } = event;
  return hashText(canonicalJson(occurredAt === undefined ? said : { ...said, occurredAt: at }));
}

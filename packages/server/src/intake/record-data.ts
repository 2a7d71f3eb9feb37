import type { Event, VisitData } from '@afterglow/contract';
import type { BookingData, HistoryRecord } from '@afterglow/engine';

/** A record of any type, without what says which one it is. */
type RecordContent = HistoryRecord extends infer One
  ? One extends HistoryRecord
    ? Pick<One, 'type' | 'data'>
    : never
  : never;

/**
 * What an event puts into the history of an account: ids, codes, amounts and instants, nothing that
 * says who somebody is. Undefined for what changes a person's details only. Who a code belongs to is
 * filled in when the event is applied.
 */
export function recordData(event: Event, at: number): RecordContent | undefined {
  switch (event.type) {
    case 'visit.completed':
      return { type: 'visit', data: withoutCards(event.data) };
    case 'visit.refunded':
      return { type: 'refund', data: event.data };
    case 'visit.voided':
      return { type: 'void', data: event.data };
    case 'booking.made':
    case 'booking.changed':
    case 'booking.cancelled':
    case 'booking.missed':
      return { type: 'booking', data: booking(event) };
    case 'activity.done':
      return { type: 'activity', data: event.data };
    case 'feedback.given':
      return { type: 'feedback', data: event.data };
    case 'member.joined':
      return { type: 'joined', data: joined(event.data.code, at) };
    case 'member.updated':
      return undefined;
    case 'membership.started':
      return { type: 'membership', data: { step: 'started', ...event.data } };
    case 'membership.paused':
      return { type: 'membership', data: { step: 'paused' } };
    case 'membership.ended':
      return { type: 'membership', data: { step: 'ended' } };
    case 'package.extended':
      return { type: 'packageExtended', data: event.data };
  }
}

/** A visit without what the till gives for cards: a history names none. */
function withoutCards(data: VisitData): VisitData {
  if (!data.tenders?.some(({ card }) => card !== undefined)) return data;
  return { ...data, tenders: data.tenders.map(({ card: _, ...tender }) => tender) };
}

const booking = (event: Extract<Event, { type: `booking.${string}` }>): BookingData => ({
  ...event.data,
  step: event.type.slice('booking.'.length) as BookingData['step'],
});

const joined = (code: string | undefined, at: number) => ({
  code: code ?? null,
  ownerId: null,
  existingPatient: false,
  enrolledAt: at,
});

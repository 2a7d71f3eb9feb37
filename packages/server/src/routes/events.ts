import { eventsLimit } from '@afterglow/contract';
import type { Handler } from '../http/call.js';
import { recordFacts } from '../intake/record-facts.js';
import { Refused } from '../refused.js';

/** Takes one event or up to 500, each answered on its own. */
export const sendEvents: Handler<'sendEvents'> = async ({ ports, clinic, body }) => ({
  results: [...(await recordFacts(ports, clinic, eventsOf(body)))],
});

/** The events of a body: a list under `events`, or the body itself. */
function eventsOf(body: unknown): readonly unknown[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refused('invalid_field', {
      detail: 'The body is one event, or { "events": [ … ] }.',
    });
  if (!('events' in body)) return [body];

  const { events, ...rest } = body as { events: unknown };
  const [extra] = Object.keys(rest);
  if (extra !== undefined)
    throw new Refused('unknown_field', {
      detail: `${extra.slice(0, 80)} is no field beside "events".`,
      param: extra.slice(0, 80),
    });
  if (!Array.isArray(events) || events.length === 0)
    throw new Refused('invalid_field', {
      detail: '"events" is a list of 1 to 500 events.',
      param: 'events',
    });
  if (events.length > eventsLimit)
    throw new Refused('too_many_events', {
      detail: `${events.length} events came; send at most ${eventsLimit} in one request.`,
      param: 'events',
      details: { limit: eventsLimit },
    });
  return events as readonly unknown[];
}

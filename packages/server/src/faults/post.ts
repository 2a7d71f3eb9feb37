import type { EventResult, EventsAnswer } from '@afterglow/contract';
import type { SentEvent } from './acknowledged.js';
import { insist } from './call.js';
import { holds } from './difference.js';
import type { InFlight, SentFact, World } from './world.js';

const dayMs = 86_400_000;

/**
 * Sends events by the mail: at once, or so late that others overtake them.
 *
 * @returns True: everything that is sent is acknowledged in the end.
 */
export async function post(world: World, events: readonly SentEvent[]): Promise<boolean> {
  const { noise } = world;
  for (const event of events) world.book.sent(event);
  const mail = events.map((event): InFlight => ({
    event,
    sentAtStep: world.step,
    arrivesAtStep: world.step + (noise.happens(20) ? noise.between(1, 30) : 0),
  }));
  world.mail.push(...mail.filter(({ arrivesAtStep }) => arrivesAtStep > world.step));
  await deliver(
    world,
    mail.filter(({ arrivesAtStep }) => arrivesAtStep <= world.step),
  );
  return true;
}

/** Sends a new revision of what was sent, with something changed. */
export function postRevision(
  world: World,
  sent: SentFact,
  change: Partial<SentEvent>,
): Promise<boolean> {
  sent.event = { ...sent.event, ...change, revision: sent.event.revision + 1 };
  return post(world, [sent.event]);
}

/** Delivers what has to arrive by now. */
export async function deliverDue(world: World, until = world.step): Promise<void> {
  const due = world.mail.filter(({ arrivesAtStep }) => arrivesAtStep <= until);
  if (due.length === 0) return;
  const rest = world.mail.filter(({ arrivesAtStep }) => arrivesAtStep > until);
  world.mail.splice(0, world.mail.length, ...rest);
  due.sort((a, b) => a.arrivesAtStep - b.arrivesAtStep);
  if (world.noise.happens(50)) due.reverse();
  await deliver(world, due);
}

async function deliver(world: World, mail: readonly InFlight[]): Promise<void> {
  if (mail.length === 0) return;
  const now = await world.now();
  for (const { event, sentAtStep } of mail) {
    if (sentAtStep < world.newestArrived) world.took('reordered');
    world.newestArrived = Math.max(world.newestArrived, sentAtStep);
    const at = Date.parse(String(event['occurredAt'] ?? event['occurredOn']));
    if (now - at > dayMs) world.took('late');
  }
  const events = mail.map(({ event }) => event);
  const { noise } = world;
  if (noise.happens(6)) {
    world.took('duplicateAtOnce');
    await Promise.all([send(world, events), send(world, events)]);
    return;
  }
  await send(world, events);
  if (!noise.happens(8)) return;
  world.took('duplicate');
  await send(world, events);
}

/** Sends events until they are answered; every answer goes into the book. */
export async function send(world: World, events: readonly SentEvent[]): Promise<void> {
  const request = {
    route: 'POST /v1/events',
    key: world.clinic.secretKey,
    body: events.length === 1 ? events[0] : { events },
  };
  await insist(world, request, ({ status, body }) => {
    holds(status === 200, () => `events are answered ${status}: ${JSON.stringify(body)}`);
    const { results } = body as EventsAnswer;
    for (const [index, event] of events.entries()) {
      const result = results[index];
      if (!result) continue;
      world.book.answered(event, result);
      notePackages(world, event, result);
    }
  });
}

/** Writes down which packages a visit sold, for what is said of them later. */
function notePackages(world: World, event: SentEvent, { entries }: EventResult): void {
  for (const { asset } of entries) {
    const [kind, id] = asset.split(':');
    if (kind !== 'sessions' || id === undefined) continue;
    if (world.packages.some((known) => known.id === id)) continue;
    world.packages.push({ client: event.member.externalId, id });
  }
}

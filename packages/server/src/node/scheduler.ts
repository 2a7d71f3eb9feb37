import { clinicNow } from '../clinic-clock.js';
import { failureOf } from '../failure.js';
import type { Ports } from '../ports.js';
import type { Tables } from '../tables.js';
import { eraseDue } from '../members/leave.js';
import { forgetExpired } from '../sessions/forget-expired.js';
import { settleDue } from '../settle.js';
import { isSweeping, sweep } from '../sweep.js';

/** How often we look for what fell due. What a patient sees never waits for it. */
const everyMs = 5_000;

/** Every so many rounds, what is kept for a time only is looked for: once a minute. */
const forgetEvery = 12;

/** Batches of a sweep before the other clinics have their turn: a second or two. */
const sweptPerRound = 20;

/** Something that goes on until it is stopped. */
export interface Running {
  /** Ends it; resolves when a round that runs has ended. */
  stop(): Promise<void>;
}

/**
 * Posts what falls due for all clinics, again and again, and takes away what is kept for a time
 * only. Any number of servers may do so on one database. A sandbox whose clock stands still is left
 * alone: moving its clock settles it.
 */
export function startScheduler(ports: Ports, intervalMs = everyMs): Running {
  let round: Promise<void> | undefined;
  let rounds = 0;
  let stopping = false;
  const run = async () => {
    while ((await settleAll(ports)) && !stopping);
    if (rounds++ % forgetEvery === 0) await forgetAll(ports);
  };
  const timer = setInterval(() => {
    round ??= run().finally(() => (round = undefined));
  }, intervalMs);
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await round;
    },
  };
}

/**
 * One round over all clinics; a clinic that fails is logged and keeps no other from its turn.
 *
 * @returns Whether a clinic is being swept still, so that the next round should not wait.
 */
export async function settleAll(ports: Ports): Promise<boolean> {
  let isMore = false;
  await eachClinic(ports, 'settling what fell due failed', async (clinic) => {
    if (clinic.sandbox === 0 || clinic.clockAt === null)
      await settleDue(ports, clinic.id, clinicNow(clinic, ports.clock.now()));
    // A sandbox whose clock stands still is swept where it was published, unless that process died.
    await sweep(ports, clinic.id, { batches: sweptPerRound });
    isMore ||= await isSweeping(ports, clinic.id);
  });
  return isMore;
}

/** Takes away what is kept for a time only, and who asked to be erased, at all clinics. */
export async function forgetAll(ports: Ports): Promise<void> {
  await eachClinic(ports, 'forgetting what expired failed', ({ id }) => forgetExpired(ports, id));
  await eachClinic(ports, 'erasing who asked for it failed', (clinic) =>
    eraseDue(ports, clinic.id, clinicNow(clinic, ports.clock.now())),
  );
}

async function eachClinic(
  ports: Ports,
  failed: string,
  work: (clinic: Tables['clinics']) => Promise<unknown>,
): Promise<void> {
  try {
    const clinics = await ports.store.reader.range('clinics', { index: 'key', where: {} });
    for (const clinic of clinics)
      await work(clinic).catch((error) => logFailure(ports, failed, error, clinic.id));
  } catch (error) {
    logFailure(ports, failed, error);
  }
}

function logFailure(ports: Ports, failed: string, error: unknown, clinicId?: string): void {
  ports.logger.error({ clinicId, ...failureOf(error) }, failed);
}

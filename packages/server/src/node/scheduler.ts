import { clinicNow } from '../clinic-clock.js';
import type { Ports } from '../ports.js';
import { settleDue } from '../settle.js';

/** How often we look for what fell due. What a patient sees never waits for it. */
const everyMs = 5_000;

/** Something that goes on until it is stopped. */
export interface Running {
  /** Ends it; resolves when a round that runs has ended. */
  stop(): Promise<void>;
}

/**
 * Posts what falls due for all clinics, again and again. Any number of servers may do so on one
 * database. A sandbox whose clock stands still is left alone: moving its clock settles it.
 */
export function startScheduler(ports: Ports, intervalMs = everyMs): Running {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= settleAll(ports).finally(() => (round = undefined));
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

/** One round over all clinics; a clinic that fails is logged and keeps no other from its turn. */
export async function settleAll(ports: Ports): Promise<void> {
  try {
    const clinics = await ports.store.reader.range('clinics', { index: 'key', where: {} });
    for (const clinic of clinics.filter((one) => one.sandbox === 0 || one.clockAt === null))
      await settleDue(ports, clinic.id, clinicNow(clinic, ports.clock.now())).catch((error) =>
        logFailure(ports, error, clinic.id),
      );
  } catch (error) {
    logFailure(ports, error);
  }
}

function logFailure(ports: Ports, error: unknown, clinicId?: string): void {
  const name = error instanceof Error ? error.name : typeof error;
  const at =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .slice(1, 6)
          .map((line) => line.trim())
      : [];
  ports.logger.error({ clinicId, error: name, at }, 'settling what fell due failed');
}

import type { Ports } from './ports.js';

/**
 * Does what follows from work that is committed: at once, or where the whole request is one
 * transaction, after that. Who dies before it is done leaves it to the scheduler.
 */
export async function afterCommit(
  ports: Ports,
  work: (ports: Ports) => Promise<void>,
): Promise<void> {
  await (ports.afterCommit ? ports.afterCommit(work) : work(ports));
}

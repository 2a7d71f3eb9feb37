import type { Ports } from '../ports.js';

/** Rows that one transaction takes away. */
const atOnce = 100;

const dayMs = 24 * 3_600_000;

/**
 * What is kept past its end, and for how long: wrong codes count for a day, and a session that is
 * over is told from one that never was for a week. Tills tell of a visit late, and correct it later.
 */
const keptMs = {
  challenges: dayMs,
  sessions: 7 * dayMs,
  idempotency: 0,
  nonces: 0,
  checkouts: 0,
  keptCodes: 90 * dayMs,
} as const;

type Forgotten = keyof typeof keptMs;

/** Takes away what a clinic keeps for a time only, and the codes in messages that were sent. */
export async function forgetExpired(ports: Ports, clinicId: string): Promise<void> {
  for (const table of Object.keys(keptMs) as Forgotten[])
    while ((await removeSome(ports, table, clinicId)) === atOnce);
  while ((await blankSome(ports, clinicId)) === atOnce);
}

async function removeSome(ports: Ports, table: Forgotten, clinicId: string): Promise<number> {
  return ports.store.transaction(async (tx) => {
    const rows = await tx.range(table, {
      index: 'byExpiry',
      where: { clinicId },
      below: ports.clock.now() - keptMs[table],
      limit: atOnce,
    });
    for (const row of rows) await tx.remove(table, row);
    return rows.length;
  });
}

/** A message stays as the record that it was sent; the code in it lies nowhere in the clear. */
async function blankSome(ports: Ports, clinicId: string): Promise<number> {
  return ports.store.transaction(async (tx) => {
    const rows = await tx.range('outbox', {
      index: 'byExpiry',
      where: { clinicId },
      below: ports.clock.now(),
      limit: atOnce,
    });
    for (const { id, text } of rows)
      await tx.update(
        'outbox',
        { clinicId, id },
        { text: text.replace(/\d{6}/g, '······'), expiresAt: null },
      );
    return rows.length;
  });
}

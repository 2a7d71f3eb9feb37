import type { AnswerOf, TestNotice } from '@afterglow/contract';
import { clinicNow, instantText } from '../clinic-clock.js';
import type { Call, Handler } from '../http/call.js';
import { readInstantInput } from '../instants.js';
import { eraseDue } from '../members/leave.js';
import { noticesPage } from '../notices.js';
import { Refused } from '../refused.js';
import { settleDue } from '../settle.js';
import { ensured } from '../ensured.js';

/** A sandbox's clock stays a century before the last day that the contract can write. */
const latest = Date.UTC(2900, 0, 1);

/** How many messages are listed. */
const messagesShown = 100;

/** Where the clinic's clock stands. */
export const getTestClock: Handler<'getTestClock'> = async ({ clinic }) => {
  sandboxOnly(clinic.sandbox);
  return clock(clinic.now, clinic.row.clockAt !== null, 0);
};

/** Moves the clinic's clock; everything that falls due until then happens in order. */
export const moveTestClock: Handler<'moveTestClock'> = async (call) => {
  sandboxOnly(call.clinic.sandbox);
  const target = ensured(readInstantInput(call.body.now), 'the instant of a checked text');
  await setClock(call, target);
  await eraseDue(call.ports, call.clinic.id, target);
  return clock(target, true, await settleDue(call.ports, call.clinic.id, target));
};

async function setClock({ ports, clinic }: Call<'moveTestClock'>, target: number): Promise<void> {
  if (target >= latest)
    throw new Refused('invalid_field', {
      detail: 'now lies after the year 2899. What falls due later could not be written as a day.',
      param: 'now',
    });

  await ports.store.transaction(async (tx) => {
    // Another move may have come first.
    const row = (await tx.lock('clinics', { id: clinic.id })) ?? clinic.row;
    const now = clinicNow(row, ports.clock.now());
    const [anybody] = await tx.range('accounts', {
      index: 'key',
      where: { clinicId: clinic.id },
      limit: 1,
    });
    if (target < now && anybody)
      throw new Refused('clock_backwards', {
        detail: `The clinic's clock stands at ${instantText(now)} and people are recorded. Go on from there, or make a new sandbox.`,
        param: 'now',
      });
    await tx.update('clinics', { id: clinic.id }, { clockAt: target });
  });
}

/** What would have been sent, newest first. */
export const listTestMessages: Handler<'listTestMessages'> = async ({ ports, clinic }) => {
  sandboxOnly(clinic.sandbox);
  const rows = await ports.store.reader.range('outbox', {
    index: 'byTime',
    where: { clinicId: clinic.id },
    descending: true,
    limit: messagesShown,
  });
  const data = rows.map(({ at, channel, recipient, text }) => ({
    at: instantText(at),
    channel,
    to: recipient,
    text,
  }));
  return { data, nextCursor: null };
};

/** What the members should be told so far, newest first. */
export const listTestNotices: Handler<'listTestNotices'> = async ({ ports, clinic, query }) => {
  sandboxOnly(clinic.sandbox);
  const page = await noticesPage(ports.store.reader, clinic.id, query);
  const data = page.data.map(({ accountId, kind, dueAt, usefulUntil, argsJson }) => ({
    memberId: accountId,
    kind,
    dueAt: instantText(dueAt),
    usefulUntil: instantText(usefulUntil),
    args: JSON.parse(argsJson) as TestNotice['args'],
  }));
  return { ...page, data };
};

function sandboxOnly(sandbox: boolean): void {
  if (!sandbox)
    throw new Refused('sandbox_only', {
      detail:
        'This clinic is live. Clocks and test messages exist in a sandbox (…_test_ keys) only.',
    });
}

const clock = (now: number, frozen: boolean, settled: number): AnswerOf<'getTestClock'> => ({
  now: instantText(now),
  frozen,
  settled,
});

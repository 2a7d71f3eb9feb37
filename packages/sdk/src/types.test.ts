import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Client } from './index.js';
import type { Resource } from './page/page-store.js';
import type { EventInput, ServerClient } from './server.js';

/** Never called: the compiler reads it, and misses each error that is not there. */
export async function mustNotCompile(client: Client, backend: ServerClient): Promise<void> {
  // @ts-expect-error Property 'phone' is missing
  await client.session.sendCode({});

  // @ts-expect-error The public key is made by the client and never given
  await client.session.create({ grant: { kind: 'identity', token: 't' }, publicKey: {} });

  // @ts-expect-error '"forever"' is not one of the three ways to remember
  await client.session.create({ grant: { kind: 'identity', token: 't' }, remember: 'forever' });

  // @ts-expect-error Property 'members' does not exist: a page's client knows one patient only
  await client.members.list();

  // @ts-expect-error 'number' is not assignable to a code
  await client.referralCodes.check(12345678);

  // @ts-expect-error A list is walked through, not awaited for its rows
  client.me.entries().map((entry: unknown) => entry);

  const summary = await client.me.summary();
  // @ts-expect-error Answers are read, and 'shoeSize' is not in them
  void summary.member.shoeSize;

  // @ts-expect-error '"visit.done"' is no type of event
  await backend.events.send({ type: 'visit.done', source: 'till', externalId: '1', data: {} });

  // @ts-expect-error Property 'lines' is missing
  await backend.events.send({ type: 'visit.completed', source: 's', externalId: '1', data: {} });

  // @ts-expect-error 'null' takes a value away in a change, and means nothing in a new member
  await backend.members.create({ firstName: null });

  // @ts-expect-error A clock is moved to an instant as text
  await backend.test.clock.move(new Date());
}

/** Never called: what must compile. */
export function mustCompile(member: Resource<{ points: number }>): number {
  // The default of quantity and revision may be left out.
  const event: EventInput = {
    type: 'visit.completed',
    source: 'till',
    externalId: 'R-1',
    data: { lines: [{ lineId: '1', kind: 'treatment', price: { amount: 1, currency: 'USD' } }] },
  };
  void event;
  if (member.state === 'ready' || member.state === 'stale') return member.value.points;
  // @ts-expect-error There is no value in the other states
  return member.value.points;
}

test('the compiler finds each error that the lines above expect, and no other', () => {
  const file = fileURLToPath(import.meta.url);
  const config = fileURLToPath(new URL('../../../tsconfig.base.json', import.meta.url));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    dirname(config),
  );
  const program = ts.createProgram([file], {
    ...options,
    composite: false,
    noEmit: true,
    types: ['node'],
  });

  const found = program.getSemanticDiagnostics(program.getSourceFile(file));

  assert.deepEqual(
    found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    [],
  );
});

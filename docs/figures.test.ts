/** The figures that the pages give, each against what the code does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { errors } from '@afterglow/contract/errors';
import { createTestServer, testCode, type TestServer } from '@afterglow/testing';
import { codeWordsOf, pages, read, root } from './markdown.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A page says this, so what follows in the test is about it. */
function says(page: string, phrase: string | RegExp): void {
  const text = read(page).replace(/\s+/g, ' ');
  const isSaid = typeof phrase === 'string' ? text.includes(phrase) : phrase.test(text);
  assert.ok(isSaid, `${page} does not say "${String(phrase)}" any more; look at this test too`);
}

/** The value of a constant in a source, for what nobody can see from outside. */
function constant(path: string, name: string): number {
  const [, text = ''] = new RegExp(`\\b${name} = ([\\d_* ]+)[;,]`).exec(read(path)) ?? [];
  const value = text
    .replaceAll('_', '')
    .split('*')
    .reduce((product, part) => product * Number(part), 1);
  assert.ok(text !== '' && Number.isFinite(value), `${path} has no ${name}`);
  return value;
}

async function send(server: TestServer, more: object): Promise<string | undefined> {
  const price = { amount: 56_000, currency: 'USD' };
  const [result] = await server.backend.events.send({
    type: 'visit.completed',
    source: 'till',
    externalId: `R-${JSON.stringify(more)}`,
    member: { phone: '+13125550100' },
    data: {
      lines: [{ lineId: '1', kind: 'treatment', category: 'neuromodulator', price }],
      tenders: [{ kind: 'money', amount: price }],
    },
    ...more,
  });
  return result?.code ?? result?.status;
}

test('the version of Node', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };

  assert.equal(engines.node, '>=20.19');
  says('README.md', 'Node 20.19 or newer');
  says('CONTRIBUTING.md', 'Node 20.19 or newer');
});

test('the example of earning', async () => {
  says('docs/rules/earning.md', 'Sixty points for each $100 of neuromodulator');
  says('docs/rules/earning.md', '560 dollars at 60 are 336 points');
  const server = await createTestServer();
  const { match, rate } = server.program.earning[0]!;

  await send(server, {});
  const members = await server.backend.members.list({ phone: '+13125550100' }).page();

  assert.deepEqual(match.categories, ['neuromodulator']);
  assert.equal(rate.points / rate.perMinorUnits, 60 / 10_000);
  assert.equal(members.data[0]?.points, 336);
});

test('the example of a lapse', async () => {
  const page = 'docs/rules/expiry.md';
  says(
    page,
    'Points bought on March 14 with a year can be spent through March 14 of the next year',
  );
  says(page, "At the first instant of March 15, by your clinic's calendar, they are gone");
  const server = await createTestServer({ now: '2026-03-14T18:00:00Z' });
  const ana = await server.signIn('+13125550100', { joining: { firstName: 'Ana' } });
  await server.till.visit(ana.phone);
  const balanceAt = async (instant: string) => {
    await server.clock.set(instant);
    return (await server.signIn(ana.phone)).answer.summary.points.balance;
  };

  // Midnight in Chicago is 05:00 in UTC.
  assert.ok((await balanceAt('2027-03-15T04:59:59Z')) > 0);
  assert.equal(await balanceAt('2027-03-15T05:00:00Z'), 0);
});

test('how far ahead of the clock an event may lie', async () => {
  says('docs/guides/events.md', 'more than five minutes ahead');
  const server = await createTestServer({ now: '2026-11-21T15:30:00Z' });

  assert.equal(await send(server, { occurredAt: '2026-11-21T15:35:00Z' }), 'applied');
  assert.equal(await send(server, { occurredAt: '2026-11-21T15:35:01Z' }), 'event_in_future');
});

test('how many events one request takes', async () => {
  says('docs/guides/events.md', 'with up to 500');
  says('packages/sdk/README.md', 'in requests of 500');
  const server = await createTestServer();
  const ask = (count: number) =>
    server.fetch(`${server.base}/v1/events`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${server.keys.secret}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ events: Array.from({ length: count }, () => ({})) }),
    });

  assert.equal((await ask(500)).status, 200);
  assert.equal((await ask(501)).status, 413);
});

test('how long a patient stays signed in', async () => {
  const guide = 'docs/guides/embed.md';
  says(guide, '`visit` (12 hours after last use, the default), `device` (90 days)');
  says('packages/sdk/README.md', '`visit` (12 hours after last use), `device` (90 days)');
  says('docs/decisions/0005-sessions.md', 'lives 15 minutes');
  says('docs/decisions/0005-sessions.md', '`visit` is 12 hours after the last use, `device` is 90');
  const server = await createTestServer();
  const lifeOf = async (remember: 'visit' | 'device' | 'never') => {
    const { answer } = await server.signIn('+13125550100', {
      remember,
      joining: { firstName: 'Ana' },
    });
    const { expiresAt, refresh } = answer.session;
    const from = server.clock.now();
    return [Date.parse(expiresAt) - from, refresh && Date.parse(refresh.expiresAt) - from];
  };

  assert.deepEqual(await lifeOf('visit'), [15 * 60_000, 12 * HOUR]);
  assert.deepEqual(await lifeOf('device'), [15 * 60_000, 90 * DAY]);
  assert.deepEqual(await lifeOf('never'), [15 * 60_000, null]);
});

test('how often a live page reads', () => {
  for (const page of ['docs/guides/embed.md', 'docs/guides/sandbox.md']) {
    says(page, 'every two seconds');
  }
  says('README.md', 'two seconds later');

  assert.equal(constant('packages/sdk/src/page/page-upkeep.ts', 'liveEveryMs'), 2000);
});

test('how often and how long the SDK tries', () => {
  says('packages/sdk/README.md', 'Reads are tried three times');
  says(
    'packages/sdk/README.md',
    '15 seconds a try (`timeoutMs`), 0.5 s and then 1 s between tries',
  );
  says('packages/sdk/README.md', '`Retry-After` obeyed up to a minute');
  const path = 'packages/sdk/src/retry.ts';
  const patience = 'packages/sdk/src/patience.ts';

  assert.equal(constant(path, 'retryLimit') + 1, 3);
  assert.equal(constant(patience, 'tryTimeoutMs'), 15_000);
  assert.equal(constant(path, 'firstDelayMs'), 500);
  assert.equal(constant(path, 'longestWaitMs'), 60_000);
});

test('the numbers and the code of a sandbox', async () => {
  says('docs/guides/sandbox.md', '+1 312 555 0100 to 0199');
  says('docs/guides/sandbox.md', `accept the code \`${testCode}\``);
  const server = await createTestServer();

  for (const phone of ['+13125550100', '+13125550199', '+14155550150']) {
    const { answer } = await server.signIn(phone, { joining: { firstName: 'Ana' } });
    assert.equal(answer.joined, true, phone);
  }
});

test('which errors are worth another try', () => {
  const page = 'docs/guides/errors.md';
  const [, list = ''] = /can succeed later after ([^.]+)\./.exec(read(page)) ?? [];
  const named = [...list.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code ?? '');
  const retried = Object.entries(errors)
    .filter(([, { retry, status }]) => retry && status > 0)
    .map(([code]) => code);

  assert.deepEqual(named.sort(), retried.sort());
});

test('every error code that a page names is in the catalogue', () => {
  const named = ['docs/guides/errors.md', 'docs/guides/events.md', 'docs/guides/program.md'];
  for (const page of [...named, ...pages('docs/rules')]) {
    for (const word of codeWordsOf(page)) {
      if (!/^[a-z]+(?:_[a-z]+)+$/.test(word)) continue;
      assert.ok(word in errors, `${page}: ${word}`);
    }
  }
});

test('the settings of the server', () => {
  const page = 'packages/server/README.md';
  const source = read('packages/server/src/node/settings.ts');
  const settings = [...source.matchAll(/read\('([A-Z_]+)'\)(?: \?\? '([^']+)')?/g)];

  assert.equal(settings.length, 4);
  for (const [, name = '', otherwise] of settings) {
    const row = new RegExp(`^\\| \`${name}\` .*$`, 'm').exec(read(page))?.[0] ?? '';
    assert.ok(row.includes(otherwise ?? name), `${page}: ${name}`);
  }
});

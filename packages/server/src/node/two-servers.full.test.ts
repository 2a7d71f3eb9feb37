import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { EventsAnswer, Member, Page, SessionAnswer } from '@afterglow/contract';
import { createClinic } from '../clinics.js';
import { defaultProgram } from '../default-program.js';
import { receipt } from '../trial/trial-clinic.js';
import { openPorts } from './runtime.js';
import { readSettings } from './settings.js';
import { trialEngines } from './trial-databases.js';
import type { TrialEngine } from './trial-databases.js';
import { startTrialServer } from './trial-server.js';
import { verifyClinic } from './verify/verify-clinic.js';

/** How often each of four people is at the clinic. */
const visits = 25;

/** The address of a server that ends with the test. */
async function serve(t: TestContext, database: string): Promise<string> {
  const server = await startTrialServer(database);
  t.after(() => server.end('SIGTERM'));
  return server.address;
}

/** A clinic in a database that this process and two servers have open. */
async function twoServers(t: TestContext, { create }: TrialEngine) {
  const database = await create(t);
  const ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
  t.after(() => ports.store.close());
  const clinic = await createClinic(ports, {
    name: 'Shared',
    program: { ...defaultProgram(), joiningPoints: 0 },
    sandbox: true,
    clockAt: Date.parse('2026-11-22T15:00:00.000Z'),
  });
  const servers = await Promise.all([serve(t, database), serve(t, database)]);

  let slowest = 0;
  const post = async <Answer>(server: string, path: string, key: string, body: object) => {
    const startedAt = performance.now();
    const answer = await fetch(`${server}/v1/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    slowest = Math.max(slowest, performance.now() - startedAt);
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as Answer;
  };
  return { ports, clinic, servers, post, slowest: () => slowest };
}

for (const engine of trialEngines())
  describe(`two servers on one database of ${engine.name}`, { timeout: 120_000 }, () => {
    it('apply an event once that both get at the same moment, and keep no caller waiting', async (t) => {
      const { ports, clinic, servers, post, slowest } = await twoServers(t, engine);
      const startedAt = performance.now();

      const answers = await Promise.all(
        ['C-0', 'C-1', 'C-2', 'C-3'].map(async (client) => {
          const told: EventsAnswer[][] = [];
          for (let n = 0; n < visits; n++) {
            const event = receipt(`R-${client}-${n}`, { client, amount: 10_000 });
            const both = servers.map((server) =>
              post<EventsAnswer>(server, 'events', clinic.secretKey, event),
            );
            told.push(await Promise.all(both));
          }
          return told;
        }),
      );
      const tookMs = performance.now() - startedAt;

      for (const both of answers.flat())
        assert.deepEqual(both.map(({ results }) => results[0]?.status).sort(), [
          'applied',
          'duplicate',
        ]);
      const list = await fetch(`${servers[0]}/v1/members`, {
        headers: { Authorization: `Bearer ${clinic.secretKey}` },
      });
      const { data } = (await list.json()) as Page<Member>;
      assert.deepEqual(
        data.map(({ points }) => points),
        // The sixth visit raises the points of the three that follow by half.
        Array(4).fill(50 * visits + 75),
      );
      const verified = await verifyClinic(ports, clinic.id);
      assert.deepEqual([verified.accounts, verified.faults], [4, []]);
      assert.ok(slowest() < tookMs / 2, `one of ${8 * visits} requests took ${slowest()} ms`);
    });

    it('enroll a person once who joins at both at the same moment', async (t) => {
      const { clinic, servers, post } = await twoServers(t, engine);
      const key = clinic.publishableKey;

      const joined = await Promise.all(
        servers.map(async (server) => {
          const phone = '+13125550142';
          const sent = await post<{ challengeId: string }>(server, 'sessions/codes', key, {
            phone,
          });
          const grant = { kind: 'code', challengeId: sent.challengeId, code: '424242' };
          const joining = { consents: { terms: true } };
          return post<SessionAnswer>(server, 'sessions', key, { grant, joining });
        }),
      );

      assert.equal(new Set(joined.map(({ summary }) => summary.member.id)).size, 1);
      assert.equal(joined.filter((answer) => answer.joined).length, 1);
    });
  });

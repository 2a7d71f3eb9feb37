import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClinic } from './clinics.js';
import { defaultProgram } from './default-program.js';
import { ensured } from './ensured.js';
import { trialStores } from './node/trial-stores.js';
import type { Ports, Reader, Store } from './ports.js';
import { loadPrograms, openClinic } from './programs.js';
import { publishProgram, withdrawProgram } from './publish-program.js';
import type { TableName } from './tables.js';
import { openTrial } from './trial/trial-clinic.js';

const dayMs = 86_400_000;

/** A server of its own on a store, which notes the tables that it reads ranges of. */
function server(ports: Ports, store: Store) {
  const ranges: TableName[] = [];
  const { reader } = store;
  const noted: Reader = {
    get: (table, key) => reader.get(table, key),
    getMany: (table, keys) => reader.getMany(table, keys),
    range: (table, range) => (ranges.push(table), reader.range(table, range)),
  };
  const transaction: Store['transaction'] = (work) => store.transaction(work);
  return { ports: { ...ports, store: { ...store, transaction, reader: noted } }, ranges };
}

for (const { name, open } of trialStores())
  describe(`programs on ${name}`, () => {
    async function twoServers(user: Parameters<typeof open>[0]) {
      const store = await open(user);
      const { ports } = await openTrial({ store });
      const { id } = await createClinic(ports, {
        name: 'Shared',
        program: defaultProgram(),
        sandbox: false,
      });
      const [one, other] = [server(ports, store), server(ports, store)];
      const opened = async (on: typeof one) =>
        ensured(await openClinic(on.ports, id), 'the clinic');
      const versions = async (on: typeof one) =>
        (await opened(on)).programs.map(({ version }) => version);
      return { id, one, other, opened, versions, now: ports.clock.now() };
    }

    test('are read once and not with every request', async (t) => {
      const { one, opened } = await twoServers({ after: (work) => t.after(work) });

      const clinics = [await opened(one), await opened(one), await opened(one)];

      assert.deepEqual(one.ranges, ['programs']);
      assert.equal(clinics[2]?.program, clinics[0]?.program);
    });

    test('that one server publishes or takes back, another has with its next request', async (t) => {
      const trial = await twoServers({ after: (work) => t.after(work) });
      const { one, other, opened, versions, now } = trial;
      assert.deepEqual(await versions(other), [1]);

      const added = { program: defaultProgram(), startsAt: now + dayMs };
      await publishProgram(one.ports, await opened(one), added);
      const published = [await versions(one), await versions(other)];
      await withdrawProgram(one.ports, await opened(one), 2);
      const left = [await versions(one), await versions(other)];
      await publishProgram(one.ports, await opened(one), added);

      assert.deepEqual(published, [
        [1, 2],
        [1, 2],
      ]);
      assert.deepEqual(left, [[1], [1]]);
      assert.deepEqual(await versions(other), [1, 3]);
    });

    test('that were never committed are not kept, though another gets their number', async (t) => {
      const { id, one, other, opened, now } = await twoServers({ after: (work) => t.after(work) });
      const named = (text: string) => {
        const program = defaultProgram();
        return { ...program, clinic: { ...program.clinic, name: text } };
      };
      const startsAt = now + dayMs;
      const failed = one.ports.store.transaction(async (tx) => {
        const transaction: Store['transaction'] = (work) => work(tx);
        const within = { ...one.ports, store: { ...one.ports.store, transaction } };
        await publishProgram(within, await opened(one), { program: named('Lost'), startsAt });
        assert.equal((await loadPrograms(one.ports, id, tx)).at(-1)?.program.clinic.name, 'Lost');
        throw new RangeError('taken back');
      });
      await assert.rejects(failed, RangeError);

      await publishProgram(other.ports, await opened(other), { program: named('Kept'), startsAt });

      assert.equal((await opened(one)).programs.at(-1)?.program.clinic.name, 'Kept');
    });
  });

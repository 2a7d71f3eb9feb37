import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Member, Page, Summary } from '@afterglow/contract';
import { createApp } from '../../app.js';
import { demoApi } from '../demo/api.js';
import { openKeysFile } from '../demo/keys-file.js';
import { ensureSalon, hasSalonData, salonClient } from '../demo/salon.js';
import type { DemoClinic } from '../demo/demo-clinic.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { readSettings } from '../settings.js';
import { verifyClinic } from '../verify/verify-clinic.js';
import { readMapping } from './mapping.js';
import { importExport } from './run-import.js';
import type { ImportReport } from './import-report.js';

interface CsvLine {
  readonly Receipt: string;
  readonly Client: string;
  readonly Description: string;
  readonly Amount: string;
}

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const rules = join(root, 'examples/salon-import');
const given = process.env['AFTERGLOW_SALON_DATA'];
const data = given ?? join(root, '../shared/data/salon');

/** Sessions that each client has left, counted from the file by itself. */
function sessionsLeft(lines: readonly CsvLine[]): Map<string, number> {
  const left = new Map<string, number>();
  const add = (client: string, count: number) => left.set(client, (left.get(client) ?? 0) + count);
  for (const { Client, Description } of lines)
    if (Description === 'Blow dry bundle 5+1') add(Client, 6);
  for (const { Receipt, Client, Amount } of lines) {
    if (Number(Amount) >= 0) continue;
    const isBlowdry = (other: CsvLine) =>
      other.Receipt === Receipt &&
      other.Client === Client &&
      other.Description === 'Blowdry' &&
      Number(other.Amount) === -Number(Amount);
    if (lines.some(isBlowdry)) add(Client, -1);
  }
  return left;
}

if (!(await hasSalonData(data))) {
  console.log(`The real salon's data is not in ${data}, so its import is not tested here.`);
} else {
  describe("import of a real salon's till", () => {
    let folder: string;
    let ports: NodePorts;
    let salon: DemoClinic;
    let report: ImportReport;
    let lines: readonly CsvLine[];
    const fileText = new Map<string, string>();
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'afterglow-salon-'));
      const database = join(folder, 'clinic.db');
      ports = await openPorts(readSettings({ AFTERGLOW_DATABASE: database }), 'silent');
      lines = parse(await readFile(join(data, 'receipts.csv')), { bom: true, columns: true });
      for (const file of ['bookings', 'cancellations', 'no-shows'])
        fileText.set(file, await readFile(join(data, `${file}.csv`), 'utf8'));
      salon = await ensureSalon(ports, createApp(ports), {
        file: await openKeysFile(database),
        site: 'http://localhost:4601',
        data,
        rules,
        onProgress: () => undefined,
      });
      report = await importExport(ports, salon.id, {
        mapping: await readMapping(join(rules, 'mapping.json')),
        files: {
          receipts: join(data, 'receipts.csv'),
          services: join(data, 'services.csv'),
          products: join(data, 'products.csv'),
          bookings: join(data, 'bookings.csv'),
          cancellations: join(data, 'cancellations.csv'),
          noShows: join(data, 'no-shows.csv'),
        },
      });
    });
    after(async () => {
      await ports.store.close();
      await rm(folder, { recursive: true });
    });

    it('has the totals that are known of it', () => {
      assert.deepEqual(report.linesOf, {
        receipts: 1934,
        bookings: 1906,
        cancellations: 243,
        'no-shows': 60,
      });
      assert.equal(report.receipts, 1436);
      assert.equal(report.visits, 1466);
      assert.equal(report.clients, 767);
      assert.equal(report.sum, 11_580_903);
    });

    it('takes every line but the two that name nobody', () => {
      const said = report.problems.map(({ file, reason }) => `${file}: ${reason}`);
      assert.deepEqual(said, ['bookings: Code is empty', 'no-shows: Code is empty']);
      assert.deepEqual(Object.fromEntries(report.outcomes), {
        treatment: 1669,
        product: 175,
        package: 19,
        session: 66,
        discount: 5,
        booking: 1905,
        cancellation: 243,
        'no-show': 59,
      });
    });

    it('records 189 bookings that lie ahead at its now, the others at their appointment', async () => {
      const rows = (await historyOf('booking')).filter(({ externalId }) =>
        externalId.startsWith('booking#'),
      );
      const made = rows.map((row) => ({ at: row.at, ...JSON.parse(row.dataJson) })) as {
        at: number;
        startsAt: string;
        madeOn: string;
      }[];
      const now = Date.parse('2018-07-30T17:00:00.000Z');
      const ahead = made.filter(({ startsAt }) => Date.parse(startsAt) > now);

      assert.equal(made.length, 1905);
      assert.equal(ahead.length, 189);
      assert.ok(made.every(({ at, startsAt }) => at === Math.min(now, Date.parse(startsAt))));
      assert.ok(made.every(({ madeOn }) => madeOn === 'unknown'));
    });

    it('knows everything already when it is run a second time', () => {
      assert.deepEqual(report.events, {
        applied: 0,
        duplicate: 1466 + 1905 + 243 + 59,
        rejected: 0,
      });
    });

    it('flags the two sessions whose purchase is not in the export', () => {
      assert.deepEqual([...report.warnings], [['session_unavailable', ['238', '767#WOOJ01']]]);
    });

    it('leaves each of 13 buyers the sessions that an independent count gives', async () => {
      const left = sessionsLeft(lines);
      const buyers = [...left].filter(([, count]) => count >= 0);
      const bundles = lines.filter((line) => line.Description === 'Blow dry bundle 5+1');
      assert.deepEqual([bundles.length, buyers.length], [19, 13]);

      for (const [client, count] of buyers) {
        const state = await stateOf(client);
        const sessions = state.packages.reduce((sum, owned) => sum + owned.left, 0);
        assert.equal(sessions, count, client);
      }
    });

    it("adds each client's entries up to the balance, and to what history gives", async () => {
      const { accounts, faults } = await verifyClinic(ports, salon.id);

      assert.deepEqual([accounts, faults], [everybody(), []]);
    });

    it('shows KUKK01 points, tier and 5 sessions after signing in with the phone given', async () => {
      const api = demoApi(createApp(ports), salon);
      const own = lines.filter((line) => line.Client === 'KUKK01');
      const paid = own.reduce((sum, line) => sum + Number(line.Amount), 0);

      const { summary } = await api.signIn(salonClient.phone, { firstName: 'Kim' });

      assert.equal(sessionsOf(summary), 5);
      assert.equal(summary.points.balance, paid);
      assert.deepEqual(summary.tier.spend, { amount: paid * 100, currency: 'CAD' });
      assert.equal(summary.tier.current?.id, 'friend-of-the-house');
      assert.equal(summary.asOf, '2018-07-30T17:00:00.000Z');
    });

    /** Clients whom any of the files names, counted by itself. */
    const everybody = () => {
      const named = (file: string) => {
        const rows = parse(fileText.get(file) ?? '', { bom: true, columns: true });
        return (rows as { Code: string }[]).map(({ Code }) => Code.trim());
      };
      const clients = [
        ...lines.map(({ Client }) => Client),
        ...['bookings', 'cancellations', 'no-shows'].flatMap(named),
      ];
      return new Set(clients.filter(Boolean)).size;
    };

    async function historyOf(type: string) {
      const accounts = await ports.store.reader.range('accounts', {
        index: 'key',
        where: { clinicId: salon.id },
      });
      const all = await Promise.all(
        accounts.map(({ clinicId, accountId }) =>
          ports.store.reader.range('history', { index: 'key', where: { clinicId, accountId } }),
        ),
      );
      return all.flat().filter((row) => row.type === type);
    }

    const sessionsOf = (summary: Summary) =>
      summary.packages.reduce((sum, owned) => sum + owned.left, 0);

    async function stateOf(externalId: string) {
      const api = demoApi(createApp(ports), salon);
      const query = new URLSearchParams({ source: 'salon-till', externalId });
      const { data: found } = await api.call<Page<Member>>('GET', `/v1/members?${query}`);
      const key = { clinicId: salon.id, accountId: found[0]?.id ?? '' };
      const row = await ports.store.reader.get('accounts', key);
      return JSON.parse(row?.stateJson ?? '') as { packages: { left: number }[] };
    }
  });
}

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { eventsLimit, type Program } from '@afterglow/contract';
import { always, foldClinic } from '../../simulation/fold-clinic.js';
import { openScratchClinic, takeEvents } from '../../simulation/scratch-clinic.js';
import { simulate } from '../../simulation/simulate.js';
import { netOf, postedBy, sendAll } from '../../trial/live-journal.js';
import { openTrial } from '../../trial/trial-clinic.js';
import { readProgram } from '../commands/clinic.js';
import { hasSalonData } from '../demo/salon.js';
import { readCatalogue } from '../import/catalogue.js';
import { readMapping } from '../import/mapping.js';
import { readReceipts } from '../import/receipt-lines.js';
import { draftEvents } from '../import/visits.js';
import { readExport } from './simulated-history.js';

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const rules = join(root, 'examples/salon-import');
const data = process.env['AFTERGLOW_SALON_DATA'] ?? join(root, '../shared/data/salon');
const files = {
  receipts: join(data, 'receipts.csv'),
  services: join(data, 'services.csv'),
  products: join(data, 'products.csv'),
};

/** The salon's own program, and one with every kind of rule that receipts alone can meet. */
async function programs(): Promise<readonly Program[]> {
  const own = await readProgram(join(rules, 'program.json'));
  const cad = (amount: number) => ({ amount, currency: 'CAD' });
  const [bundle, ...others] = own.packages;
  assert.ok(bundle);
  const other: Program = {
    ...own,
    points: { ...own.points, lapseAfterMonths: 2 },
    packages: [{ ...bundle, bonusPoints: 25, expiresAfterMonths: 3 }, ...others],
    promotions: [{ id: 'color', name: 'Color', match: { categories: ['color'] }, percent: 150 }],
    bonuses: [{ id: 'new', name: 'Something new', for: 'crossBooking', points: 20 }],
    milestones: [
      { visits: 2, grant: { kind: 'credit', amount: cad(500), expiresAfterDays: 60 } },
      { visits: 4, grant: { kind: 'points', points: 100 } },
    ],
    occasions: [
      {
        id: 'back',
        kind: 'welcomeBack',
        offsetDays: 0,
        validDays: 30,
        dormantDays: 60,
        grant: { kind: 'points', points: 50 },
      },
    ],
  };
  return [own, other];
}

/** The export as the events that an integration would send. */
async function salonEvents(): Promise<readonly object[]> {
  const mapping = await readMapping(join(rules, 'mapping.json'));
  assert.ok(mapping.receipts);
  const read = await readReceipts(files.receipts, { ...mapping, receipts: mapping.receipts });
  const catalogue = await readCatalogue(mapping, files);
  const { events, problems } = draftEvents(read.lines, read.problems, { mapping, catalogue });
  assert.deepEqual(problems, []);
  return events.map(({ event }) => event);
}

if (!(await hasSalonData(data))) {
  console.log(`The real salon's data is not in ${data}, so its simulation is not tested here.`);
} else {
  test("a real salon's whole history gives each key what the live API posted", async () => {
    const events = await salonEvents();
    const until = Date.UTC(2019, 0, 15);
    for (const program of await programs()) {
      const live = await openTrial({ program });
      const move = (now: string) =>
        live.call('POST /v1/test/clock', { key: live.secretKey, body: { now } });
      await move('2018-07-30T17:00:00Z');
      const results = await sendAll(live, events, eventsLimit);
      await move(new Date(until).toISOString());

      const scratch = await openScratchClinic(live.ports, program, Date.UTC(2018, 6, 30, 17));
      const { accounts } = await takeEvents(scratch, events);
      const folded = await foldClinic(accounts, { programs: always(program), until });

      assert.ok(results.every(({ status }) => status === 'applied'));
      const posted = await postedBy(live);
      assert.ok(Object.keys(posted).length > 1500);
      assert.deepEqual(await netOf(scratch, folded), posted);
      const report = await simulate({ accounts, program, until, redemptionPercent: 70 });
      const issued = Object.entries(posted)
        .filter(([key, amount]) => key.endsWith(':points') && amount > 0)
        .reduce((sum, [, amount]) => sum + amount, 0);
      assert.equal(report.program.points.issued, issued);
    }
  });

  test("a real salon's export is judged on all of its money", async () => {
    const [program] = await programs();
    assert.ok(program);
    const { accounts, report } = await readExport(
      { history: files.receipts, mapping: join(rules, 'mapping.json') },
      program,
      { now: Date.UTC(2026, 0, 1), onProgress: () => undefined },
    );

    const answer = await simulate({ accounts, program, redemptionPercent: 70 });

    assert.deepEqual(report.problems, []);
    assert.equal(answer.history.members, 767);
    assert.equal(answer.program.spend.amount, 11_580_903);
    assert.deepEqual([answer.history.from, answer.history.to], ['2018-03-15', '2018-07-29']);
  });
}

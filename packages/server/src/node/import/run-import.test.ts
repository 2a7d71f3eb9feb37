import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClinic } from '../../clinics.js';
import { readProgram } from '../commands/clinic.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { WrongSetting, readSettings } from '../settings.js';
import { readMapping } from './mapping.js';
import type { Mapping } from './mapping.js';
import { importExport } from './run-import.js';
import type { ImportReport } from './import-report.js';

const example = fileURLToPath(new URL('../../../../../examples/salon-import/', import.meta.url));
const made = join(example, 'made');
const header = 'Receipt,Date,Description,Client,Staff,Quantity,Amount,GST,PST';

describe('import of a till', () => {
  let folder: string;
  let ports: NodePorts;
  let mapping: Mapping;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterglow-import-'));
    const settings = readSettings({ AFTERGLOW_DATABASE: join(folder, 'clinic.db') });
    ports = await openPorts(settings, 'silent');
    mapping = await readMapping(join(example, 'mapping.json'));
  });
  after(async () => {
    await ports.store.close();
    await rm(folder, { recursive: true });
  });

  const newClinic = async () => {
    const program = await readProgram(join(example, 'program.json'));
    const clockAt = Date.parse('2018-04-01T17:00:00.000Z');
    return (await createClinic(ports, { name: 'Salon', program, sandbox: true, clockAt })).id;
  };
  const run = (clinicId: string, receipts: string, by: Partial<Mapping> = {}) =>
    importExport(ports, clinicId, {
      mapping: { ...mapping, ...by },
      files: {
        receipts,
        services: join(made, 'services.csv'),
        products: join(made, 'products.csv'),
      },
    });
  const fileOf = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const problemsOf = (report: ImportReport) =>
    report.problems.map(({ line, reason }) => `${line}: ${reason}`);

  it('says in one line what is wrong with a mapping', async () => {
    const { source: _, ...nameless } = mapping;
    const wrong: [text: string, said: RegExp][] = [
      ['{', /^The mapping \S+ is not JSON\.$/],
      ['[]', /^The mapping \S+ is wrong: it must be of type object\.$/],
      [JSON.stringify(nameless), /^The mapping \S+ is wrong: source is needed and was not sent\.$/],
      [JSON.stringify({ ...mapping, sauce: 1 }), /: sauce is no field that it can have\.$/],
    ];

    for (const [text, said] of wrong) {
      const path = await fileOf('mapping.json', text);
      await assert.rejects(
        readMapping(path),
        (error) => error instanceof WrongSetting && said.test(error.message),
        text,
      );
    }
    await assert.rejects(readMapping(folder), /The mapping \S+ cannot be read\.$/);
  });

  it('says in one line that a file is a folder, or has a column twice', async () => {
    const clinicId = await newClinic();
    const twice = await fileOf(
      'twice.csv',
      `${header},Amount\n1,03/15/2018,Blowdry,A,JJ,1,5,0,0,7\n`,
    );

    for (const [receipts, said] of [
      [folder, /^[^\n]* is no file\.$/],
      [twice, /^[^\n]*twice\.csv has more than one column "Amount"[^\n]*$/],
    ] as const)
      await assert.rejects(
        run(clinicId, receipts),
        (error) => error instanceof WrongSetting && said.test(error.message),
      );
  });

  it('takes no line whose letters are lost, so that two clients do not become one', async () => {
    const row = (receipt: number, client: string) =>
      `${receipt},03/15/2018,Blowdry,${client},JJ,1,50,0,0\n`;
    const text = `${header}\n${row(1, 'M\u00fcller')}${row(2, 'M\u00f6ller')}${row(3, 'Ana')}`;
    const path = await fileOf('latin.csv', '');
    await writeFile(path, Buffer.from(text, 'latin1'));

    const latin = await run(await newClinic(), path);
    const utf8 = await run(await newClinic(), await fileOf('utf8.csv', `\ufeff${text}`));

    const lost = 'a letter is lost, since the file is not in UTF-8; export it as "CSV UTF-8"';
    assert.deepEqual(problemsOf(latin), [`2: ${lost}`, `3: ${lost}`]);
    assert.deepEqual([latin.visits, utf8.visits, utf8.clients], [1, 3, 3]);
  });

  it('takes what fits of a messy export and reports each line that does not', async () => {
    const report = await run(await newClinic(), join(made, 'receipts.csv'));

    assert.deepEqual(problemsOf(report), [
      '16: Date "02/30/2018" is no day written as MM/DD/YYYY',
      '17: Amount "12.345" is no amount of CAD',
      '18: Client is empty',
      '19: "Balayage" is in no catalogue',
      '20: its receipt waits for line 19',
      '21: Quantity "none" is no number of things',
      '22: the row has 7 cells, the header 9',
      '23: takes off a bill that has no other line',
    ]);
    assert.deepEqual(Object.fromEntries(report.outcomes), {
      treatment: 8,
      product: 2,
      package: 1,
      session: 3,
      discount: 1,
    });
    assert.deepEqual([report.lines, report.visits], [23, 10]);
    assert.deepEqual(report.events, { applied: 10, duplicate: 0, rejected: 0 });
    assert.deepEqual([...report.warnings], [['session_unavailable', ['8']]]);
  });

  it('changes nothing when it is run again, and takes the rest once it is put right', async () => {
    const clinicId = await newClinic();
    const messy = await readFile(join(made, 'receipts.csv'), 'utf8');
    const first = await run(clinicId, join(made, 'receipts.csv'));
    const again = await run(clinicId, join(made, 'receipts.csv'));
    const right = messy.replace('02/30/2018', '02/28/2018').replace('Balayage', 'Cut');
    const later = await run(clinicId, await fileOf('right.csv', `\uFEFF${right}`));

    assert.deepEqual(again.events, { applied: 0, duplicate: first.events.applied, rejected: 0 });
    assert.deepEqual([...again.outcomes], [...first.outcomes]);
    assert.deepEqual(later.events, { applied: 2, duplicate: 10, rejected: 0 });
  });

  it('reports the lines of a receipt that was changed since', async () => {
    const clinicId = await newClinic();
    const rows = (price: number) =>
      `${header}\n1,03/15/2018,Cut,A,MIA,1,${price},0,0\n1,03/15/2018,Blowdry,A,MIA,1,50,0,0\n`;
    await run(clinicId, await fileOf('before.csv', rows(82)));

    const report = await run(clinicId, await fileOf('after.csv', rows(85)));

    assert.equal(report.problems.length, 2);
    assert.match(report.problems[0]?.reason ?? '', /^event_changed, /);
  });

  it('knows a receipt of several clients by client, and one with one client by its number', async () => {
    const clinicId = await newClinic();
    await run(clinicId, join(made, 'receipts.csv'));

    const where = { clinicId, source: 'salon-till' };
    const events = await ports.store.reader.range('events', { index: 'key', where });

    const ids = events.map((event) => event.externalId);
    assert.deepEqual(
      ids.filter((id) => id.startsWith('4')),
      ['4#ANNA01', '4#BEN*01'],
    );
    assert.ok(ids.includes('3'));
  });

  it('loses no line to a quote that never ends', async () => {
    const rows = ['1,03/15/2018,Cut,A,MIA,1,82,0,0', '2,03/15/2018,"Cut,A,MIA,1,82,0,0'];
    const text = [header, ...rows, '3,03/15/2018,Cut,A,MIA,1,82,0,0', ''].join('\n');

    const report = await run(await newClinic(), await fileOf('quote.csv', text));

    assert.deepEqual(problemsOf(report), [
      '3: a quote from line 2 or 3 on never ends',
      '4: a quote from line 2 or 3 on never ends',
    ]);
    assert.deepEqual([report.lines, report.events.applied], [3, 1]);
  });

  it('gives an earlier receipt back where the mapping says so', async () => {
    const clinicId = await newClinic();
    const text = [
      `${header},Original`,
      '1,03/15/2018,Cut,A,MIA,1,80,0,0,',
      '2,03/20/2018,Cut,A,MIA,1,-30,0,0,1',
      '3,03/21/2018,Cut,A,MIA,1,-30,0,0,9',
    ].join('\n');
    const refund = { as: 'refund', visitColumn: 'Original' } as const;

    const report = await run(clinicId, await fileOf('refund.csv', text), { negative: [refund] });

    assert.deepEqual(problemsOf(report), [
      '4: receipt 9 has no line "Cut" of this client to give back',
    ]);
    assert.deepEqual(Object.fromEntries(report.outcomes), { treatment: 1, refund: 1 });
    const [account] = await ports.store.reader.range('accounts', {
      index: 'key',
      where: { clinicId },
    });
    const where = { clinicId, accountId: account?.accountId ?? '' };
    const entries = await ports.store.reader.range('entries', { index: 'key', where });
    assert.equal(entries.at(-1)?.balanceAfter, 50);
  });

  it('takes points, credit and gift cards as tenders where the mapping says so', async () => {
    const text = `${header}\n1,03/15/2018,Cut,A,MIA,1,80,0,0\n1,03/15/2018,Gift card,A,MIA,1,-80,0,0\n`;
    const giftCard: Mapping['negative'][number] = {
      as: 'tender',
      kind: 'giftCard',
      descriptions: ['Gift card'],
    };
    const clinicId = await newClinic();

    const report = await run(clinicId, await fileOf('card.csv', text), { negative: [giftCard] });

    assert.deepEqual(Object.fromEntries(report.outcomes), { treatment: 1, tender: 1 });
    const [account] = await ports.store.reader.range('accounts', {
      index: 'key',
      where: { clinicId },
    });
    assert.equal(account?.entrySeq, 0);
  });

  it('stops before it takes anything when files or mapping are wrong', async () => {
    const clinicId = await newClinic();
    const empty = await fileOf('empty.csv', '');
    const wrong = await fileOf('mapping.json', '{"source":"till","currency":"CAD","receipts":{}}');
    const refused = (reason: RegExp) => (error: unknown) =>
      error instanceof WrongSetting && reason.test(error.message);

    await assert.rejects(run(clinicId, join(folder, 'none.csv')), refused(/There is no file/));
    await assert.rejects(
      run(clinicId, empty),
      refused(/no column "Receipt"; its columns are none/),
    );
    await assert.rejects(run('cln_none', empty), refused(/There is no clinic cln_none/));
    await assert.rejects(
      run(clinicId, join(made, 'receipts.csv'), { currency: 'USD' }),
      refused(/The mapping is in USD, the clinic in CAD/),
    );
    await assert.rejects(readMapping(wrong), refused(/wrong: receipts\.columns is needed/));
    await assert.rejects(readMapping(empty), refused(/is not JSON/));
  });
});

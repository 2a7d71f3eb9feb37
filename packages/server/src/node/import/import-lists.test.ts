import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Member, Page } from '@afterglow/contract';
import { createApp } from '../../app.js';
import { createClinic } from '../../clinics.js';
import type { CreatedClinic } from '../../clinics.js';
import { demoApi } from '../demo/api.js';
import type { DemoApi } from '../demo/api.js';
import { readProgram } from '../commands/clinic.js';
import { openPorts } from '../runtime.js';
import type { NodePorts } from '../runtime.js';
import { readSettings } from '../settings.js';
import { reportLines } from './print-report.js';
import { readMapping } from './mapping.js';
import type { Mapping } from './mapping.js';
import type { ImportReport } from './import-report.js';
import { importExport } from './run-import.js';
import type { ExportFiles } from './run-import.js';

const example = fileURLToPath(new URL('../../../../../examples/salon-import/', import.meta.url));
const made = join(example, 'made');
const lists = {
  bookings: join(made, 'bookings.csv'),
  cancellations: join(made, 'cancellations.csv'),
  noShows: join(made, 'no-shows.csv'),
};

/** Noon in Winnipeg: some of the invented bookings lie before it, some after. */
const now = '2018-04-01T17:00:00.000Z';

describe('import of lists', () => {
  let folder: string;
  let ports: NodePorts;
  let mapping: Mapping;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterglow-lists-'));
    const settings = readSettings({ AFTERGLOW_DATABASE: join(folder, 'clinic.db') });
    ports = await openPorts(settings, 'silent');
    mapping = await readMapping(join(example, 'mapping.json'));
  });
  after(async () => {
    await ports.store.close();
    await rm(folder, { recursive: true });
  });

  const newClinic = async (): Promise<CreatedClinic> => {
    const program = await readProgram(join(example, 'program.json'));
    const clockAt = Date.parse(now);
    return createClinic(ports, { name: 'Salon', program, sandbox: true, clockAt });
  };
  const run = (clinic: CreatedClinic, files: ExportFiles, by: Partial<Mapping> = {}) =>
    importExport(ports, clinic.id, {
      mapping: { ...mapping, ...by },
      files: { services: join(made, 'services.csv'), ...files },
    });
  const fileOf = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const apiOf = ({ publishableKey, secretKey }: CreatedClinic): DemoApi =>
    demoApi(createApp(ports), { publishableKey, secretKey, madeOn: '2018-04-01', complete: true });
  const memberOf = async (clinic: CreatedClinic, externalId: string, source = 'salon-till') => {
    const query = new URLSearchParams({ source, externalId });
    const { data } = await apiOf(clinic).call<Page<Member>>('GET', `/v1/members?${query}`);
    return data[0];
  };
  const historyOf = async (clinic: CreatedClinic, externalId: string) => {
    const accountId = (await memberOf(clinic, externalId))?.id ?? '';
    const where = { clinicId: clinic.id, accountId };
    return ports.store.reader.range('history', { index: 'key', where });
  };
  const problemsOf = (report: ImportReport) =>
    report.problems.map(({ file, line, reason }) => `${file} ${line}: ${reason}`);

  describe('of bookings', () => {
    it('takes what fits and reports each line that does not', async () => {
      const report = await run(await newClinic(), lists);

      assert.deepEqual(problemsOf(report), [
        'bookings 7: Code is empty',
        'bookings 8: Time "25:00" is no time of the day',
        'bookings 9: is the booking of line 5 again',
        'cancellations 4: Cancel Date "03/32/2018" is no day written as MM/DD/YYYY',
        'no-shows 3: fits 2 bookings of the list, not one',
        'no-shows 4: fits 0 bookings of the list, not one',
      ]);
      assert.deepEqual(Object.fromEntries(report.outcomes), {
        booking: 5,
        cancellation: 2,
        'no-show': 1,
      });
      assert.ok(reportLines(report, 'CAD').includes('Line 7 of bookings: Code is empty'));
    });

    it('records a booking at the appointment or at its now, and says that its day is unknown', async () => {
      const clinic = await newClinic();
      await run(clinic, lists);

      const rows = [
        ...(await historyOf(clinic, 'ANNA01')),
        ...(await historyOf(clinic, 'BEN*01')),
      ].filter(({ externalId }) => externalId.startsWith('booking#'));

      assert.deepEqual(
        rows.map(({ at, dataJson }) => ({
          at: new Date(at).toISOString(),
          ...JSON.parse(dataJson),
        })),
        [
          {
            at: '2018-03-15T16:00:00.000Z',
            booking: 'ANNA01#2018-03-15#11:00#SHCW',
            startsAt: '2018-03-15T16:00:00.000Z',
            service: 'SHCW',
            category: 'style',
            provider: 'MIA',
            madeOn: 'unknown',
            step: 'made',
          },
          {
            at: now,
            booking: 'ANNA01#2018-05-10#09:30#SBD',
            startsAt: '2018-05-10T14:30:00.000Z',
            service: 'SBD',
            category: 'style',
            provider: 'MIA',
            madeOn: 'unknown',
            step: 'made',
          },
          {
            at: '2018-03-29T20:50:00.000Z',
            booking: 'BEN*01#2018-03-29#15:50#SHCW',
            startsAt: '2018-03-29T20:50:00.000Z',
            service: 'SHCW',
            category: 'style',
            provider: 'MIA',
            madeOn: 'unknown',
            step: 'made',
          },
          {
            at: '2018-03-29T22:10:00.000Z',
            booking: 'BEN*01#2018-03-29#17:10#SHCW',
            startsAt: '2018-03-29T22:10:00.000Z',
            service: 'SHCW',
            category: 'style',
            provider: 'LOU',
            madeOn: 'unknown',
            step: 'made',
          },
        ],
      );
    });

    it('gives a no-show the booking that it fits, and a cancellation one of its own', async () => {
      const clinic = await newClinic();
      await run(clinic, lists);

      const said = [...(await historyOf(clinic, 'ANNA01')), ...(await historyOf(clinic, 'BEN*01'))]
        .map(({ at, dataJson }) => ({ at, ...JSON.parse(dataJson) }))
        .filter(({ step }) => step !== 'made')
        .map(({ at, step, booking }) => [new Date(at).toISOString(), step, booking]);

      assert.deepEqual(said, [
        ['2018-03-20T17:00:00.000Z', 'cancelled', 'ANNA01#2018-05-10#SBD#off#2018-03-20'],
        ['2018-03-20T17:00:00.000Z', 'cancelled', 'ANNA01#2018-05-10#SBD#off#2018-03-20#2'],
        ['2018-03-29T22:10:00.000Z', 'missed', 'BEN*01#2018-03-29#17:10#SHCW'],
      ]);
    });

    it('changes nothing when it is run again later', async () => {
      const clinic = await newClinic();
      await run(clinic, lists);
      await apiOf(clinic).call('POST', '/v1/test/clock', { now: '2018-06-01T00:00:00Z' });

      const again = await run(clinic, lists);

      assert.deepEqual(again.events, { applied: 0, duplicate: 8, rejected: 0 });
      assert.equal(again.problems.length, 6);
    });

    it('takes the day of making and the number of a booking where the file has them', async () => {
      const clinic = await newClinic();
      const header = 'No,Made,Client,Day,Hour';
      const bookings = await fileOf('own.csv', `${header}\n7,2018-03-01,A,2018-05-01,09:00\n`);
      const noShows = await fileOf('missed.csv', `${header}\n7,,A,2018-05-01,09:00\n`);
      const columns = { client: 'Client', date: 'Day', time: 'Hour', booking: 'No' };
      const dateFormat = 'YYYY-MM-DD';

      const report = await run(
        clinic,
        { bookings, noShows },
        {
          bookings: { columns: { ...columns, madeOn: 'Made' }, dateFormat },
          noShows: { columns, dateFormat },
        },
      );

      const [row, ...others] = await historyOf(clinic, 'A');
      assert.deepEqual(
        [row?.externalId, row?.at, JSON.parse(row?.dataJson ?? '').madeOn, others.length],
        ['booking#7', Date.parse('2018-03-01T18:00:00.000Z'), '2018-03-01', 0],
      );
      assert.match(problemsOf(report)[0] ?? '', /^no-shows 2: event_in_future, /);
    });

    it('asks for a mapping that says when bookings were made, or that it does not know', async () => {
      const text = await readFile(join(example, 'mapping.json'), 'utf8');
      const { madeOn: _, ...bookings } = JSON.parse(text).bookings;
      const path = await fileOf('mapping.json', JSON.stringify({ ...mapping, bookings }));

      await assert.rejects(readMapping(path), /is wrong: bookings\.madeOn is needed/);
      await assert.rejects(
        run(await newClinic(), { noShows: lists.noShows }),
        /give the list of bookings too/,
      );
      await assert.rejects(run(await newClinic(), {}), /No file is given/);
      const { bookings: __, ...without } = mapping;
      await assert.rejects(
        importExport(ports, (await newClinic()).id, { mapping: without, files: lists }),
        /does not say how to read "bookings"/,
      );
    });
  });

  describe('of patients', () => {
    const people = join(made, 'people.csv');

    it('makes known members with aliases and leaves out what is wrong, with a warning', async () => {
      const clinic = await newClinic();
      const report = await run(clinic, { people });

      assert.deepEqual(problemsOf(report), [
        'people 5: Code is empty',
        'people 6: is the client of line 2 again',
      ]);
      assert.deepEqual(Object.fromEntries(report.outcomes), { 'new member': 4 });
      assert.deepEqual(Object.fromEntries(report.warnings), {
        phone_invalid: ['line 3'],
        birthday_invalid: ['line 3'],
        since_invalid: ['line 4'],
        email_invalid: ['line 4'],
        alias_taken: ['line 7'],
      });
      const shown = await Promise.all(
        ['ANNA01', 'BEN*01', 'CARO01', 'EVA01'].map(async (client) => {
          const member = await memberOf(clinic, client);
          const { firstName, phone, email, birthday, since, status, aliases } = member as Member;
          return [status, firstName, phone, email, birthday, since, aliases.length];
        }),
      );
      assert.deepEqual(shown, [
        [
          'known',
          'Anna',
          '+12045550143',
          'anna@example.com',
          { year: 1988, month: 2, day: 29 },
          '2015-05-12',
          2,
        ],
        ['known', 'Ben', null, 'ben@example.com', null, '2017-06-01', 1],
        ['known', 'Caro', '+12045550144', null, null, '2018-04-01', 2],
        [
          'known',
          'Eva',
          '+12045550143',
          'eva@example.com',
          { year: 1979, month: 7, day: 14 },
          '2016-02-02',
          1,
        ],
      ]);
    });

    it('changes nothing when it is run again, and fills in what is not known yet', async () => {
      const clinic = await newClinic();
      await run(clinic, { people });
      const count = async () => {
        const where = { clinicId: clinic.id };
        return (await ports.store.reader.range('members', { index: 'key', where })).sort(byId);
      };
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      const first = await count();

      const again = await run(clinic, { people });
      const second = await count();
      const text = (await readFile(people, 'utf8')).replace('12345', '204-555-0146');
      await run(clinic, { people: await fileOf('right.csv', text) });

      assert.deepEqual(Object.fromEntries(again.outcomes), { 'known member': 4 });
      assert.deepEqual(second, first);
      assert.equal((await memberOf(clinic, 'BEN*01'))?.phone, '+12045550146');
    });

    it('links a client to the person who has joined with that phone, whose words stand', async () => {
      const clinic = await newClinic();
      const { summary } = await apiOf(clinic).signIn('+12045550143', { firstName: 'Annie' });

      await run(clinic, { people });

      const anna = await memberOf(clinic, 'ANNA01');
      assert.deepEqual(
        [anna?.id, anna?.firstName, anna?.status, anna?.since, anna?.birthday],
        [summary.member.id, 'Annie', 'enrolled', '2015-05-12', null],
      );
      assert.notEqual((await memberOf(clinic, 'EVA01'))?.id, anna?.id);
    });

    it('lets nobody be credited for a patient of the list', async () => {
      const clinic = await newClinic();
      const api = apiOf(clinic);
      await run(clinic, { people });
      const owner = await api.signIn('+12045550199', { firstName: 'Ola' });
      const invited = { code: owner.summary.referral?.code ?? '' };

      await api.signIn('+12045550144', { firstName: 'Caro', ...invited });
      await api.signIn('+12045550147', { firstName: 'Gil', ...invited });
      const old = await fileOf('old.csv', 'Code,Phone,Since\nFAY01,204-555-0148,01/02/2010\n');
      await run(
        clinic,
        { people: old },
        {
          people: {
            columns: { client: 'Code', phone: 'Phone', since: 'Since' },
            dateFormat: 'MM/DD/YYYY',
            aliases: [],
          },
        },
      );
      await api.signIn('+12045550148', { firstName: 'Fay', ...invited });

      const joined = async (client: string) => {
        const rows = await historyOf(clinic, client);
        const row = rows.find(({ type }) => type === 'joined');
        return JSON.parse(row?.dataJson ?? '').existingPatient;
      };
      assert.deepEqual([await joined('CARO01'), await joined('FAY01')], [false, true]);
    });

    it('does not bring back who was erased, by any id of theirs, and says so', async () => {
      const clinic = await newClinic();
      await run(clinic, { people });
      const anna = await memberOf(clinic, 'ANNA01');
      const caro = await memberOf(clinic, 'CARO01');
      for (const member of [anna, caro])
        await apiOf(clinic).call('DELETE', `/v1/members/${member?.id}`);
      // Of Caro the list knows another id by now; her card is the same.
      const text = (await readFile(people, 'utf8')).replace('CARO01', 'CARO02');

      const report = await run(clinic, { people: await fileOf('after.csv', text) });

      assert.deepEqual(
        problemsOf(report).filter((problem) => problem.endsWith('this person was erased')),
        ['people 2: this person was erased', 'people 4: this person was erased'],
      );
      assert.deepEqual(Object.fromEntries(report.outcomes), { 'known member': 2 });
      const where = { clinicId: clinic.id };
      const members = await ports.store.reader.range('members', { index: 'key', where });
      assert.deepEqual(members.map(({ status, firstName }) => [status, firstName]).sort(), [
        ['erased', null],
        ['erased', null],
        ['known', 'Ben'],
        ['known', 'Eva'],
      ]);
    });

    it('takes its receipts and bookings to the same people', async () => {
      const clinic = await newClinic();
      const report = await run(clinic, {
        ...lists,
        people,
        receipts: join(made, 'receipts.csv'),
        products: join(made, 'products.csv'),
      });

      assert.deepEqual(report.linesOf, {
        people: 6,
        receipts: 23,
        bookings: 8,
        cancellations: 3,
        'no-shows': 3,
      });
      const types = (await historyOf(clinic, 'ANNA01')).map(({ type }) => type);
      assert.deepEqual([...new Set(types)].sort(), ['booking', 'visit']);
      assert.equal((await memberOf(clinic, 'ANNA01'))?.since, '2015-05-12');
    });
  });
});

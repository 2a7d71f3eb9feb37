import type { Ports } from '../../ports.js';
import type { Clinic } from '../../programs.js';
import { WrongSetting } from '../settings.js';
import { readBookings } from './booking-rows.js';
import { bookingEventIds, draftBookings } from './bookings.js';
import type { BookingFiles } from './bookings.js';
import { readCatalogue } from './catalogue.js';
import type { Catalogue, CatalogueFiles } from './catalogue.js';
import type { DraftEvent } from './draft-event.js';
import { importPeople } from './import-people.js';
import { joinParts, reportEvents } from './import-report.js';
import type { ImportReport, OnProgress, PartReport } from './import-report.js';
import type { ExportFile, LineProblem } from './line-problem.js';
import type { Mapping } from './mapping.js';
import { readReceipts } from './receipt-lines.js';
import { clinicOf, recordDrafts, timesRecorded } from './record-drafts.js';
import { draftEvents } from './visits.js';

/** The files of an export; at least one besides the catalogues. */
export interface ExportFiles extends CatalogueFiles {
  readonly people?: string | undefined;
  readonly receipts?: string | undefined;
  readonly bookings?: string | undefined;
  readonly cancellations?: string | undefined;
  readonly noShows?: string | undefined;
}

interface Options {
  readonly mapping: Mapping;
  readonly files: ExportFiles;
  readonly onProgress?: OnProgress;
}

/**
 * Brings the export of a till or a booking system in: the patient list first, then receipts and
 * bookings by the path that the API uses. Safe to run again: what is known already is answered as a
 * duplicate and changes nothing.
 *
 * @throws {@link WrongSetting} when there is no such clinic, or a file or column is missing.
 */
export async function importExport(
  ports: Ports,
  clinicId: string,
  options: Options,
): Promise<ImportReport> {
  const { mapping, files, onProgress = () => undefined } = options;
  const clinic = await clinicOf(ports, clinicId);
  checkCurrency(clinic, mapping);
  checkFiles(files, mapping);

  const catalogue = await readCatalogue(mapping, files);
  const receipts = await draftReceipts({ mapping, files, onProgress }, catalogue);
  const bookings = await draftLists(ports, clinic, { mapping, files }, catalogue);
  const people = await bringList(ports, clinicId, { mapping, files, onProgress });
  const drafts = [...receipts.events, ...bookings.events];
  const recorded = reportEvents(await recordDrafts(ports, clinicId, drafts, onProgress));

  const linesOf = { ...people.linesOf, ...receipts.linesOf, ...bookings.linesOf };
  const report: ImportReport = {
    ...receipts.totals,
    linesOf,
    lines: Object.values(linesOf).reduce((sum, count) => sum + count, 0),
    events: recorded.events,
    ...joinParts([people, unread(receipts.problems), unread(bookings.problems), recorded]),
  };
  const taken = [...report.outcomes.values()].reduce((sum, count) => sum + count, 0);
  if (taken + report.problems.length !== report.lines)
    throw new TypeError(`${report.lines} lines became ${taken} and ${report.problems.length}`);
  return report;
}

function checkCurrency(clinic: Clinic, mapping: Mapping): void {
  const { currency } = clinic.program.clinic;
  if (currency !== mapping.currency)
    throw new WrongSetting(`The mapping is in ${mapping.currency}, the clinic in ${currency}.`);
}

const parts = ['people', 'receipts', 'bookings', 'cancellations', 'noShows'] as const;

function checkFiles(files: ExportFiles, mapping: Mapping): void {
  const given = parts.filter((part) => files[part] !== undefined);
  if (given.length === 0)
    throw new WrongSetting('No file is given; an import needs people, receipts or bookings.');
  const unmapped = given.find((part) => mapping[part] === undefined);
  if (unmapped) throw new WrongSetting(`The mapping does not say how to read "${unmapped}".`);
  if (files.noShows !== undefined && files.bookings === undefined)
    throw new WrongSetting('No-shows name bookings; give the list of bookings too.');
}

/** A part of an import that only has lines which could not be taken. */
const unread = (problems: readonly LineProblem[]): PartReport => ({
  outcomes: new Map(),
  warnings: new Map(),
  problems,
});

interface Drafted {
  readonly events: readonly DraftEvent[];
  readonly problems: readonly LineProblem[];
  readonly linesOf: Partial<Record<ExportFile, number>>;
}

const noTotals = { receipts: 0, visits: 0, clients: 0, sum: 0 };

async function draftReceipts(
  { mapping, files, onProgress = () => undefined }: Options,
  catalogue: Catalogue,
): Promise<Drafted & { readonly totals: typeof noTotals }> {
  const { receipts } = mapping;
  if (files.receipts === undefined || !receipts)
    return { events: [], problems: [], linesOf: {}, totals: noTotals };

  const read = await readReceipts(files.receipts, { ...mapping, receipts }, (done) =>
    onProgress({ step: 'reading', done }),
  );
  const drafts = draftEvents(read.lines, read.problems, { mapping, catalogue });
  return {
    ...drafts,
    linesOf: { receipts: read.lines.length + read.problems.length },
    totals: {
      receipts: drafts.receipts,
      visits: drafts.events.filter(({ event }) => event.type === 'visit.completed').length,
      clients: new Set(read.lines.map((line) => line.client)).size,
      sum: read.lines.reduce((sum, line) => sum + line.amount, 0),
    },
  };
}

async function draftLists(
  ports: Ports,
  clinic: Clinic,
  { mapping, files }: Options,
  catalogue: Catalogue,
): Promise<Drafted> {
  const { source } = mapping;
  const { timeZone } = clinic.program.clinic;
  const lists = await readLists(mapping, files);
  const ids = bookingEventIds(lists, timeZone);
  const drafts = draftBookings(lists, {
    source,
    timeZone,
    now: clinic.now,
    catalogue,
    recordedAt: await timesRecorded(ports, clinic.id, source, ids),
  });
  const count = (file: BookingFiles[keyof BookingFiles]) =>
    file ? file.rows.length + file.problems.length : 0;
  return {
    ...drafts,
    linesOf: {
      ...(lists.bookings ? { bookings: count(lists.bookings) } : {}),
      ...(lists.cancellations ? { cancellations: count(lists.cancellations) } : {}),
      ...(lists.noShows ? { 'no-shows': count(lists.noShows) } : {}),
    },
  };
}

async function readLists(mapping: Mapping, files: ExportFiles): Promise<BookingFiles> {
  const { houseAccounts, bookings, cancellations, noShows } = mapping;
  const read = (path: string | undefined, reading: ListReading | undefined) =>
    path === undefined || !reading ? undefined : readBookings(path, { ...reading, houseAccounts });
  return {
    bookings: await read(
      files.bookings,
      bookings && { ...bookings, file: 'bookings', doneOn: bookings.columns.madeOn },
    ),
    cancellations: await read(
      files.cancellations,
      cancellations && {
        ...cancellations,
        file: 'cancellations',
        doneOn: cancellations.columns.cancelledOn,
      },
    ),
    noShows: await read(
      files.noShows,
      noShows && { ...noShows, file: 'no-shows', doneOn: undefined },
    ),
  };
}

type ListReading = Omit<Parameters<typeof readBookings>[1], 'houseAccounts'>;

async function bringList(
  ports: Ports,
  clinicId: string,
  { mapping, files, onProgress = () => undefined }: Options,
): Promise<PartReport & Pick<Drafted, 'linesOf'>> {
  if (files.people === undefined || !mapping.people) return { ...unread([]), linesOf: {} };

  const { lines, ...report } = await importPeople(ports, clinicId, {
    path: files.people,
    mapping: mapping.people,
    source: mapping.source,
    onProgress,
  });
  return { ...report, linesOf: { people: lines } };
}

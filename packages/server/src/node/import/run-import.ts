import type { EventResult } from '@afterglow/contract';
import { recordFacts } from '../../intake/record-facts.js';
import { openClinic } from '../../programs.js';
import type { Clinic } from '../../programs.js';
import type { Ports } from '../../ports.js';
import { WrongSetting } from '../settings.js';
import { readCatalogue } from './catalogue.js';
import type { CatalogueFiles } from './catalogue.js';
import type { Mapping } from './mapping.js';
import { readReceipts } from './receipt-lines.js';
import type { LineProblem } from './receipt-lines.js';
import { draftEvents, groupBy } from './visits.js';
import type { DraftEvent, LineOutcome } from './visits.js';

/** Events handed over at once, unless one client alone has more. */
const batchSize = 500;

/** The files of an export. */
export interface ExportFiles extends CatalogueFiles {
  readonly receipts: string;
}

/** How far an import is. */
export interface Progress {
  readonly step: 'reading' | 'recording';
  readonly done: number;
  /** Undefined while it is not known. */
  readonly of?: number;
}

/** What an import did. Every line is counted once: in `outcomes` or in `problems`. */
export interface ImportReport {
  readonly lines: number;
  readonly receipts: number;
  readonly visits: number;
  readonly clients: number;
  /** Sum of all amounts that could be read, minor units. */
  readonly sum: number;
  /** Lines that are recorded now, by what they became. */
  readonly outcomes: ReadonlyMap<LineOutcome, number>;
  readonly problems: readonly LineProblem[];
  readonly events: Readonly<Record<EventResult['status'], number>>;
  /** By code: the events that staff should look at, such as sessions used without a purchase. */
  readonly warnings: ReadonlyMap<string, readonly string[]>;
}

/**
 * Brings a till's export in, by the path that the API uses. Safe to run again: what is known
 * already is answered as a duplicate and changes nothing.
 *
 * @throws {@link WrongSetting} when there is no such clinic, or a file or column is missing.
 */
export async function importExport(
  ports: Ports,
  clinicId: string,
  options: {
    readonly mapping: Mapping;
    readonly files: ExportFiles;
    readonly onProgress?: (progress: Progress) => void;
  },
): Promise<ImportReport> {
  const { mapping, files, onProgress = () => undefined } = options;
  const clinic = await clinicOf(ports, clinicId);
  const { currency } = clinic.program.clinic;
  if (currency !== mapping.currency)
    throw new WrongSetting(`The mapping is in ${mapping.currency}, the clinic in ${currency}.`);

  const catalogue = await readCatalogue(mapping, files);
  const read = await readReceipts(files.receipts, mapping, (done) =>
    onProgress({ step: 'reading', done }),
  );
  const drafts = draftEvents(read.lines, read.problems, { mapping, catalogue });
  const recorded = await record(ports, clinicId, drafts.events, onProgress);

  const report: ImportReport = {
    lines: read.lines.length + read.problems.length,
    receipts: drafts.receipts,
    visits: drafts.events.filter(({ event }) => event.type === 'visit.completed').length,
    clients: new Set(read.lines.map((line) => line.client)).size,
    sum: read.lines.reduce((sum, line) => sum + line.amount, 0),
    ...summarize(recorded, drafts.problems),
  };
  const taken = [...report.outcomes.values()].reduce((sum, count) => sum + count, 0);
  if (taken + report.problems.length !== report.lines)
    throw new TypeError(`${report.lines} lines became ${taken} and ${report.problems.length}`);
  return report;
}

async function clinicOf(ports: Ports, clinicId: string): Promise<Clinic> {
  const clinic = await openClinic(ports, clinicId);
  if (!clinic) throw new WrongSetting(`There is no clinic ${clinicId} in this database.`);
  return clinic;
}

type Recorded = readonly (readonly [DraftEvent, EventResult])[];

/** Hands the events over, those of one client together: each client is one transaction and fold. */
async function record(
  ports: Ports,
  clinicId: string,
  drafts: readonly DraftEvent[],
  onProgress: (progress: Progress) => void,
): Promise<Recorded> {
  const recorded: (readonly [DraftEvent, EventResult])[] = [];
  for (const batch of batchesOf(drafts)) {
    const clinic = await clinicOf(ports, clinicId);
    const results = await recordFacts(
      ports,
      clinic,
      batch.map((draft) => draft.event),
    );
    batch.forEach((draft, at) => recorded.push([draft, results[at] as EventResult]));
    onProgress({ step: 'recording', done: recorded.length, of: drafts.length });
  }
  return recorded;
}

function batchesOf(drafts: readonly DraftEvent[]): DraftEvent[][] {
  const batches: DraftEvent[][] = [];
  for (const group of groupBy(drafts, (draft) => draft.client).values()) {
    const last = batches.at(-1);
    group.sort((a, b) => rankOf(a) - rankOf(b));
    if (last && last.length + group.length <= batchSize) last.push(...group);
    else batches.push(group);
  }
  return batches;
}

/** By day, and a visit before what is given back of it. */
const rankOf = ({ event }: DraftEvent) =>
  Number(event.occurredOn?.replaceAll('-', '')) + (event.type === 'visit.refunded' ? 0.5 : 0);

function summarize(recorded: Recorded, unread: readonly LineProblem[]) {
  const outcomes = new Map<LineOutcome, number>();
  const events = { applied: 0, duplicate: 0, rejected: 0 };
  const warnings = new Map<string, string[]>();
  const problems = [...unread];

  for (const [{ event, lines }, result] of recorded) {
    events[result.status]++;
    for (const { code } of result.warnings)
      warnings.set(code, [...(warnings.get(code) ?? []), event.externalId]);
    for (const { line, outcome } of lines) {
      if (result.status !== 'rejected') outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      else problems.push({ line, receipt: event.externalId, reason: reasonOf(result) });
    }
  }
  return { outcomes, events, warnings, problems: problems.sort((a, b) => a.line - b.line) };
}

const reasonOf = ({ code, param, detail }: EventResult) =>
  [code, param && `at ${param}`, detail].filter(Boolean).join(', ');

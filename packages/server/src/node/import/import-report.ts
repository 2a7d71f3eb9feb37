import type { EventResult } from '@afterglow/contract';
import type { LineOutcome } from './draft-event.js';
import type { ExportFile, LineProblem } from './line-problem.js';
import type { Recorded } from './record-drafts.js';

/** How far an import is. */
export interface Progress {
  readonly step: 'reading' | 'people' | 'recording';
  readonly done: number;
  /** Undefined while it is not known. */
  readonly of?: number;
}

/** Told how far an import is. */
export type OnProgress = (progress: Progress) => void;

/** What an import did. Every line is counted once: in `outcomes` or in `problems`. */
export interface ImportReport {
  /** Lines of all files, without their headers. */
  readonly lines: number;
  readonly linesOf: Readonly<Partial<Record<ExportFile, number>>>;
  readonly receipts: number;
  readonly visits: number;
  /** People whom receipts name. */
  readonly clients: number;
  /** Sum of all amounts that could be read, minor units. */
  readonly sum: number;
  /** Lines that are recorded now, by what they became. */
  readonly outcomes: ReadonlyMap<LineOutcome, number>;
  readonly problems: readonly LineProblem[];
  readonly events: Readonly<Record<EventResult['status'], number>>;
  /**
   * By code: what staff should look at, such as sessions used without a purchase. Events by their
   * id, people by their line.
   */
  readonly warnings: ReadonlyMap<string, readonly string[]>;
}

/** What one part of an import did to its lines. */
export type PartReport = Pick<ImportReport, 'outcomes' | 'problems' | 'warnings'>;

/** What became of the lines whose events were recorded. */
export function reportEvents(recorded: Recorded): PartReport & Pick<ImportReport, 'events'> {
  const outcomes = new Map<LineOutcome, number>();
  const events = { applied: 0, duplicate: 0, rejected: 0 };
  const warnings = new Map<string, string[]>();
  const problems: LineProblem[] = [];

  for (const [{ event, file, lines }, result] of recorded) {
    events[result.status]++;
    for (const { code } of result.warnings)
      warnings.set(code, [...(warnings.get(code) ?? []), event.externalId]);
    for (const { line, outcome } of lines) {
      if (result.status !== 'rejected') {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        continue;
      }
      const receipt = file === 'receipts' ? { receipt: event.externalId } : {};
      problems.push({ file, line, ...receipt, reason: reasonOf(result) });
    }
  }
  return { outcomes, events, warnings, problems };
}

const reasonOf = ({ code, param, detail }: EventResult) =>
  [code, param && `at ${param}`, detail].filter(Boolean).join(', ');

/** The parts as one, with the lines that could not be taken file by file and in order. */
export function joinParts(parts: readonly PartReport[]): PartReport {
  const outcomes = new Map<LineOutcome, number>();
  const warnings = new Map<string, readonly string[]>();
  for (const part of parts) {
    for (const [outcome, lines] of part.outcomes)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + lines);
    for (const [code, where] of part.warnings)
      warnings.set(code, [...(warnings.get(code) ?? []), ...where]);
  }
  const problems = parts.flatMap((part) => part.problems);
  return {
    outcomes,
    warnings,
    problems: problems.sort((a, b) => order(a.file) - order(b.file) || a.line - b.line),
  };
}

const files: readonly ExportFile[] = [
  'people',
  'receipts',
  'bookings',
  'cancellations',
  'no-shows',
];
const order = (file: ExportFile) => files.indexOf(file);

import { localDayAt } from '@afterglow/engine/calendar';
import { isOwnSource } from '../../members/aliases.js';
import { bringPeople } from '../../members/bring-people.js';
import type { Ports } from '../../ports.js';
import { WrongSetting } from '../settings.js';
import type { LineOutcome } from './draft-event.js';
import type { OnProgress, PartReport } from './import-report.js';
import type { LineProblem } from './line-problem.js';
import type { PeopleMapping } from './mapping-people.js';
import { readPeople } from './people-rows.js';
import { clinicOf } from './record-drafts.js';

/** People of one transaction. */
const batchSize = 200;

/**
 * Brings a patient list in.
 *
 * @throws {@link WrongSetting} when the file or a column is missing, or the mapping takes a source
 *   that is kept for our own records.
 */
export async function importPeople(
  ports: Ports,
  clinicId: string,
  options: {
    readonly path: string;
    readonly mapping: PeopleMapping;
    readonly source: string;
    readonly onProgress: OnProgress;
  },
): Promise<PartReport & { readonly lines: number }> {
  const { path, mapping, source, onProgress } = options;
  const own = [source, ...mapping.aliases.map((alias) => alias.source)].find(isOwnSource);
  if (own !== undefined)
    throw new WrongSetting(`The source ${own} is kept for our own records; name another one.`);

  const { now, program } = await clinicOf(ports, clinicId);
  const { country, timeZone } = program.clinic;
  const today = localDayAt(now, timeZone);
  const { rows, problems } = await readPeople(path, { mapping, source, country, today });

  const outcomes = new Map<LineOutcome, number>();
  const erased: LineProblem[] = [];
  const warnings = new Map<string, string[]>();
  for (let from = 0; from < rows.length; from += batchSize) {
    const batch = rows.slice(from, from + batchSize);
    const clinic = await clinicOf(ports, clinicId);
    const brought = await bringPeople(
      ports,
      clinic,
      batch.map(({ person }) => person),
    );
    for (const [at, row] of batch.entries()) {
      const { isNew = false, taken = [], isErased = false } = brought[at] ?? {};
      if (isErased) {
        erased.push({ file: 'people', line: row.line, reason: 'this person was erased' });
        continue;
      }
      const outcome = isNew ? 'new member' : 'known member';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const codes = [...row.warnings, ...taken.map(() => 'alias_taken')];
      for (const code of codes)
        warnings.set(code, [...(warnings.get(code) ?? []), `line ${row.line}`]);
    }
    onProgress({ step: 'people', done: from + batch.length, of: rows.length });
  }
  const lines = rows.length + problems.length;
  return { lines, outcomes, warnings, problems: [...problems, ...erased] };
}

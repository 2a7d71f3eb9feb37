import type { ImportReport, Progress } from './run-import.js';
import { decimalsOf } from './values.js';

const count = new Intl.NumberFormat('en');

/** The report in lines for a person: what became of everything, then each line that did not fit. */
export function reportLines(report: ImportReport, currency: string): readonly string[] {
  const decimals = decimalsOf(currency);
  const sum = (report.sum / 10 ** decimals).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const { applied, duplicate, rejected } = report.events;
  const outcomes = [...report.outcomes].sort(([, a], [, b]) => b - a);
  return [
    `${count.format(report.lines)} lines, ${count.format(report.receipts)} receipts, ${count.format(report.visits)} visits of ${count.format(report.clients)} clients, ${sum} ${currency}`,
    ...outcomes.map(([outcome, lines]) => `${count.format(lines).padStart(9)}  ${outcome}`),
    `${count.format(report.problems.length).padStart(9)}  not taken`,
    `Events: ${count.format(applied)} applied, ${count.format(duplicate)} known already, ${count.format(rejected)} rejected`,
    ...[...report.warnings].map(
      ([code, events]) => `${code} on ${count.format(events.length)}: ${events.join(', ')}`,
    ),
    ...report.problems.map(
      ({ line, receipt, reason }) =>
        `Line ${line}${receipt === undefined ? '' : `, receipt ${receipt}`}: ${reason}`,
    ),
  ];
}

/** Shows how far an import is: one line that changes on a terminal, a few lines in a file. */
export function progressOn(stream: NodeJS.WriteStream): (progress: Progress) => void {
  let shown = -1;
  return ({ step, done, of }) => {
    const text = `${step} ${count.format(done)}${of === undefined ? ' lines' : ` of ${count.format(of)} events`}`;
    if (stream.isTTY) {
      stream.write(`\r${text.padEnd(40)}${done === of ? '\r'.padEnd(41) + '\r' : ''}`);
      return;
    }
    const tenth = of === undefined ? -1 : Math.floor((done / of) * 10);
    if (tenth > shown) stream.write(`${text}\n`);
    shown = tenth;
  };
}

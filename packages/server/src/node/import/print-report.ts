import type { ImportReport, Progress } from './import-report.js';
import type { LineProblem } from './line-problem.js';
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
  const { receipts: receiptLines = 0, ...otherLines } = report.linesOf;
  return [
    ...(receiptLines === 0
      ? []
      : [
          `${count.format(receiptLines)} lines, ${count.format(report.receipts)} receipts, ${count.format(report.visits)} visits of ${count.format(report.clients)} clients, ${sum} ${currency}`,
        ]),
    ...Object.entries(otherLines).map(([file, lines]) => `${count.format(lines)} lines of ${file}`),
    ...outcomes.map(([outcome, lines]) => `${count.format(lines).padStart(9)}  ${outcome}`),
    `${count.format(report.problems.length).padStart(9)}  not taken`,
    `Events: ${count.format(applied)} applied, ${count.format(duplicate)} known already, ${count.format(rejected)} rejected`,
    ...[...report.warnings].map(
      ([code, places]) => `${code} on ${count.format(places.length)}: ${places.join(', ')}`,
    ),
    ...report.problems.map(problemLine),
  ];
}

function problemLine({ file, line, receipt, reason }: LineProblem): string {
  const where = file === 'receipts' ? `Line ${line}` : `Line ${line} of ${file}`;
  return `${where}${receipt === undefined ? '' : `, receipt ${receipt}`}: ${reason}`;
}

/** Shows how far an import is: one line that changes on a terminal, a few lines in a file. */
export function progressOn(stream: NodeJS.WriteStream): (progress: Progress) => void {
  let shown = -1;
  let last: Progress['step'] | undefined;
  return ({ step, done, of }) => {
    if (step !== last) shown = -1;
    last = step;
    const what = step === 'people' ? '' : step === 'recording' ? ' events' : ' lines';
    const text = `${step} ${count.format(done)}${of === undefined ? '' : ` of ${count.format(of)}`}${what}`;
    if (stream.isTTY) {
      stream.write(`\r${text.padEnd(40)}${done === of ? '\r'.padEnd(41) + '\r' : ''}`);
      return;
    }
    const tenth = of === undefined ? -1 : Math.floor((done / of) * 10);
    if (tenth > shown) stream.write(`${text}\n`);
    shown = tenth;
  };
}

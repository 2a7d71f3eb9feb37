import type { SimulatedRate, SimulationAnswer, SimulationReport } from '@afterglow/contract';
import { decimalsOf } from '../import/values.js';

/** How the two programs are called: by their files. */
export interface ProgramNames {
  readonly program: string;
  readonly against: string | null;
}

/** Most columns of a line. */
const width = 80;

const count = new Intl.NumberFormat('en');

type Format = (amount: number) => string;

/** One column of reports: the program, and the one that it is held against. */
interface Column {
  readonly name: string;
  readonly report: SimulationReport;
}

/** The answer as aligned lines of at most 80 columns, for a clinic's owner. */
export function simulationLines(answer: SimulationAnswer, names: ProgramNames): readonly string[] {
  const money = moneyFormat(answer.currency);
  const { against } = answer;
  const columns: readonly Column[] = [
    { name: names.program, report: answer.program },
    ...(against ? [{ name: names.against ?? 'against', report: against }] : []),
  ];
  return [
    ...headLines(answer, money),
    '',
    ...figureLines(answer, columns, money),
    '',
    ...costLines(columns, money),
    ...columns.flatMap((column) => ['', ...tierLines(column, columns.length > 1)]),
    '',
    ...gainLines(answer.program, money),
    ...comparedLines(answer, names),
  ];
}

/** Amounts without the currency, which the head names once. */
function moneyFormat(currency: string): Format {
  const decimals = decimalsOf(currency);
  const format = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return (amount) => format.format(amount / 10 ** decimals);
}

function headLines({ history, program, currency }: SimulationAnswer, money: Format): string[] {
  const { from, to, members, visits } = history;
  if (from === null) return ['The history is empty.'];
  return [
    `${count.format(members)} members, ${count.format(visits)} visits from ${from} to ${to ?? from}`,
    `${money(program.spend.amount)} ${currency} spent on them; all amounts are in ${currency}`,
  ];
}

const percent = (basisPoints: number | null) =>
  basisPoints === null ? '-' : `${(basisPoints / 100).toFixed(2)} %`;

const labelWidth = 40;
const valueWidth = 20;

function row(label: string, values: readonly string[]): string {
  const cells = values.map(
    (value) => ` ${value.slice(0, valueWidth - 1).padStart(valueWidth - 1)}`,
  );
  return `${label.slice(0, labelWidth).padEnd(labelWidth)}${cells.join('')}`.trimEnd();
}

function figureLines(
  { band, redemptionPercent }: SimulationAnswer,
  columns: readonly Column[],
  money: Format,
): readonly string[] {
  const line = (label: string, value: (report: SimulationReport) => string) =>
    row(
      label,
      columns.map(({ report }) => value(report)),
    );
  const rate = ({ basisPoints, verdict }: SimulatedRate) =>
    verdict === null ? '-' : `${percent(basisPoints)}, ${verdict}`;
  const typical = columns.map(({ report }) => count.format(report.rates.typical.members));
  return [
    row(
      '',
      columns.map(({ name }) => name),
    ),
    line('Given to members', ({ given }) => money(given.total.amount)),
    line('  points, at their full worth', ({ given }) => money(given.points.amount)),
    line('  credit', ({ given }) => money(given.credit.amount)),
    line('  discounts of tiers', ({ given }) => money(given.discounts.amount)),
    line('  offers and gift cards', ({ given }) => money(given.offers.amount)),
    `Given as a share of spend (the aim is ${percent(band.from)} to ${percent(band.to)})`,
    line('  all members together', ({ rates }) => rate(rates.overall)),
    line('  the middle member', ({ rates }) => rate(rates.median)),
    line(`  of ${[...new Set(typical)].join(' and ')} with 3 or 4 visits a year`, ({ rates }) =>
      rate(rates.typical),
    ),
    line(`Cost, if ${redemptionPercent} of 100 points are used`, ({ cost }) => money(cost.amount)),
    line('  as a share of spend', ({ costBasisPoints }) => percent(costBasisPoints)),
    line('Points issued', ({ points }) => count.format(points.issued)),
    line('  redeemed, by that assumption', ({ points }) => count.format(points.redeemed)),
    line('  lapsed', ({ points }) => count.format(points.lapsed)),
    line('  outstanding', ({ points }) => count.format(points.outstanding)),
    line('Liability for what is outstanding', ({ liability }) => money(liability.amount)),
    ...sessionLines(columns, line),
    ...offerLines(columns),
  ];
}

function sessionLines(
  columns: readonly Column[],
  line: (label: string, value: (report: SimulationReport) => string) => string,
): readonly string[] {
  if (columns.every(({ report }) => report.sessions.sold === 0)) return [];
  return [
    line('Prepaid sessions sold', ({ sessions }) => count.format(sessions.sold)),
    line('  used, expired, left', ({ sessions: { used, expired, left } }) =>
      [used, expired, left].map((sessions) => count.format(sessions)).join(', '),
    ),
  ];
}

function offerLines(columns: readonly Column[]): readonly string[] {
  const sources = new Set(
    columns.flatMap(({ report }) => report.offers.map(({ source }) => source)),
  );
  return [...sources].map((source) =>
    row(
      `Offers by ${source}: given, used`,
      columns.map(({ report }) => {
        const offer = report.offers.find((one) => one.source === source);
        return `${count.format(offer?.count ?? 0)}, ${count.format(offer?.used ?? 0)}`;
      }),
    ),
  );
}

const kinds: Readonly<Record<string, string>> = {
  rule: ' (rule)',
  benefit: ' (discount)',
  offer: ' (offer)',
  donation: ' (donation)',
};

function costLines(columns: readonly Column[], money: Format): readonly string[] {
  const single = columns.length === 1;
  const names = new Map<string, string>();
  for (const { report } of columns)
    for (const { kind, name } of report.costs)
      names.set(`${kind} ${name}`, `${name}${kinds[kind] ?? ''}`);
  const cellWidth = 12;
  const label = width - (single ? 3 : 4) * cellWidth;
  const cells = (values: readonly string[]) =>
    values.map((value) => value.slice(0, cellWidth - 1).padStart(cellWidth)).join('');
  const head = single ? ['points', 'given', 'cost'] : columns.flatMap(() => ['given', 'cost']);
  const lines = [...names].map(([key, shown]) => {
    const values = columns.flatMap(({ report }) => {
      const found = report.costs.find(({ kind, name }) => `${kind} ${name}` === key);
      const amounts = [money(found?.given.amount ?? 0), money(found?.cost.amount ?? 0)];
      return single ? [count.format(found?.points ?? 0), ...amounts] : amounts;
    });
    return `${shown.slice(0, label).padEnd(label)}${cells(values)}`;
  });
  const over = columns.map(({ name }) => name.slice(0, 2 * cellWidth - 2).padStart(2 * cellWidth));
  return [
    ...(single ? [] : [`${''.padEnd(label)}${over.join('')}`]),
    `${'Cost by what earns it'.padEnd(label)}${cells(head)}`,
    ...lines,
  ];
}

function tierLines({ name, report }: Column, isOneOfTwo: boolean): readonly string[] {
  const tiers = report.tiers[0]?.levels.map(({ tier }) => tier) ?? [];
  const label = 16;
  const cell = Math.floor((width - label) / Math.max(4, tiers.length));
  const cells = (values: readonly string[]) =>
    values.map((value) => value.slice(0, cell - 1).padStart(cell)).join('');
  return [
    isOneOfTwo ? `Members by tier, ${name}` : 'Members by tier',
    `${'at the end of'.padEnd(label)}${cells(tiers)}`,
    ...report.tiers.map(
      ({ on, levels }) =>
        `${on.padEnd(label)}${cells(levels.map(({ members }) => count.format(members)))}`,
    ),
  ];
}

function gainLines({ gains }: SimulationReport, money: Format): readonly string[] {
  const first = Math.max(8, ...gains.map(({ member }) => member.length + 1));
  const line = (cells: readonly string[]) => {
    const [member = '', tier = '', ...numbers] = cells;
    const widths = [7, 13, 12, 10];
    const right = numbers.map((text, index) => text.padStart(widths[index] ?? 10)).join('');
    const left = Math.max(6, width - first - 42);
    return `${member.padEnd(first)}${tier.slice(0, left - 1).padEnd(left)}${right}`;
  };
  return [
    line(['Member', 'tier', 'visits', 'spend', 'given', 'of spend']),
    ...gains.map(({ member, tier, visits, spend, given, rateBasisPoints }) =>
      line([
        member,
        tier ?? '-',
        count.format(visits),
        money(spend.amount),
        money(given.amount),
        percent(rateBasisPoints),
      ]),
    ),
  ];
}

function comparedLines({ compared }: SimulationAnswer, names: ProgramNames): readonly string[] {
  if (!compared) return [];
  const { better, same, worse } = compared;
  return [
    '',
    `${names.program} gives more than ${names.against ?? 'the other'} to ${count.format(better)} members, the same to ${count.format(same)}, less to ${count.format(worse)}.`,
  ];
}

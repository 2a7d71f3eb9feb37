import { basename } from 'node:path';
import { defaultRedemptionPercent, type Program, type SimulationAnswer } from '@afterglow/contract';
import { openClinic } from '../../programs.js';
import { Refused } from '../../refused.js';
import { checkComparable, checkProgram } from '../../simulation/checked-programs.js';
import { readHistories } from '../../simulation/histories.js';
import { simulate, type Simulation } from '../../simulation/simulate.js';
import type { Command } from '../command.js';
import { needed, readArguments } from '../command.js';
import { progressOn } from '../import/print-report.js';
import { openPorts } from '../runtime.js';
import { WrongSetting, type Settings } from '../settings.js';
import { simulationLines } from '../simulation/print-simulation.js';
import { judgingOn } from '../simulation/judging-progress.js';
import { readExport } from '../simulation/simulated-history.js';
import { readProgram } from './clinic.js';

const options = {
  program: { type: 'string' },
  against: { type: 'string' },
  history: { type: 'string' },
  mapping: { type: 'string' },
  services: { type: 'string' },
  products: { type: 'string' },
  clinic: { type: 'string' },
  redemption: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readArguments<typeof options>>['values'];

/** What is judged, by which programs, and whether all of it could be read. */
interface Judged {
  readonly simulation: Omit<Simulation, 'redemptionPercent' | 'onProgress'>;
  readonly untaken: readonly string[];
}

/** Untaken lines that are printed; the import prints all of them. */
const untakenShown = 10;

/**
 * `afterglow simulate`: what a program would have given for a till's export, or for what a clinic has
 * recorded. Writes nothing. Exit code 1 when a line of the export was not taken.
 */
export const simulateProgram: Command = {
  summary: "tries a program on a till's receipts or a clinic's own history, and prints its cost",
  usage:
    '--program draft.json --history receipts.csv [--mapping mapping.json] [--services …] [--products …]\n       simulate --program draft.json --clinic ID\n       [--against program.json, or current with --clinic] [--redemption 70] [--json]',
  async run(args, settings) {
    const startedAt = performance.now();
    const { values } = readArguments(args, options);
    const redemptionPercent = readPercent(values.redemption);
    const program = await readChecked(needed(values.program, 'program'), 'program');
    const judged =
      values.clinic === undefined
        ? await fromExport(values, program)
        : await fromClinic(values.clinic, values, program, settings);
    const onProgress = judgingOn(process.stderr);
    const answer = await simulate({ ...judged.simulation, redemptionPercent, onProgress });
    print(answer, values);
    for (const line of judged.untaken.slice(0, untakenShown)) console.error(line);
    const seconds = (performance.now() - startedAt) / 1000;
    console.error(`Done in ${seconds.toFixed(1)} s.`);
    const untaken = judged.untaken.length;
    if (untaken > 0)
      console.error(
        `Not taken, and no part of this: ${untaken} of the export's lines. afterglow import names each.`,
      );
    return untaken > 0 ? 1 : 0;
  },
};

function print(answer: SimulationAnswer, { json, program, against }: Values): void {
  if (json) {
    console.log(JSON.stringify(answer, undefined, 2));
    return;
  }
  const name = (path: string | undefined) => (path === undefined ? null : basename(path));
  const names = { program: name(program) ?? 'program', against: name(against) };
  for (const line of simulationLines(answer, names)) console.log(line);
}

async function fromExport(values: Values, program: Program): Promise<Judged> {
  const history = needed(values.history, 'history');
  if (values.against === 'current')
    throw new WrongSetting('--against current needs --clinic, whose program of now it is.');
  const against = await readAgainst(values.against, program);
  const { mapping, services, products } = values;
  const { accounts, report } = await readExport({ history, mapping, services, products }, program, {
    now: Date.now(),
    onProgress: progressOn(process.stderr),
  });
  return {
    simulation: { accounts, program, against },
    untaken: report.problems.map(({ line, reason }) => `Line ${line}: ${reason}`),
  };
}

async function fromClinic(
  clinicId: string,
  values: Values,
  program: Program,
  settings: Settings,
): Promise<Judged> {
  if (values.history !== undefined)
    throw new WrongSetting('Give --history or --clinic, one of the two.');
  const ports = await openPorts(settings, 'warn');
  try {
    const clinic = await openClinic(ports, clinicId);
    if (!clinic) throw new WrongSetting(`There is no clinic ${clinicId} in this database.`);
    refuse(() => checkComparable(program, 'program', clinic.program.clinic));
    const against =
      values.against === 'current' ? clinic.program : await readAgainst(values.against, program);
    const accounts = (await readHistories(ports.store.reader, clinicId)) ?? [];
    return { simulation: { accounts, program, against, until: clinic.now }, untaken: [] };
  } finally {
    await ports.store.close();
  }
}

async function readAgainst(path: string | undefined, program: Program) {
  if (path === undefined) return undefined;
  const against = await readChecked(path, 'against');
  refuse(() => checkComparable(against, 'against', program.clinic));
  return against;
}

async function readChecked(path: string, option: string): Promise<Program> {
  const program = await readProgram(path);
  refuse(() => checkProgram(program, option));
  return program;
}

/** Says a refusal in one line, as a wrong setting. */
function refuse(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new WrongSetting(`A program is refused: ${error.message}`, { cause: error });
  }
}

function readPercent(text: string | undefined): number {
  if (text === undefined) return defaultRedemptionPercent;
  const percent = Number(text);
  if (/^\d{1,3}$/.test(text) && percent <= 100) return percent;
  throw new WrongSetting(`--redemption "${text}" is no whole percentage from 0 to 100.`);
}

import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { Program } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { instantText } from '../../clinic-clock.js';
import { defaultProgram } from '../../default-program.js';
import { ensured } from '../../ensured.js';
import { allFaults } from '../../http/issues.js';
import { derivedId } from '../../ids.js';
import type { Ports } from '../../ports.js';
import { openClinic, type Clinic } from '../../programs.js';
import { wording } from '../../refused.js';
import type { ClinicProblem, ClinicProblemCode } from './clinic-problem.js';
import type { PlacedSections, ReadClinics, Sections, WantedClinic } from './clinics-file.js';

/** What is to be done for one clinic. */
export interface ClinicPlan {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly sandbox: boolean;
  /** The clinic as it is; undefined: it is to be made. */
  readonly present: Clinic | undefined;
  readonly program: Program;
  /** The sections of the program that differ; for a clinic to be made all of them. */
  readonly changed: readonly string[];
  /** The program is published already and waits for its start. */
  readonly waits: boolean;
}

/** What is to be done, or everything that is wrong; never both. */
export type ClinicsPlan =
  | { readonly ok: true; readonly plans: readonly ClinicPlan[] }
  | { readonly ok: false; readonly problems: readonly ClinicProblem[] };

/** Checks every clinic of a file against the database; writes nothing. */
export async function planClinics(ports: Ports, file: ReadClinics): Promise<ClinicsPlan> {
  const problems = [...file.problems];
  const plans: ClinicPlan[] = [];
  const seen = new Map<string, string>();
  for (const wanted of file.clinics) {
    const id = wanted.id ?? clinicId(file.agency, wanted.key);
    const wrong = new Wrong(wanted);
    const present = await openClinic(ports, id);
    const earlier = seen.get(id);
    seen.set(id, earlier ?? wanted.at);

    if (earlier !== undefined)
      wrong.add('clinic_repeated', 'key', `${wanted.at} is the clinic of ${earlier} again.`);
    if (wanted.id !== undefined && !present)
      wrong.add('clinic_unknown', 'id', `There is no clinic ${wanted.id} in this database.`);
    if (present && present.sandbox !== wanted.sandbox)
      wrong.add('sandbox_fixed', 'sandbox', sandboxStays(present));
    if (wrong.problems.length === 0 && wanted.wanted.length > 0) {
      const plan = planOf(wanted, { id, present }, wrong);
      if (plan && wrong.problems.length === 0) plans.push(plan);
    }
    problems.push(...wrong.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plans };
}

/** Follows from the names, so that a second run, also after one that broke off, finds the clinic. */
function clinicId(agency: string, key: string): string {
  return derivedId('clinic', 0, `${agency}\n${key}`);
}

const sandboxStays = ({ id, sandbox }: Clinic) =>
  `${id} is ${sandbox ? 'a sandbox' : 'a live clinic'} and stays so. Another kind is another clinic: give it another key.`;

/** Gathers what is wrong with one clinic, with the place that it is to be mended at. */
class Wrong {
  readonly problems: ClinicProblem[] = [];
  readonly #clinic: WantedClinic;

  constructor(clinic: WantedClinic) {
    this.#clinic = clinic;
  }

  add(code: ClinicProblemCode, field: string, message: string): void {
    const { key, at } = this.#clinic;
    this.problems.push({ code, clinic: key, path: `${at}.${field}`, message });
  }

  /** @param param - A path in the program. */
  addOfProgram(code: ClinicProblemCode, param: string, message: string): void {
    const { key, at, wanted } = this.#clinic;
    const section = /^\w*/.exec(param)?.[0] ?? '';
    const said = wanted.findLast(({ sections }) => Object.hasOwn(sections, section));
    const path = said ? `${said.at}${param}` : `${at}.program.${param}`;
    this.problems.push({ code, clinic: key, path, message });
  }
}

function planOf(
  wanted: WantedClinic,
  { id, present }: { readonly id: string; readonly present: Clinic | undefined },
  wrong: Wrong,
): ClinicPlan | undefined {
  const sections = joined(wanted.wanted);
  const base = present?.program ?? startingProgram(sections, wrong);
  if (!base) return undefined;
  const program: Program = { ...base, ...sections };
  checkProgram(program, wrong);

  const names = Object.keys(Program.shape) as (keyof Program)[];
  const differing = (from: Program) =>
    names.filter((name) => !isDeepStrictEqual(from[name], program[name]));
  const { key, name, sandbox } = wanted;
  const plan = { key, id, name, sandbox, present, program };
  if (!present) return { ...plan, changed: names, waits: false };

  const changed = differing(present.program);
  const last = ensured(present.programs.at(-1), 'the last version');
  const waiting = last.version === present.inForce.version ? undefined : last;
  if (changed.length === 0 || !waiting) {
    checkCurrency(present, program, wrong);
    return { ...plan, changed, waits: false };
  }
  if (differing(waiting.program).length === 0) return { ...plan, changed: [], waits: true };
  wrong.add(
    'version_waits',
    'program',
    `Version ${waiting.version} of ${id} starts at ${instantText(waiting.startsAt ?? 0)}, and versions start in the order of their numbers. Wait for it, or take it back: DELETE /v1/program/versions/${waiting.version}`,
  );
  return undefined;
}

/** Later sections in place of earlier ones, each as a whole. */
const joined = (placed: readonly PlacedSections[]): Sections =>
  placed.reduce<Sections>((all, { sections }) => ({ ...all, ...sections }), {});

/** The rules that a clinic starts with where the file says none; undefined when it says too little. */
function startingProgram(
  { clinic, brand, site, origins }: Sections,
  wrong: Wrong,
): Program | undefined {
  for (const [name, section] of Object.entries({ clinic, brand, site }))
    if (!section)
      wrong.addOfProgram(
        'missing_field',
        name,
        `${name} is needed for a clinic that is to be made.`,
      );
  if (!clinic || !brand || !site) return undefined;
  const { name, country, region, timeZone, currency, locale } = clinic;
  return defaultProgram({
    name,
    country,
    timeZone,
    currency,
    locale,
    site,
    ...(region === undefined ? {} : { region }),
    ...(origins === undefined ? {} : { origins }),
    brandColor: brand.color,
  });
}

function checkProgram(program: Program, wrong: Wrong): void {
  const parsed = z.safeParse(Program, program);
  if (!parsed.success) {
    for (const { code, param, detail } of allFaults(parsed.error.issues, program))
      wrong.addOfProgram(code, param, detail);
    return;
  }
  for (const refusal of validateProgram(program)) {
    const { param = '', details } = refusal;
    const because = details?.['because'];
    const message = typeof because === 'string' ? `${param} ${because}.` : wording(refusal);
    wrong.addOfProgram(refusal.code, param, message);
  }
}

function checkCurrency(present: Clinic, program: Program, wrong: Wrong): void {
  const { currency } = present.program.clinic;
  if (program.clinic.currency === currency) return;
  const message = `The clinic's currency is ${currency} and stays so, since its ledger counts in it.`;
  wrong.addOfProgram('program_invalid', 'clinic.currency', message);
}

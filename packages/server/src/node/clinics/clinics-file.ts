import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { Program, ShortText, Slug } from '@afterglow/contract';
import { allFaults } from '../../http/issues.js';
import { WrongSetting } from '../settings.js';
import type { ClinicProblem } from './clinic-problem.js';

/** Sections of a program; what is left out stays as the clinic has it. */
export type Sections = Partial<Program>;

/** JSON has no undefined: a section is there or it is not. */
const Sections = z.partial(Program) as unknown as z.ZodMiniType<Sections>;

/** Sections as they are written, or the path of a JSON file with them, seen from this file. */
const Written = z.optional(z.unknown());

const ClinicsFile = z.strictObject({
  /** Whose clinics these are: the same `key` under another agency is another clinic. */
  agency: Slug,
  /** What all of them have. */
  program: Written,
  clinics: z
    .array(
      z.strictObject({
        /** By which the clinic is found again; never changed. */
        key: Slug,
        /** The id of a clinic that was made in another way; left out: one that follows from the key. */
        id: z.optional(z.string()),
        name: ShortText,
        /** Left out: a live clinic. */
        sandbox: z.optional(z.boolean()),
        /** What this one has: each section in place of the one that all have. */
        program: Written,
      }),
    )
    .check(z.minLength(1)),
});

/** Sections, and where they stand, so that what is wrong can be told with its place. */
export interface PlacedSections {
  /** A path in clinics.json such as `clinics[0].program.`, or a file such as `rules.json: `. */
  readonly at: string;
  readonly sections: Sections;
}

/** One clinic as the file wants it. */
export interface WantedClinic {
  readonly key: string;
  readonly id: string | undefined;
  readonly name: string;
  readonly sandbox: boolean;
  /** Where it stands, such as `clinics[0]`. */
  readonly at: string;
  /** What is wanted of its program; a later one wins, section by section. */
  readonly wanted: readonly PlacedSections[];
}

/** What a clinics.json says, and all that is wrong with its form. */
export interface ReadClinics {
  readonly agency: string;
  readonly clinics: readonly WantedClinic[];
  readonly problems: readonly ClinicProblem[];
}

/**
 * Reads a clinics.json and the files that it names.
 *
 * @throws {@link WrongSetting} when it can't be read or is no JSON; all else is a problem.
 */
export async function readClinics(path: string): Promise<ReadClinics> {
  const json = await readJson(path).catch((error: unknown) => {
    throw new WrongSetting(`The file ${path} ${reasonOf(error)}.`, { cause: error });
  });
  const parsed = z.safeParse(ClinicsFile, json);
  if (!parsed.success) {
    const problems = problemsOf(parsed.error.issues, json, { clinicAt: keyIn(json) });
    return { agency: '', clinics: [], problems };
  }

  const { agency, program, clinics } = parsed.data;
  const problems: ClinicProblem[] = [];
  const files = new Map<string, PlacedSections | undefined>();
  const place = async (written: unknown, prefix: readonly PropertyKey[]) => {
    if (typeof written !== 'string') {
      const read = z.safeParse(Sections, written ?? {});
      if (read.success) return { at: `${pathOf(prefix)}.`, sections: read.data };
      const issues = read.error.issues.map((issue) => ({
        ...issue,
        path: [...prefix, ...issue.path],
      }));
      problems.push(...problemsOf(issues, json, { clinicAt: keyIn(json) }));
      return undefined;
    }
    if (!files.has(written)) {
      const { placed, wrong } = await readSections(path, written, pathOf(prefix));
      files.set(written, placed);
      problems.push(...wrong);
    }
    return files.get(written);
  };

  const shared = await place(program, ['program']);
  const wanted: WantedClinic[] = [];
  for (const [index, { key, id, name, sandbox = false, program: own }] of clinics.entries()) {
    const placed = [shared, await place(own, ['clinics', index, 'program'])];
    wanted.push({
      key,
      id,
      name,
      sandbox,
      at: `clinics[${index}]`,
      wanted: placed.filter((one) => one !== undefined),
    });
  }
  return { agency, clinics: wanted, problems };
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'is not JSON';
  return `cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`;
}

async function readSections(
  clinicsPath: string,
  name: string,
  namedAt: string,
): Promise<{ placed: PlacedSections | undefined; wrong: readonly ClinicProblem[] }> {
  let json: unknown;
  try {
    json = await readJson(resolve(dirname(clinicsPath), name));
  } catch (error) {
    const message = `${namedAt} names the file ${name}, which ${reasonOf(error)}.`;
    const wrong: ClinicProblem = { code: 'file_unreadable', clinic: null, path: namedAt, message };
    return { placed: undefined, wrong: [wrong] };
  }
  const read = z.safeParse(Sections, json);
  const at = `${name}: `;
  if (read.success) return { placed: { at, sections: read.data }, wrong: [] };
  const wrong = problemsOf(read.error.issues, json, { at, clinicAt: () => null });
  return { placed: undefined, wrong };
}

const pathOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : `${text}${text === '' ? '' : '.'}${String(part)}`,
    '',
  );

/** The key of the clinic that a path leads to, as far as it can be read. */
function keyIn(json: unknown): (param: string) => string | null {
  return (param) => {
    const index = /^clinics\[(\d+)\]/.exec(param)?.[1];
    if (index === undefined) return null;
    const clinic = (json as { clinics: readonly unknown[] }).clinics[Number(index)];
    const { key } = (clinic ?? {}) as { key?: unknown };
    return typeof key === 'string' ? key : null;
  };
}

function problemsOf(
  issues: Parameters<typeof allFaults>[0],
  json: unknown,
  { at = '', clinicAt }: { at?: string; clinicAt: (param: string) => string | null },
): readonly ClinicProblem[] {
  return allFaults(issues, json).map(({ code, param, detail }) => ({
    code,
    clinic: clinicAt(param),
    path: `${at}${param}`,
    message:
      code === 'unknown_field'
        ? `${param} is no field that it can have.`
        : detail.replace(/^The body/, 'The file'),
  }));
}

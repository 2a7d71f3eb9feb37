import { applyPlan, isRenamed, MadeMeanwhile, publishableKeyOf } from '../clinics/apply-plan.js';
import type { AppliedClinic } from '../clinics/apply-plan.js';
import type { ClinicProblem } from '../clinics/clinic-problem.js';
import { readClinics } from '../clinics/clinics-file.js';
import { planClinics, type ClinicPlan } from '../clinics/plan-clinics.js';
import type { Ports } from '../../ports.js';
import { Refused } from '../../refused.js';
import type { Command } from '../command.js';
import { readArguments } from '../command.js';
import { previewPath } from '../files/preview-page.js';
import { openPorts } from '../runtime.js';
import { WrongSetting } from '../settings.js';
import type { Settings } from '../settings.js';

const options = { 'dry-run': { type: 'boolean' }, api: { type: 'string' } } as const;

/**
 * `afterglow clinics`: brings many clinics to what a file says. Exit code 1, and nothing written, when
 * the file is not all right; every problem is printed with its place and its clinic.
 */
export const clinics: Command = {
  summary: 'makes or updates the clinics of a file, after checking all of them',
  usage: 'apply clinics.json [--dry-run] [--api https://clinic-api.example]',
  async run(args, settings) {
    const { values, positionals } = readArguments(args, options, 2);
    const [what, path] = positionals;
    if (what !== 'apply' || path === undefined)
      throw new WrongSetting('Say which file: afterglow clinics apply clinics.json');
    const api = readApi(values.api, settings);
    const file = await readClinics(path);

    const ports = await openPorts(settings, 'warn');
    try {
      const planned = await planClinics(ports, file);
      if (!planned.ok) {
        for (const line of problemLines(path, planned.problems)) console.error(line);
        return 1;
      }
      const dry = values['dry-run'] === true;
      for (const plan of planned.plans)
        for (const line of dry ? plannedLines(plan) : await work(ports, plan, api))
          console.log(line);
      if (dry) console.log('\nNothing was written. Without --dry-run it is done.');
      return 0;
    } finally {
      await ports.store.close();
    }
  },
};

function readApi(text: string | undefined, { port }: Settings): string {
  if (text === undefined) return `http://localhost:${port || 4600}`;
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (/^https?:/.test(origin)) return origin;
  throw new WrongSetting(`--api is "${text}"; give an address such as https://clinic-api.example.`);
}

function problemLines(path: string, problems: readonly ClinicProblem[]): readonly string[] {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [
    ...problems.map(({ path: place, clinic, code, message }) =>
      [place, clinic === null ? '' : ` (${clinic})`, `  ${code}  ${message}`].join(''),
    ),
    `${path}: ${count}. Nothing was written.`,
  ];
}

/** @throws {@link WrongSetting} when somebody else changed the clinic since it was checked. */
async function work(ports: Ports, plan: ClinicPlan, api: string): Promise<readonly string[]> {
  let applied: AppliedClinic;
  try {
    applied = await applyPlan(ports, plan);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof MadeMeanwhile)) throw error;
    throw new WrongSetting(
      `${plan.key} was changed by somebody else since it was checked, so it and those after it are as they were. Run it again.`,
      { cause: error },
    );
  }
  const { made, version, renamed } = applied;
  const key = made?.publishableKey ?? (await publishableKeyOf(ports, plan.id));
  return [
    `${plan.key}  ${made ? 'made' : changeOf(plan, { version, renamed })}`,
    `  Clinic           ${plan.id}`,
    ...(key === undefined ? [] : [`  Publishable key  ${key}`]),
    ...(made ? [`  Secret key       ${made.secretKey}  shown only now`] : []),
    ...(key === undefined ? [] : [`  Preview          ${api}${previewPath(key)}`]),
  ];
}

function plannedLines(plan: ClinicPlan): readonly string[] {
  const { key, id, present, sandbox } = plan;
  const said = present
    ? changeOf(plan, { version: undefined, renamed: isRenamed(plan) })
    : `would be made as ${sandbox ? 'a sandbox' : 'a live clinic'}`;
  return [`${key}  ${said}`, `  Clinic           ${id}`];
}

/** @param done - `version` is undefined where nothing is written yet, or nothing differs. */
function changeOf(
  { name, changed, waits }: ClinicPlan,
  done: { readonly version: number | undefined; readonly renamed: boolean },
): string {
  const version = done.version === undefined ? 'a new version' : `version ${done.version}`;
  const parts = [
    ...(done.renamed ? [`named ${name}`] : []),
    ...(changed.length > 0 ? [`${version} with another ${changed.join(', ')}`] : []),
    ...(waits ? ['its program waits for its start'] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'as it was';
}

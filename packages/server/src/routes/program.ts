import type { AnswerOf, PublicProgram } from '@afterglow/contract';
import { validateProgram } from '@afterglow/engine';
import { instantText } from '../clinic-clock.js';
import { hashText } from '../hashing.js';
import { Reply, type Call, type Handler } from '../http/call.js';
import { readInstantInput } from '../instants.js';
import { makeAllDue } from '../settle.js';
import type { Transaction } from '../ports.js';
import { loadPrograms, type Clinic } from '../programs.js';
import { publicProgram } from '../public-program.js';
import { Refused, refusedBy } from '../refused.js';
import { ensured } from '../ensured.js';

/** What a version of a program looks like to pages, made once, since colors take time. */
const shown = new WeakMap<object, { readonly program: PublicProgram; readonly etag: string }>();

/** The program as pages may know it. */
export const getProgram: Handler<'getProgram'> = async ({ clinic, query }) => {
  const known = shown.get(clinic.program);
  const made = known?.program.version === clinic.inForce.version ? known : show(clinic);
  return new Reply(made.program, {
    ETag: made.etag,
    'Cache-Control': clinic.sandbox ? 'no-cache' : 'public, max-age=60',
    // Without a key in the address one address is several clinics'.
    ...(query.key === undefined ? { Vary: 'Authorization' } : {}),
  });
};

function show(clinic: Clinic): { readonly program: PublicProgram; readonly etag: string } {
  const program = publicProgram(clinic);
  const made = { program, etag: `"${hashText(JSON.stringify(program)).slice(0, 32)}"` };
  shown.set(clinic.program, made);
  return made;
}

/** Every version with its start. */
export const listProgramVersions: Handler<'listProgramVersions'> = async ({ clinic }) => ({
  data: clinic.programs.map(({ version, startsAt, program }) => ({
    version,
    startsAt: startsAt === null ? null : instantText(startsAt),
    program,
  })),
  nextCursor: null,
});

/** Adds a version that starts at an instant, now when none is given. */
export const createProgramVersion: Handler<'createProgramVersion'> = async (call) => {
  const startsAt = startOf(call);
  const [wrong] = validateProgram(call.body.program);
  if (wrong)
    throw refusedBy({ ...wrong, ...(wrong.param ? { param: `program.${wrong.param}` } : {}) });

  const version = await call.ports.store.transaction(async (tx) => {
    await tx.lock('clinics', { id: call.clinic.id });
    return addVersion(tx, call, startsAt);
  });
  await makeAllDue(call.ports, call.clinic);
  return version;
};

function startOf({ clinic, body }: Call<'createProgramVersion'>): number {
  const startsAt = body.startsAt === undefined ? clinic.now : readInstantInput(body.startsAt);
  if (startsAt !== undefined && startsAt >= clinic.now) return startsAt;
  throw new Refused('program_starts_in_past', {
    detail: `The version would start before now, which is ${instantText(clinic.now)} at this clinic. Leave startsAt out to start at once.`,
    param: 'startsAt',
  });
}

async function addVersion(
  tx: Transaction,
  { ports, clinic, body }: Call<'createProgramVersion'>,
  startsAt: number,
): Promise<AnswerOf<'createProgramVersion'>> {
  const known = await loadPrograms(ports, clinic.id, tx);
  const last = ensured(known.at(-1), 'the last version');
  if (startsAt < (last.startsAt ?? -Infinity))
    throw new Refused('program_invalid', {
      detail: `Version ${last.version} starts later than this one would. Versions start in the order of their numbers.`,
      param: 'startsAt',
    });
  if (body.program.clinic.currency !== last.program.clinic.currency)
    throw new Refused('program_invalid', {
      detail: `The clinic's currency is ${last.program.clinic.currency} and stays so, since its ledger counts in it.`,
      param: 'program.clinic.currency',
    });

  const version = last.version + 1;
  await tx.insert('programs', [
    {
      clinicId: clinic.id,
      version,
      startsAt,
      programJson: JSON.stringify(body.program),
      createdAt: clinic.now,
    },
  ]);
  return { version, startsAt: instantText(startsAt), program: body.program };
}

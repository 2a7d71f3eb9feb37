import type { PublicProgram } from '@afterglow/contract';
import { instantText } from '../clinic-clock.js';
import { hashText } from '../hashing.js';
import { Reply, type Handler } from '../http/call.js';
import { readInstantInput } from '../instants.js';
import type { Clinic } from '../programs.js';
import { publicProgram } from '../public-program.js';
import { publishProgram, withdrawProgram } from '../publish-program.js';
import { Refused } from '../refused.js';

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

/** Adds a version that starts at an instant, at once when none is given. */
export const createProgramVersion: Handler<'createProgramVersion'> = async ({
  ports,
  clinic,
  body,
}) => {
  const asked = { program: body.program, startsAt: startOf(clinic, body.startsAt) };
  const { version, startsAt } = await publishProgram(ports, clinic, asked);
  return { version, startsAt: instantText(startsAt), program: body.program };
};

/** Takes a version back before its start. */
export const deleteProgramVersion: Handler<'deleteProgramVersion'> = async ({
  ports,
  clinic,
  params,
}) => {
  // A text that is no number of a version names none.
  const version = /^[1-9]\d{0,8}$/.test(params.version) ? Number(params.version) : 0;
  await withdrawProgram(ports, clinic, version);
  return null;
};

function startOf(clinic: Clinic, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const startsAt = readInstantInput(text);
  if (startsAt !== undefined && startsAt >= clinic.now) return startsAt;
  throw new Refused('program_starts_in_past', {
    detail: `The version would start before now, which is ${instantText(clinic.now)} at this clinic. Leave startsAt out to start at once. What a version would have given in the past, POST /v1/simulations shows.`,
    param: 'startsAt',
  });
}

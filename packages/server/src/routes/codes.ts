import type { CodeRow } from '@afterglow/contract';
import { emptyAccount } from '../accounts/rows.js';
import { instantText } from '../clinic-clock.js';
import type { Call, Handler } from '../http/call.js';
import { newId } from '../ids.js';
import { addAliases, codeAliasPrefix } from '../members/aliases.js';
import { freeCode } from '../sessions/joining.js';
import type { Transaction } from '../ports.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';

/** Whose codes the clinic lists. */
const kinds = ['staff', 'influencer', 'partner', 'practice'] as const;

/** Codes of staff, influencers, partners and the practice; those of members are at the members. */
export const listCodes: Handler<'listCodes'> = async ({ ports, clinic }) => {
  const { reader } = ports.store;
  // By kind, since each member has a code too.
  const lists = await Promise.all(
    kinds.map((kind) =>
      reader.range('codes', { index: 'byKind', where: { clinicId: clinic.id, kind } }),
    ),
  );
  return { data: lists.flat().map(shown), nextCursor: null };
};

/** Makes a code. All but an invite of the practice get an account that is credited. */
export const createCode: Handler<'createCode'> = async (call) => {
  const { ports, clinic } = call;
  if (call.body.kind === 'practice' && call.body.externalId !== undefined)
    throw new Refused('invalid_field', {
      detail: "An invite of the practice is nobody's, so it has no externalId. Leave it out.",
      param: 'externalId',
    });
  const ownerId =
    call.body.kind === 'practice' ? null : newId('member', clinic.now, ports.randomness);
  return ports.store.transaction(async (tx) => {
    await tx.lock('clinics', { id: clinic.id });
    const row = await addCode(tx, call, ownerId);
    if (ownerId !== null) await addOwner(tx, call, ownerId);
    return shown(row);
  });
};

async function addCode(
  tx: Transaction,
  { ports, clinic, body }: Call<'createCode'>,
  ownerId: string | null,
): Promise<Tables['codes']> {
  const code = body.code ?? (await freeCode(tx, ports, clinic.id));
  if (await tx.get('codes', { clinicId: clinic.id, code }))
    throw new Refused('alias_taken', {
      detail: `The code ${code} is in use. Choose another, or leave it out and one is made.`,
      param: 'code',
    });
  const row: Tables['codes'] = {
    clinicId: clinic.id,
    code,
    kind: body.kind,
    label: body.label,
    ownerId,
    createdAt: clinic.now,
  };
  await tx.insert('codes', [row]);
  return row;
}

/** The account of who owns a code: a ledger without a person and without a sign-in. */
async function addOwner(
  tx: Transaction,
  { clinic, body }: Call<'createCode'>,
  ownerId: string,
): Promise<void> {
  await tx.insert('accounts', [emptyAccount({ clinicId: clinic.id, accountId: ownerId })]);
  if (body.externalId === undefined) return;

  const alias = { source: codeAliasPrefix + body.kind, externalId: body.externalId };
  if (await tx.get('aliases', { clinicId: clinic.id, ...alias }))
    throw new Refused('alias_taken', {
      detail: `There is a ${body.kind} with this id already, who has a code.`,
      param: 'externalId',
    });
  await addAliases(tx, clinic.id, ownerId, [alias], 'externalId');
}

function shown({ code, kind, label, ownerId, createdAt }: Tables['codes']): CodeRow {
  return { code, kind, label, ownerId, createdAt: instantText(createdAt) };
}

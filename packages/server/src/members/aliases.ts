import type { Alias } from '@afterglow/contract';
import { ownSource } from '@afterglow/engine';
import type { Reader, Transaction } from '../ports.js';
import { Refused } from '../refused.js';
import { forgetErasedAlias, isErasedAlias } from './erased-aliases.js';
import { memberErased } from './find.js';

/** What the sources of aliases of code owners start with; no caller may use it. */
export const codeAliasPrefix = 'code.';

/** True for the sources of our own records, which would let a caller speak for us. */
export function isOwnSource(source: string): boolean {
  return source === ownSource || source.startsWith(codeAliasPrefix);
}

/** Refuses aliases in a source of our own: they would stand for the owner of a code. */
export function checkSources(aliases: readonly Alias[], param: string): void {
  const index = aliases.findIndex(({ source }) => isOwnSource(source));
  if (index < 0) return;
  throw new Refused('invalid_field', {
    detail: 'This source is kept for our own records. Name the till or booking system.',
    param: `${param}[${index}].source`,
  });
}

/** The ids that a member has in other systems. */
export async function aliasesOf(
  reader: Reader,
  clinicId: string,
  memberId: string,
): Promise<Alias[]> {
  const rows = await reader.range('aliases', { index: 'byMember', where: { clinicId, memberId } });
  return rows.map(({ source, externalId }) => ({ source, externalId }));
}

/**
 * Gives a member ids in other systems; refused when one of them stands for somebody else, or stood for
 * somebody who was erased. Only who joined anew gets such an id: the person came back. The caller has
 * locked the clinic.
 */
export async function addAliases(
  tx: Transaction,
  clinicId: string,
  memberId: string,
  aliases: readonly Alias[],
  param: string,
): Promise<void> {
  for (const [index, { source, externalId }] of aliases.entries()) {
    const known = await tx.get('aliases', { clinicId, source, externalId });
    if (known?.memberId === memberId) continue;
    if (known)
      throw new Refused('alias_taken', {
        detail: `Another member has this id in "${source}". Look for that member with GET /v1/members?source=…&externalId=….`,
        param: `${param}[${index}]`,
        details: { memberId: known.memberId },
      });
    if (await isErasedAlias(tx, clinicId, { source, externalId })) {
      const member = await tx.get('members', { clinicId, id: memberId });
      if (member?.status !== 'enrolled') throw memberErased(`${param}[${index}]`);
      await forgetErasedAlias(tx, clinicId, { source, externalId });
    }
    await tx.insert('aliases', [{ clinicId, source, externalId, memberId }]);
  }
}

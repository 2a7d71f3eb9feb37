import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Alias } from '@afterglow/contract';
import { secretText } from '../ids.js';
import type { Randomness, Reader, Transaction } from '../ports.js';

/**
 * An id in another system as a hash with the clinic's own key: ids of a till are few and easily
 * counted through, so a plain hash would hide none of them.
 */
function hashOf(secret: string, { source, externalId }: Alias): string {
  const text = JSON.stringify([source, externalId]);
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text)));
}

/** True for an id that stood for somebody who was erased. */
export async function isErasedAlias(
  reader: Reader,
  clinicId: string,
  alias: Alias,
): Promise<boolean> {
  const key = await reader.get('erasureKeys', { clinicId });
  if (!key) return false;
  const hash = hashOf(key.secret, alias);
  return (await reader.get('erasedAliases', { clinicId, hash })) !== undefined;
}

/** Takes the ids of a member away and keeps their hashes. The caller has locked the clinic. */
export async function eraseAliases(
  tx: Transaction,
  randomness: Randomness,
  { clinicId, memberId }: { readonly clinicId: string; readonly memberId: string },
): Promise<void> {
  const aliases = await tx.range('aliases', { index: 'byMember', where: { clinicId, memberId } });
  if (aliases.length === 0) return;
  await tx.insertMissing('erasureKeys', [{ clinicId, secret: secretText(43, randomness) }]);
  const secret = (await tx.get('erasureKeys', { clinicId }))?.secret ?? '';
  await tx.insertMissing(
    'erasedAliases',
    aliases.map((alias) => ({ clinicId, hash: hashOf(secret, alias) })),
  );
  for (const { source, externalId } of aliases)
    await tx.remove('aliases', { clinicId, source, externalId });
}

/** Lets an id stand for somebody again: the person came back. */
export async function forgetErasedAlias(
  tx: Transaction,
  clinicId: string,
  alias: Alias,
): Promise<void> {
  const key = await tx.get('erasureKeys', { clinicId });
  if (key) await tx.remove('erasedAliases', { clinicId, hash: hashOf(key.secret, alias) });
}

import type { Reader, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import type { Tables } from '../tables.js';

type ConsentRow = Tables['consents'];

/** Where a person says something from. */
export interface AskedFrom {
  /** The page's origin; null when no page asks. */
  readonly origin: string | null;
  /** The network address; null when the host does not tell. */
  readonly address: string | null;
}

/** Where a request comes from. */
export const askedFrom = ({
  request,
  address,
}: {
  readonly request: Request;
  readonly address: string | undefined;
}): AskedFrom => ({ origin: request.headers.get('origin'), address: address ?? null });

/** A yes or no, and what it is about. */
export type Said = Pick<ConsentRow, 'purpose' | 'channel' | 'words' | 'recipient'> & {
  readonly given: boolean;
};

/** What a member said since joining, oldest first. */
export const consentsSince = (
  reader: Reader,
  { clinicId, id: memberId }: Tables['members'],
): Promise<ConsentRow[]> =>
  reader.range('consents', { index: 'key', where: { clinicId, memberId } });

/**
 * Adds what a member said to what was said before. The caller holds the member's row, so that the
 * numbers follow each other.
 */
export async function addConsents(
  tx: Transaction,
  clinic: Clinic,
  member: Tables['members'],
  { said, from }: { readonly said: readonly Said[]; readonly from: AskedFrom },
): Promise<void> {
  const before = await consentsSince(tx, member);
  const rows = said.map(({ given, ...one }, index) => ({
    clinicId: clinic.id,
    memberId: member.id,
    seq: before.length + index + 1,
    at: clinic.now,
    given: Number(given),
    origin: from.origin,
    ...one,
    // Proof of a yes to marketing is what it is kept for, and for nothing else.
    address: given && one.purpose === 'marketing' ? from.address : null,
  }));
  await tx.insert('consents', rows);
}

/** Takes away all that a record said. */
export async function forgetConsents(
  tx: Transaction,
  clinicId: string,
  memberId: string,
): Promise<void> {
  const where = { clinicId, memberId };
  for (const { seq } of await tx.range('consents', { index: 'key', where }))
    await tx.remove('consents', { clinicId, memberId, seq });
}

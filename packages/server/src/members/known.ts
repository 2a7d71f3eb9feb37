import type { PersonReference } from '@afterglow/contract';
import { personNamed } from '../intake/people.js';
import { normalizePhone } from '../phones.js';
import type { Reader } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { isErasedAlias } from './erased-aliases.js';
import { memberById, memberErased } from './find.js';

/**
 * The member whom a request names, found as events find theirs: by our id, by that of another system,
 * by phone, then by e-mail. Nobody is made by this.
 */
export async function knownMember(
  reader: Reader,
  clinic: Clinic,
  { memberId, source, externalId, phone, email }: PersonReference,
): Promise<Tables['members']> {
  const alias = aliasOf(source, externalId);
  if (memberId === undefined && alias && (await isErasedAlias(reader, clinic.id, alias)))
    throw memberErased('member');
  const member =
    memberId === undefined
      ? await personNamed(reader, clinic.id, {
          alias,
          phone:
            phone === undefined ? undefined : normalizePhone(phone, clinic.program.clinic.country),
          email,
        })
      : await memberById(reader, clinic.id, memberId);
  if ((memberId ?? externalId ?? phone ?? email) === undefined)
    throw new Refused('member_missing', {
      detail:
        'The request does not say whose bill it is. Give member.memberId, member.source with member.externalId, member.phone or member.email.',
      param: 'member',
    });
  if (!member)
    throw new Refused('member_unknown', {
      detail:
        'This clinic knows nobody by that. Send an event of this person first, or add a member.',
      param: 'member',
    });
  if (member.status === 'erased') throw memberErased('member');
  return member;
}

function aliasOf(source: string | undefined, externalId: string | undefined) {
  if (externalId === undefined) return undefined;
  if (source !== undefined) return { source, externalId };
  throw new Refused('missing_field', {
    detail: 'An externalId is one of a system. Say which in member.source.',
    param: 'member.source',
  });
}

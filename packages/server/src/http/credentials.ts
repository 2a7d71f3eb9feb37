import type { Caller } from '@afterglow/contract';
import { hashText } from '../hashing.js';
import { keyKind } from '../keys.js';
import { survivorOf } from '../members/find.js';
import { openClinic, type Clinic } from '../programs.js';
import type { Ports } from '../ports.js';
import { Refused } from '../refused.js';
import { hasAccess, readSessionToken } from '../sessions/tokens.js';
import type { Tables } from '../tables.js';

/** A patient's session as it stands for the person: `memberId` is the record that answers by now. */
export type PatientSession = Tables['sessions'] & {
  /** The record that signed in. Other than `memberId`, no merge changes it. */
  readonly signedInAs: string;
};

/** Who asks, proven by a key or a token. */
export type Credential =
  | { readonly kind: 'page'; readonly clinic: Clinic }
  | { readonly kind: 'secret'; readonly clinic: Clinic }
  | { readonly kind: 'patient'; readonly clinic: Clinic; readonly session: PatientSession };

/** What each kind of credential is called in an error's words. */
const names: Readonly<Record<Credential['kind'], string>> = {
  page: 'a publishable key (pk_…)',
  secret: 'a secret key (sk_…)',
  patient: 'a session token',
};

const callerNames: Readonly<Record<Caller, string>> = {
  open: 'anybody',
  page: names.page,
  patient: 'the session token of a member',
  secret: names.secret,
  staff: 'a staff session',
};

/** The text after `Bearer`; undefined when the header is missing or of another kind. */
export function bearer(request: Request): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** Browsers add these headers and pages can't take them away; backends don't send them. */
function isFromBrowser(request: Request): boolean {
  return request.headers.has('origin') || request.headers.has('sec-fetch-site');
}

/** The credential that a route was sent, checked against what the route allows. */
export async function authenticate(
  ports: Ports,
  request: Request,
  callers: readonly Caller[],
  text: string | undefined = bearer(request),
): Promise<Credential> {
  const wanted = callers.map((caller) => callerNames[caller]).join(' or ');
  if (text === undefined)
    throw new Refused('credential_missing', {
      detail: `This address needs ${wanted}. Send it as "Authorization: Bearer …".`,
    });

  const kind = keyKind(text);
  if (kind === 'secret' && isFromBrowser(request))
    throw new Refused('secret_key_in_browser', {
      detail:
        'A secret key came with the headers that browsers send, so it is readable by every visitor of that page. Withdraw this key, make a new one, and use the publishable key (pk_…) in pages.',
    });

  const credential = kind
    ? await credentialOfKey(ports, text, kind)
    : await credentialOfSession(ports, text);
  if (!callers.includes(credential.kind))
    throw new Refused('credential_not_allowed', {
      detail: `This address needs ${wanted}; it was sent ${names[credential.kind]}.`,
    });
  return credential;
}

async function credentialOfKey(
  ports: Ports,
  text: string,
  kind: 'publishable' | 'secret',
): Promise<Credential> {
  const row = await ports.store.reader.get('keys', { hash: hashText(text) });
  const clinic = row && row.kind === kind ? await openClinic(ports, row.clinicId) : undefined;
  if (!row || !clinic)
    throw new Refused('key_invalid', {
      detail: `There is no ${names[kind === 'secret' ? 'secret' : 'page']} like this one. Compare it with the one that "afterglow keys" lists.`,
    });
  if (row.revokedAt !== null)
    throw new Refused('key_revoked', {
      detail: 'This key was withdrawn. Use the one that replaced it.',
    });
  return { kind: kind === 'secret' ? 'secret' : 'page', clinic };
}

async function credentialOfSession(ports: Ports, text: string): Promise<Credential> {
  const token = readSessionToken('agt', text);
  if (!token)
    throw new Refused('key_invalid', {
      detail: 'What was sent is neither a key nor a session token. Look for letters that were cut.',
    });

  const [session, clinic] = await Promise.all([
    ports.store.reader.get('sessions', { clinicId: token.clinicId, id: token.sessionId }),
    openClinic(ports, token.clinicId),
  ]);
  if (session?.revokedAt)
    throw new Refused('session_revoked', {
      detail: 'This session was signed out. Sign in again.',
    });
  if (!session || !clinic || !hasAccess(session.accessHash, token.hash, ports.clock.now()))
    throw new Refused('session_expired', {
      detail: 'The session token has expired. Refresh the session, or sign in again.',
    });
  // A session of a record that was merged is one of the person's record.
  const { reader } = ports.store;
  const { memberId: signedInAs } = session;
  const row = await reader.get('members', { clinicId: clinic.id, id: signedInAs });
  const member = await survivorOf(reader, row);
  if (member?.status === 'erased')
    throw new Refused('session_revoked', { detail: 'This session has ended.' });
  const memberId = member?.id ?? signedInAs;
  return { kind: 'patient', clinic, session: { ...session, memberId, signedInAs } };
}

import type { AnswerOf, Joining, PublicKey, Remember } from '@afterglow/contract';
import { settleAccounts } from '../settle.js';
import { writeAccount } from '../accounts/write.js';
import type { AskedFrom } from '../members/consents.js';
import { membersByPhone } from '../members/find.js';
import { stay } from '../members/leave.js';
import { summaryOf } from '../members/summary.js';
import type { Ports, Transaction } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import type { Tables } from '../tables.js';
import { memberOf, proveIdentity, useIdentity, type Identity } from './identity.js';
import { chooseKnown, enrol, joiningCode, keptCode } from './joining.js';
import { provePhone, useChallenge } from './prove-phone.js';
import { importPublicKey, newSession } from './sessions.js';

/** What a page sends to sign somebody in, as the contract leaves it. */
export interface SignIn {
  readonly grant:
    | { readonly kind: 'code'; readonly challengeId: string; readonly code: string }
    | { readonly kind: 'identity'; readonly token: string };
  readonly joining?: Joining | undefined;
  readonly remember: Remember;
  readonly publicKey?: PublicKey | undefined;
  readonly from: AskedFrom;
}

/**
 * Exchanges a code, or an identity token of the clinic's own login, for a session. Who has not joined
 * joins with a code; without the consents the code stays good, so that the page can ask for them and
 * send it again.
 */
export async function createSession(
  ports: Ports,
  clinic: Clinic,
  { grant, joining, remember, publicKey, from }: SignIn,
): Promise<AnswerOf<'createSession'>> {
  if (publicKey) await importPublicKey(publicKey);
  if (grant.kind === 'identity') {
    const identity = await proveIdentity(ports, clinic, grant.token);
    return signInBy(ports, clinic, identity, { remember, publicKey });
  }
  const challenge = await provePhone(ports, clinic, grant);

  const done = await ports.store.transaction(async (tx) => {
    const signedIn = await memberFor(tx, ports, clinic, { phone: challenge.phone, joining, from });
    await stay(tx, signedIn.member);
    await useChallenge(tx, challenge, ports.clock.now());
    const { row, session } = newSession(ports, {
      clinicId: clinic.id,
      memberId: signedIn.member.id,
      remember,
      publicKey,
    });
    await tx.insert('sessions', [row]);
    return { ...signedIn, session };
  });
  await settleAccounts(ports, { ...clinic, clinicId: clinic.id }, done.told);
  return {
    session: done.session,
    summary: await summaryOf(ports.store.reader, clinic, done.member.id),
    joined: done.joined,
  };
}

/**
 * Signs in whom the clinic's own login names. Joining proves the phone, so who has not joined is left
 * to do that; the token stays good.
 */
async function signInBy(
  ports: Ports,
  clinic: Clinic,
  identity: Identity,
  { remember, publicKey }: Pick<SignIn, 'remember' | 'publicKey'>,
): Promise<AnswerOf<'createSession'>> {
  const { member, session } = await ports.store.transaction(async (tx) => {
    const found = await memberOf(tx, clinic.id, identity);
    if (!found) throw notJoined();
    await stay(tx, found);
    const made = newSession(ports, {
      clinicId: clinic.id,
      memberId: found.id,
      remember,
      publicKey,
    });
    await useIdentity(tx, made.row, identity, ports.clock.now());
    await tx.insert('sessions', [made.row]);
    return { member: found, session: made.session };
  });
  const summary = await summaryOf(ports.store.reader, clinic, member.id);
  return { session, summary, joined: false };
}

interface SignedIn {
  readonly member: Tables['members'];
  readonly joined: boolean;
  /** Accounts that were told of the joining. */
  readonly told: readonly string[];
}

/** The enrolled member with this phone, or the person who joins with it now. */
async function memberFor(
  tx: Transaction,
  ports: Ports,
  clinic: Clinic,
  {
    phone,
    joining,
    from,
  }: {
    readonly phone: string;
    readonly joining: Joining | undefined;
    readonly from: AskedFrom;
  },
): Promise<SignedIn> {
  const enrolled = (await membersByPhone(tx, clinic.id, phone)).find(isEnrolled);
  if (enrolled) return { member: enrolled, joined: false, told: [] };
  if (!joining)
    throw new Refused('join_required', {
      detail:
        'The code is right and nobody has joined with this phone. Ask for the consents and send the same code again with "joining".',
    });
  if (!joining.consents.terms)
    throw new Refused('consent_required', {
      detail: 'Nobody joins without agreeing to the terms of the program.',
      param: 'joining.consents.terms',
    });
  const code =
    joining.code === undefined
      ? await keptCode(tx, clinic, phone)
      : await joiningCode(tx, clinic, joining.code);

  // Two who join with one phone at the same moment wait for each other here.
  await tx.lock('clinics', { id: clinic.id });
  const people = await membersByPhone(tx, clinic.id, phone);
  const first = people.find(isEnrolled);
  if (first) return { member: first, joined: false, told: [] };
  const known = chooseKnown(people, joining.firstName);
  const { member, record } = await enrol(tx, ports, clinic, { known, phone, joining, code, from });
  const { told } = await writeAccount(tx, { ...clinic, clinicId: clinic.id }, member.id, [record]);
  return { member, joined: true, told };
}

const isEnrolled = ({ status }: Tables['members']) => status === 'enrolled';

const notJoined = () =>
  new Refused('join_required', {
    detail:
      'The login is right, and this person has not joined. Joining proves the phone: let the patient sign in with a code once, then give the id of your login with addAliases of PATCH /v1/members/:id.',
    param: 'grant.token',
  });

import type { Handler } from '../http/call.js';
import { askedFrom } from '../members/consents.js';
import { limit, limits, networkOf } from '../http/limits.js';
import { codeHost } from '../http/origins.js';
import { summaryOf } from '../members/summary.js';
import { createSession as exchange } from '../sessions/create-session.js';
import { refreshSession as refresh } from '../sessions/refresh.js';
import { sendCode as send } from '../sessions/send-code.js';
import { ensured } from '../ensured.js';

/** Sends a code to a phone. */
export const sendCode: Handler<'sendCode'> = async ({ ports, clinic, request, address, body }) =>
  send(ports, clinic, {
    phone: body.phone,
    locale: body.locale,
    address,
    host: codeHost(clinic, request),
  });

/** Exchanges a code or an identity token for a session; joining happens here. */
export const createSession: Handler<'createSession'> = async (call) => {
  const { ports, clinic, address, body } = call;
  const { exchangesPerAddress, identitiesPerAddress } = limits;
  const most = body.grant.kind === 'identity' ? identitiesPerAddress : exchangesPerAddress;
  if (address !== undefined) await limit(ports, clinic, most, networkOf(address));
  return exchange(ports, clinic, { ...body, from: askedFrom(call) });
};

/** Another access token, and the member's summary with it. */
export const refreshSession: Handler<'refreshSession'> = async ({ ports, clinic, body }) => {
  const { session, memberId } = await refresh(ports, clinic, body);
  const summary = await summaryOf(ports.store.reader, clinic, memberId);
  return { session, summary, joined: false };
};

/** Signs out: from now on neither token of the session opens anything. */
export const deleteSession: Handler<'deleteSession'> = async ({ ports, clinic, session }) => {
  await ports.store.transaction((tx) =>
    tx.update(
      'sessions',
      { clinicId: clinic.id, id: ensured(session, 'the session of a patient').id },
      { revokedAt: ports.clock.now() },
    ),
  );
  return null;
};

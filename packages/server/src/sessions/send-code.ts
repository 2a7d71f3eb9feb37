import type { AnswerOf } from '@afterglow/contract';
import { instantText } from '../clinic-clock.js';
import { toBase64Url } from '../hashing.js';
import { limit, limits, networkOf } from '../http/limits.js';
import { newId, sixDigits } from '../ids.js';
import { isServedPhone, isTestPhone, normalizePhone, phoneHint, testCode } from '../phones.js';
import type { Ports } from '../ports.js';
import type { Clinic } from '../programs.js';
import { Refused } from '../refused.js';
import { hashCode } from './codes.js';
import { codeText } from './code-text.js';

/** A code is good for ten minutes. */
const codeLifeMs = 10 * 60_000;

/** Another code can be asked for after half a minute. */
const resendMs = limits.codesPerPhoneAgain.perMs;

/** Who asks for a code, and from where. */
export interface CodeAsked {
  readonly phone: string;
  readonly locale: string | undefined;
  readonly address: string | undefined;
  /** The host that the code is bound to, for autofill. */
  readonly host: string;
}

/**
 * Sends a code to a phone. What it answers and how long it takes does not depend on whether anybody
 * with that phone is a member: nothing about members is read here.
 */
export async function sendCode(
  ports: Ports,
  clinic: Clinic,
  asked: CodeAsked,
): Promise<AnswerOf<'sendCode'>> {
  const phone = servedPhone(clinic, asked.phone);
  const isTest = clinic.sandbox && isTestPhone(phone);
  if (!isTest) await limitCodes(ports, clinic, phone, asked.address);

  const now = ports.clock.now();
  const id = newId('challenge', now, ports.randomness);
  const code = isTest ? testCode : sixDigits(ports.randomness);
  const salt = toBase64Url(ports.randomness.bytes(16));
  const codeHash = await hashCode(code, salt);
  const text = codeText({ clinic, locale: asked.locale, host: asked.host, code });
  const expiresAt = now + codeLifeMs;
  await ports.store.transaction(async (tx) => {
    await tx.insert('challenges', [
      {
        clinicId: clinic.id,
        id,
        phone,
        salt,
        codeHash,
        attempts: 0,
        usedAt: null,
        expiresAt,
        createdAt: now,
      },
    ]);
    await tx.insert('outbox', [
      {
        clinicId: clinic.id,
        id: newId('message', now, ports.randomness),
        channel: 'sms',
        recipient: phone,
        text,
        at: now,
        sentAt: null,
        expiresAt,
      },
    ]);
  });
  return {
    challengeId: id,
    hint: phoneHint(phone),
    expiresAt: instantText(expiresAt),
    resendAt: instantText(now + resendMs),
  };
}

function servedPhone(clinic: Clinic, text: string): string {
  const { country } = clinic.program.clinic;
  const phone = normalizePhone(text, country);
  if (phone !== undefined && (clinic.sandbox || isServedPhone(phone, country))) return phone;

  throw new Refused('phone_invalid', {
    detail:
      phone === undefined
        ? 'The phone is no telephone number that exists. Send it with its country code, such as +1 312 555 0100.'
        : 'No codes are sent to numbers of this country.',
    param: 'phone',
  });
}

async function limitCodes(
  ports: Ports,
  clinic: Clinic,
  phone: string,
  address: string | undefined,
): Promise<void> {
  if (address !== undefined) await limit(ports, clinic, limits.codesPerAddress, networkOf(address));
  // The narrow ones first, so that who asks for one phone again and again closes that one only.
  await limit(ports, clinic, limits.codesPerPhoneAgain, phone);
  await limit(ports, clinic, limits.codesPerPhone, phone);
  await limit(ports, clinic, limits.codesPerPhoneDaily, phone);
  await limit(ports, clinic, limits.codesPerPrefix, phone.slice(0, -4));
}

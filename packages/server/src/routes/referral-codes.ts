import type { Handler } from '../http/call.js';
import { limit, limits, networkOf } from '../http/limits.js';
import { instantText } from '../clinic-clock.js';
import { normalizePhone, phoneHint } from '../phones.js';
import { keepCode } from '../referrals/kept-codes.js';
import { Refused } from '../refused.js';

/**
 * Whether a code is good and what the friend gets; never whose it is. An invite of the practice is good for
 * joining and nobody's, so that no friend's offer comes of it.
 */
export const getReferralCode: Handler<'getReferralCode'> = async (call) => {
  const { ports, clinic, address, params } = call;
  if (address !== undefined)
    await limit(ports, clinic, limits.lookupsPerAddress, networkOf(address));

  const code = readCode(params.code);
  const row = await ports.store.reader.get('codes', { clinicId: clinic.id, code });
  const { referral } = clinic.program;
  const good = row !== undefined && referral.legalMode !== 'off';
  const isFriends = good && row.kind !== 'practice';
  return {
    code,
    good,
    offer: isFriends ? referral.friendOffer : null,
    friend: isFriends ? referral.friend : null,
  };
};

/**
 * Keeps the offer of a code for a phone. Nothing about members is read and nothing is sent, so that
 * nobody learns whether the phone is known.
 */
export const keepReferralCode: Handler<'keepReferralCode'> = async (call) => {
  const { ports, clinic, address, params, body } = call;
  if (address !== undefined) await limit(ports, clinic, limits.keepsPerAddress, networkOf(address));

  const code = readCode(params.code);
  const phone = normalizePhone(body.phone, clinic.program.clinic.country);
  if (phone === undefined)
    throw new Refused('phone_invalid', {
      detail:
        'The phone is no telephone number that exists. Send it with its country code, such as +1 312 555 0100.',
      param: 'phone',
    });
  const row = await ports.store.reader.get('codes', { clinicId: clinic.id, code });
  const { referral } = clinic.program;
  if (!row || row.kind === 'practice' || referral.legalMode === 'off')
    throw new Refused('referral_code_unknown', {
      detail:
        'This clinic has no such code of somebody who is credited, or no referral offer at the moment.',
      param: 'code',
    });
  await limit(ports, clinic, limits.keepsPerPhone, phone);
  return {
    code,
    offer: referral.friendOffer,
    friend: referral.friend,
    hint: phoneHint(phone),
    keptUntil: instantText(await keepCode(ports, clinic, { phone, code })),
  };
};

/** A code as people type it: small letters, and the letters that Crockford's alphabet reads as digits. */
function readCode(text: string): string {
  const code = text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  if (/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)) return code;
  throw new Refused('invalid_field', {
    detail: 'A code has 8 letters and digits.',
    param: 'code',
  });
}

import type { Handler } from '../http/call.js';
import { limit, limits, networkOf } from '../http/limits.js';
import { Refused } from '../refused.js';

/** Whether a code is good and what the friend gets; never whose it is. */
export const getReferralCode: Handler<'getReferralCode'> = async (call) => {
  const { ports, clinic, address, params } = call;
  if (address !== undefined)
    await limit(ports, clinic, limits.lookupsPerAddress, networkOf(address));

  const code = readCode(params.code);
  const row = await ports.store.reader.get('codes', { clinicId: clinic.id, code });
  const { referral } = clinic.program;
  const good = row !== undefined && referral.legalMode !== 'off';
  return {
    code,
    good,
    offer: good ? referral.friendOffer : null,
    friend: good ? referral.friend : null,
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

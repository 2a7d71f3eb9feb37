import type { Problem, PublicProgram } from '@afterglow/contract';
import { logoUrlAt } from '@afterglow/contract/logo-address';
import { keyKind } from '../../keys.js';
import type { NamedClinic } from './check-page.js';
import { fault, note } from './finding.js';
import type { Checked, Finding } from './finding.js';
import { patienceMs } from './patience.js';
import type { ScriptTag } from './page-facts.js';

/** What the API says of a clinic that a page names. */
export interface AskedClinic {
  readonly key: Finding | undefined;
  readonly origin: Finding | undefined;
  /** What pages may know of it; undefined where the key is not good. */
  readonly program: PublicProgram | undefined;
}

const isThisMachine = (origin: string) => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(origin);

/** Asks the API for a clinic as a page of `origin` would. A secret key is sent nowhere. */
export async function askClinic(clinic: NamedClinic, origin: string): Promise<AskedClinic> {
  const { key, api, where } = clinic;
  const only = (found: Finding): AskedClinic => ({
    key: found,
    origin: undefined,
    program: undefined,
  });
  if (/^sk_/.test(key))
    return only(
      fault(
        'key_secret',
        `A secret key is on ${where}, where every visitor can read it.`,
        'Withdraw it now (afterglow keys revoke), and put the publishable key (pk_…) there.',
      ),
    );
  if (key === 'demo' && where === 'the script tag')
    return only(
      (isThisMachine(origin) ? note : fault)(
        'key_demo',
        'The script tag has the key "demo": the points and people on the page are made up.',
        'Put the clinic’s publishable key (pk_…) there before patients see the page.',
      ),
    );
  if (keyKind(key) !== 'publishable')
    return only(
      fault(
        'key_unknown',
        `"${key}" on ${where} is no publishable key: pk_live_ or pk_test_ and 32 letters and digits.`,
        'Copy it from what "afterglow keys" lists.',
      ),
    );
  if (api === undefined || !URL.canParse(api))
    return only(
      fault(
        'api_unreachable',
        `Nothing says where the API of ${where} is.`,
        'Give the script its full address, or data-api; a provider has api-base.',
      ),
    );
  try {
    return await ask({ ...clinic, api }, origin);
  } catch (error) {
    const reason = error instanceof Error ? reasonOf(error) : '';
    return only(
      fault(
        'api_unreachable',
        `The API at ${api} does not answer${reason}.`,
        'Look whether the server runs and is reachable from outside, and whether its certificate is good.',
      ),
    );
  }
}

function reasonOf({ name, cause }: Error): string {
  if (name === 'TimeoutError') return ` within ${patienceMs / 1000} seconds`;
  const { code, message } = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  const reason = code ?? message;
  return reason === undefined ? '' : ` (${reason})`;
}

async function ask(
  { key, api, where }: NamedClinic & { readonly api: string },
  origin: string,
): Promise<AskedClinic> {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${api}/v1/${path}`, { headers, signal: AbortSignal.timeout(patienceMs) });
  const answer = await get(`program?key=${key}`);
  const body = (await answer.json()) as PublicProgram | Problem;
  if ('code' in body) {
    const message = `The API at ${api} refuses the key of ${where}: ${body.code}.`;
    const found = fault('key_unknown', message, body.detail);
    return { key: found, origin: undefined, program: undefined };
  }

  const sandbox =
    body.sandbox && !isThisMachine(origin)
      ? note(
          'key_sandbox',
          `The key of ${where} is that of a sandbox: what patients see there is not real.`,
          'Use the pk_live_… key when the page goes live.',
        )
      : undefined;
  // Any route that is for pages alone tells; a code of this form belongs to nobody.
  const asked = await get('referral-codes/00000000', {
    Authorization: `Bearer ${key}`,
    Origin: origin,
  });
  const refused = asked.ok ? undefined : ((await asked.json()) as Problem);
  const isRefused = refused?.code === 'origin_not_allowed';
  const { brand } = body;
  return {
    key: sandbox,
    origin: isRefused
      ? fault('origin_not_allowed', `${origin} may not use the key of ${where}.`, refused.detail)
      : undefined,
    program: { ...body, brand: { ...brand, logoUrl: logoUrlAt(api, brand.logoUrl) } },
  };
}

/** Whether the script's address is answered with a script. */
export async function checkScriptFile({ src }: ScriptTag): Promise<readonly Finding[]> {
  if (!src) return [];
  const advice =
    'It is https://<server>/afterglow/1/afterglow.js, or a copy of that file; look at the address.';
  try {
    const answer = await fetch(src, { signal: AbortSignal.timeout(patienceMs) });
    const type = answer.headers.get('content-type') ?? 'no type';
    await answer.body?.cancel();
    if (answer.ok && /javascript/.test(type)) return [];
    const message = `${src.href} is answered with ${answer.status} and ${type}, not with a script.`;
    return [fault('script_unreachable', message, advice)];
  } catch (error) {
    const reason = error instanceof Error ? reasonOf(error) : '';
    return [fault('script_unreachable', `${src.href} does not answer${reason}.`, advice)];
  }
}

/** The findings of all clinics as those of one subject. */
export const checkedOf = (subject: 'key' | 'origin', asked: readonly AskedClinic[]): Checked => ({
  subject,
  findings: asked.flatMap((one) => one[subject] ?? []),
});

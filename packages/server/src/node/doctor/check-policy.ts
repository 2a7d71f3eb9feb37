import type { PublicProgram } from '@afterglow/contract';
import type { NamedClinic } from './check-page.js';
import { blockedBy, refusesTrustedTypes } from './content-policy.js';
import { fault } from './finding.js';
import type { Checked, Finding } from './finding.js';
import type { PageFacts } from './page-facts.js';

const elem = (kind: string) => [`${kind}-src-elem`, `${kind}-src`];

/** Whether the page's content policies let script, chunks, stylesheet, API and logo in. */
export function checkPolicy(
  page: PageFacts,
  clinics: readonly NamedClinic[],
  programs: readonly PublicProgram[],
): Checked {
  const findings: Finding[] = [];
  const look = (what: string, directives: readonly string[], url: URL, nonce?: string) => {
    const by = blockedBy(page.policies, { directives, url, nonce }, page.url);
    if (by === undefined) return;
    const kind = directives.at(-1) ?? '';
    const message = `The policy "${by}" blocks ${what} (${url.href}).`;
    findings.push(fault('policy_blocks', message, `Add ${url.origin} to ${kind}.`));
  };

  for (const { src, attributes } of page.scripts) {
    if (!src) continue;
    const { nonce } = attributes;
    look('the script', elem('script'), src, nonce);
    // What a script with a nonce imports has its nonce.
    const files = attributes['data-base'] ?? new URL('.', src).href;
    if (URL.canParse(files))
      look('the elements’ own files', elem('script'), new URL('chunks/x/core.js', files), nonce);
  }
  for (const { url, nonce } of page.stylesheets)
    if (url.pathname.endsWith('/afterglow.css')) look('the stylesheet', elem('style'), url, nonce);
  for (const api of new Set(clinics.map((clinic) => clinic.api)))
    if (api !== undefined && URL.canParse(api))
      look('requests to the API', ['connect-src'], new URL('/v1/program', api));
  for (const { brand } of programs)
    if (brand.logoUrl) look('the clinic’s logo', ['img-src'], new URL(brand.logoUrl));

  const names =
    page.scripts.length > 0 ? refusesTrustedTypes(page.policies, 'afterglow') : undefined;
  if (names !== undefined)
    findings.push(
      fault(
        'policy_blocks',
        `The policy "${names}" refuses the name under which elements write to the page.`,
        'Add afterglow to trusted-types.',
      ),
    );
  return { subject: 'policy', findings: unrepeated(findings) };
}

/** A directive that blocks two files is mended once. */
const unrepeated = (findings: readonly Finding[]) => [
  ...new Map(findings.map((one) => [one.advice, one])).values(),
];

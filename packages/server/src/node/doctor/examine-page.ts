import { installedElementNames } from '../theme/element-names.js';
import { askClinic, checkedOf, checkScriptFile } from './check-api.js';
import { checkBrowser, visitPage } from './check-browser.js';
import { checkColor } from './check-color.js';
import { checkLanguage, checkProvider, checkScript, checkTags, clinicsOf } from './check-page.js';
import { checkPolicy } from './check-policy.js';
import { fault } from './finding.js';
import type { Checked, Finding } from './finding.js';
import { afterScripts, readPage, type PageFacts } from './page-facts.js';
import { patienceMs } from './patience.js';

/**
 * Looks at a page from outside, as a visitor's browser does.
 *
 * @param chromium - Where a browser lies; undefined: what only a browser sees is left out.
 * @param prefix - What a bundle puts before the tags; a script tag says it itself.
 * @returns Everything that was looked at, in the order of `subjects`. Never throws for a page.
 */
export async function examinePage(
  address: URL,
  chromium: string | undefined,
  prefix = '',
): Promise<readonly Checked[]> {
  const fetched = await fetchPage(address);
  if ('code' in fetched) return [{ subject: 'page', findings: [fetched] }];
  const served = { ...fetched, prefix: fetched.prefix || prefix };

  const names = installedElementNames();
  const tags = new Set(names?.parts.keys());
  const visit = chromium === undefined ? noBrowser : await visitPage(chromium, served, tags);
  const page =
    typeof visit === 'string'
      ? served
      : afterScripts(served, readPage(visit.html, served.url, null));
  const clinics = clinicsOf(page);
  const asked = await Promise.all(clinics.map((clinic) => askClinic(clinic, page.url.origin)));
  const programs = asked.flatMap(({ program }) => program ?? []);
  const script = checkScript(page, tags);
  const files = await Promise.all(page.scripts.slice(0, 1).map(checkScriptFile));
  const key = checkedOf('key', asked);
  const ours = [...page.scripts.map(({ src }) => src?.origin), ...clinics.map(({ api }) => api)];
  return [
    { subject: 'page', findings: [] },
    { ...script, findings: [...script.findings, ...files.flat()] },
    clinics.length > 0 ? key : { ...key, findings: keyMissing(page) },
    checkedOf('origin', asked),
    checkPolicy(page, clinics, programs),
    checkTags(page, tags),
    checkProvider(page, tags),
    checkLanguage(page),
    await checkColor(page, programs[0], names),
    checkBrowser(visit, new Set(ours.filter((one) => one !== undefined))),
  ];
}

const noBrowser = 'there is no Chromium here; install one, or set CHROME_PATH';

function keyMissing({ scripts }: PageFacts): readonly Finding[] {
  if (scripts.length === 0) return [];
  return [
    fault(
      'key_missing',
      'The script tag has no key, and no <loyalty-provider> has one.',
      'Put data-publishable-key="pk_…" on it: "afterglow keys" lists the clinic’s keys.',
    ),
  ];
}

async function fetchPage(address: URL): Promise<PageFacts | Finding> {
  const unreachable = (message: string) =>
    fault(
      'page_unreachable',
      message,
      'Look at the address; the page must be reachable without signing in.',
    );
  try {
    const answer = await fetch(address, {
      headers: { Accept: 'text/html' },
      signal: AbortSignal.timeout(patienceMs),
    });
    const type = answer.headers.get('content-type') ?? 'no type';
    const url = new URL(answer.url);
    if (!answer.ok) return unreachable(`${url.href} is answered with ${answer.status}.`);
    if (!/html/.test(type)) return unreachable(`${url.href} is ${type}, not a page.`);
    return readPage(await answer.text(), url, answer.headers.get('content-security-policy'));
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    const reason = code ?? (error as Error).name;
    return unreachable(`${address.href} does not answer (${reason}).`);
  }
}

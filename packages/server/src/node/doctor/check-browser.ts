import { isTagPrefix } from '@afterglow/contract/tag-prefix';
import { setTimeout as wait } from 'node:timers/promises';
import { openTab } from './browser-tab.js';
import type { BrowserTab } from './browser-tab.js';
import { fault, note } from './finding.js';
import type { Checked, Finding } from './finding.js';
import type { PageFacts } from './page-facts.js';

/** How long a page gets until its elements show what they were asked for. */
const settleMs = 8_000;
const lookMs = 100;

/** Google's bound for a page that does not move: https://web.dev/articles/cls */
const goodShift = 0.1;

/** What a page was seen to do. */
export interface Seen {
  /** The script ran, or a bundle of the site's own that registers elements. */
  readonly runs: boolean;
  /** Whether nothing is loading any more. */
  readonly isSettled: boolean;
  readonly shift: number;
  /** Elements whose height changed after they were first drawn, in px. */
  readonly grown: readonly { readonly tag: string; readonly from: number; readonly to: number }[];
  readonly blocked: readonly { readonly directive: string; readonly address: string }[];
  readonly failed: readonly string[];
}

/** What a browser made of a page. */
export interface Visit {
  readonly seen: Seen;
  /** The page as its scripts left it, with what providers were given as properties in attributes. */
  readonly html: string;
}

/**
 * Runs in the page before any of its scripts. It is sent as text, so it uses nothing from outside.
 * Heights are those of the first and the last drawing, by observer: reading them would force layout.
 */
function watchPage(tags: readonly string[], provider: string): void {
  const [shifts, blocked]: [number[], { directive: string; address: string }[]] = [[], []];
  const heights = new Map<Element, { from: number; to: number }>();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push((entry as PerformanceEntry & { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', (event) =>
    blocked.push({ directive: event.effectiveDirective, address: event.blockedURI }),
  );
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const to = Math.round(target.getBoundingClientRect().height);
      heights.set(target, { from: heights.get(target)?.from ?? to, to });
    }
  });
  const met = new Set<Element>();
  const meet = () => {
    for (const element of document.querySelectorAll(tags.join()))
      if (!met.has(element)) {
        met.add(element);
        sizes.observe(element);
      }
  };
  new MutationObserver(meet).observe(document, { childList: true, subtree: true });

  Object.assign(globalThis, {
    seenByDoctor: (): Seen => {
      const states = [...met].map((element) => ({
        tag: element.localName,
        state: (element as Element & { state?: string }).state,
      }));
      const runs = 'afterglow' in window || tags.some((tag) => customElements.get(tag));
      return {
        runs,
        isSettled:
          document.readyState === 'complete' &&
          runs &&
          states.every(({ tag, state }) =>
            tag === provider ? true : state !== undefined && state !== 'waiting',
          ),
        shift: shifts.reduce((sum, value) => sum + value, 0),
        grown: [...heights].flatMap(([element, { from, to }]) =>
          Math.abs(to - from) > 1 ? [{ tag: element.localName, from, to }] : [],
        ),
        blocked,
        failed: states.filter(({ state }) => state === 'failed').map(({ tag }) => tag),
      };
    },
    // Frameworks set a provider's key as a property. The copy is in a document that runs nothing.
    pageForDoctor: (): string => {
      const copy = document.implementation
        .createHTMLDocument()
        .importNode(document.documentElement, true);
      const copies = copy.querySelectorAll(provider);
      document.querySelectorAll(provider).forEach((element, at) => {
        const { publishableKey, apiBase } = element as unknown as Record<string, unknown>;
        if (publishableKey) copies[at]?.setAttribute('publishable-key', String(publishableKey));
        if (apiBase) copies[at]?.setAttribute('api-base', String(apiBase));
      });
      return copy.outerHTML;
    },
  });
}

/**
 * Opens the page as a phone does and waits until its elements show what they were asked for.
 *
 * @param tags - The elements that there are.
 * @returns Why nothing was seen, where the browser failed.
 */
export async function visitPage(
  executable: string,
  page: Pick<PageFacts, 'url' | 'prefix'>,
  tags: ReadonlySet<string>,
): Promise<Visit | string> {
  let tab: BrowserTab | undefined;
  try {
    tab = await openTab(executable);
    const seen = await visit(tab, page, tags);
    return { seen, html: (await ask<string>(tab, 'pageForDoctor')) ?? '' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `the browser failed: ${reason}`;
  } finally {
    await tab?.close();
  }
}

async function visit(
  tab: BrowserTab,
  { url, prefix }: Pick<PageFacts, 'url' | 'prefix'>,
  tags: ReadonlySet<string>,
): Promise<Seen> {
  const phone = { width: 390, height: 844, deviceScaleFactor: 2, mobile: true };
  await tab.call('Emulation.setDeviceMetricsOverride', phone);
  await tab.call('Page.enable');
  // Compilers that keep names (tsx does) call a function of theirs in what they compile.
  // One that no tag can have is no selector either.
  const before = isTagPrefix(prefix) ? prefix : '';
  const given = [[...tags].map((tag) => before + tag), `${before}loyalty-provider`];
  const source = `{ const __name = (one) => one; (${watchPage.toString()})(...${JSON.stringify(given)}); }`;
  await tab.call('Page.addScriptToEvaluateOnNewDocument', { source });
  await tab.call('Page.navigate', { url: url.href });

  const until = performance.now() + settleMs;
  let seen = await look(tab);
  while (!seen?.isSettled && performance.now() < until) {
    await wait(lookMs);
    seen = await look(tab);
  }
  // What the last change moves is told with the next frames.
  await wait(3 * lookMs);
  return (await look(tab)) ?? neverSeen;
}

const neverSeen: Seen = {
  runs: false,
  isSettled: false,
  shift: 0,
  grown: [],
  blocked: [],
  failed: [],
};

/** Undefined while the page is not there yet. */
async function ask<Answer>(tab: BrowserTab, what: string): Promise<Answer | undefined> {
  const { result } = (await tab.call('Runtime.evaluate', {
    expression: `globalThis.${what}?.()`,
    returnByValue: true,
  })) as { result: { value?: Answer } };
  return result.value;
}

const look = (tab: BrowserTab) => ask<Seen>(tab, 'seenByDoctor');

/**
 * What loads and what moves in a browser.
 *
 * @param visit - A text says why it could not be looked at.
 * @param ours - Origins of script and API, to tell what a policy blocked from the page's own affairs.
 */
export function checkBrowser(visit: Visit | string, ours: ReadonlySet<string>): Checked {
  return typeof visit === 'string'
    ? { subject: 'browser', findings: [], leftOut: visit }
    : { subject: 'browser', findings: findingsOf(visit.seen, ours) };
}

function findingsOf(seen: Seen, ours: ReadonlySet<string>): readonly Finding[] {
  const findings: Finding[] = [];
  if (!seen.runs)
    findings.push(
      fault(
        'script_not_run',
        'In a browser neither the script nor a bundle with elements runs.',
        'Open the page’s console: what is blocked or fails before it stands there.',
      ),
    );
  const isOurs = (address: string) => URL.canParse(address) && ours.has(new URL(address).origin);
  // A request that is tried again is blocked again.
  const blocked = new Map(seen.blocked.map((one) => [`${one.directive} ${one.address}`, one]));
  for (const { directive, address } of blocked.values())
    if (isOurs(address) || /trusted-types/.test(directive))
      findings.push(
        fault(
          'policy_blocks',
          `In a browser the page’s policy blocks ${address} (${directive}).`,
          `Add it to ${directive}.`,
        ),
      );
  if (seen.shift > 0 && seen.grown.length > 0) {
    const list = seen.grown.map(({ tag, from, to }) => `<${tag}> from ${from} to ${to} px`);
    findings.push(
      fault(
        'layout_shift',
        `The page moves while it loads (${seen.shift.toFixed(3)}): ${list.join(', ')}.`,
        'Load afterglow.css before the script, and set no height on the elements.',
      ),
    );
  } else if (seen.shift > goodShift)
    findings.push(
      note(
        'layout_shift',
        `The page moves while it loads (${seen.shift.toFixed(3)}), but no element of Afterglow changes its height.`,
        'Give images and fonts of the page their final size.',
      ),
    );
  if (seen.failed.length > 0)
    findings.push(
      fault(
        'element_failed',
        `${[...new Set(seen.failed)].map((tag) => `<${tag}>`).join(', ')} could not show what was asked for.`,
        'Listen to glow-failed on the page: its code says why. Most often it is one of the faults above.',
      ),
    );
  return findings;
}

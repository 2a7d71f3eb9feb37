import type { Program } from '@afterglow/contract';

/** What the elements of a demo show at first: one of the six faces. */
export type DemoState = 'ready' | 'empty' | 'signed-out' | 'waiting' | 'failed' | 'stale';

const states: readonly DemoState[] = ['ready', 'empty', 'signed-out', 'waiting', 'failed', 'stale'];

/** How a page wants its demo. */
export interface DemoSettings {
  /** `ready`, where the page asks for none or for one that there is not. */
  readonly state: DemoState;
  /** The language where the page says none. */
  readonly language: string | undefined;
}

/** Reads the script tag, or what stands for it, as the loader does. */
export function readDemoSettings(document: Document): DemoSettings {
  const options =
    document.querySelector<HTMLScriptElement>(
      'script[data-publishable-key],script[src*="/afterglow.js"]',
    )?.dataset ?? {};
  const asked = options['demoState'];
  return {
    state: states.find((state) => state === asked) ?? 'ready',
    language: options['lang'],
  };
}

/**
 * The site of the demo's clinic is the page itself, so that links to book and to share lead back to
 * it. Undefined for an address that no clinic may give: a file, or http on another machine.
 */
export function demoSite({
  origin,
  pathname,
  protocol,
  hostname,
}: Location): Program['site'] | undefined {
  const isOwn = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isOwn)) return undefined;

  const url = origin + pathname;
  return { url, bookingUrl: url, referralUrl: url };
}

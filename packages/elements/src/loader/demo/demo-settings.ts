import type { Program } from '@afterglow/contract';
import { readView } from '../../inspector/view.js';
import { faces, type Face } from '../../internal/faces.js';
import type { DemoPersonName } from './demo-people.js';

/** How a page wants its demo. */
export interface DemoSettings {
  /** `ready`, where the page asks for none or for one that there is not. */
  readonly state: Face;
  /** Who is signed in, in the faces in which somebody is. */
  readonly person: DemoPersonName;
  /** When it is looked at: epoch milliseconds, today or within three years from it. */
  readonly now: number;
  /** The language where the page says none. */
  readonly language: string | undefined;
}

const farthestMs = 3 * 366 * 86_400_000;

/**
 * Reads the script tag, or what stands for it, as the loader does. What the page's address says of
 * the view (`inspector/view.ts`) comes first.
 *
 * @param today - Epoch milliseconds.
 */
export function readDemoSettings(document: Document, today: number): DemoSettings {
  const { face, person, day } = readView(document.location.search);
  const options =
    document.querySelector<HTMLScriptElement>(
      'script[data-publishable-key],script[src*="/afterglow."]',
    )?.dataset ?? {};
  const asked = options['demoState'];
  const state = face ?? faces.find((name) => name === asked) ?? 'ready';
  // Noon in Chicago, where the demo's clinic is.
  const then = Date.parse(`${day}T18:00:00.000Z`);
  return {
    state,
    // Nothing is empty for somebody who has been there.
    person: state === 'empty' ? 'dora' : (person ?? 'ana'),
    now: then > today && then < today + farthestMs ? then : today,
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

import { programUrl } from '@afterglow/sdk/page-read';
import { readKept, startKept } from '@afterglow/sdk/session-start';
import type { PageSettings } from '../internal/open-page.js';
import { after } from './after.js';
import { captureReferral } from './capture-referral.js';
import type { ChunkMap } from './chunk-map.js';
import { fetchChunk } from './fetch-chunk.js';
import { firstLanguage } from './first-language.js';

/**
 * The script tag. Built into one file without a static import, an export or `import.meta`, so that
 * it runs as a module, classic, async, deferred or injected script. In one tick it asks for the
 * program and the session and for the code of every element on the page.
 */

declare const __CHUNKS__: ChunkMap;
declare const __VERSION__: string;

declare global {
  interface Window {
    afterglow?: AfterglowGlobal;
  }
}

/** What the script puts on the window. */
interface AfterglowGlobal {
  readonly version: string;
  readonly key: string | undefined;
  /** What stands before each tag, such as `clinic-`; empty where the page does not ask for it. */
  readonly prefix: string;
  /** Looks for elements in a shadow tree of the page's own, now and later. */
  watch(root: Document | ShadowRoot): void;
}

const chunks = __CHUNKS__;
const warn = (message: string) => {
  // eslint-disable-next-line no-console -- the one place where a page's developer looks
  console.warn('Afterglow: ' + message);
};

/** The tag is not `currentScript` in a module. */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>(
    'script[data-publishable-key],script[src*="/afterglow."]',
  );
const options = script?.dataset ?? {};
const source = new URL(script?.src || location.href);
const key =
  options['publishableKey'] ||
  source.searchParams.get('key') ||
  document.querySelector<HTMLMetaElement>('meta[name="afterglow:key"]')?.content ||
  undefined;

const running = window.afterglow;
if (running) {
  if (running.version !== __VERSION__) warn('this page has version ' + running.version + ' too.');
  if (running.key !== key) warn('this page has two keys; the first one counts.');
} else if ('adoptedStyleSheets' in document) {
  begin();
}

function begin(): void {
  const files = options['base'] ?? new URL('.', source).href;
  const api = (options['api'] ?? source.origin).replace(/\/$/, '');
  // As elements choose it: what the page says, then what the script tag says.
  const asked = document.documentElement.lang || options['lang'] || '';
  const language = firstLanguage(chunks.languages, asked);
  const prefix = options['prefix'] ?? '';
  const storageDenied = options['storage'] === 'denied';
  const loading: Record<string, Promise<unknown>> = {};
  const needed: Record<string, readonly string[]> = {};
  let every = '[data-afterglow]';
  for (const entry of chunks.tags.split(',')) {
    const [own = '', ...others] = entry.split(' ');
    const tag = own.replace('.', '');
    needed[tag] = [tag, own, ...others];
    every += ',' + prefix + tag;
  }

  const nothing = Promise.resolve() as Promise<undefined>;
  /** Until then no code of ours keeps the processor from sending what the balance waits for. */
  let sent: Promise<unknown> = nothing;

  const load = (name: string): Promise<unknown> => {
    const file = name.endsWith('.') ? name + language : name;
    const href = files + chunks.folder + file + '.js';
    return (loading[file] ??= fetchChunk(href, sent, script?.nonce));
  };

  const ask = (tag: string): void =>
    needed[tag]?.forEach((name) => void (name !== tag && needed[name] ? ask(name) : load(name)));

  const meet = (element: Element): void => {
    const wanted = (element as HTMLElement).dataset?.['afterglow'];
    if (wanted && needed[wanted]) meet(place(element as HTMLElement, prefix + wanted));
    ask(element.localName.slice(prefix.length));
  };
  const meetAll = (root: ParentNode) => root.querySelectorAll(every).forEach(meet);

  const watch = (root: Document | ShadowRoot): void => {
    meetAll(root);
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (node.matches(every)) meet(node);
          meetAll(node);
        }
      }
    }).observe(root, { childList: true, subtree: true });
  };

  let settings: PageSettings | undefined;
  if (key === 'demo') {
    void load(key);
  } else if (key) {
    const program = fetch(programUrl(api, key));
    const session = storageDenied ? nothing : startKept(api, key, readKept(key));
    program.catch(() => undefined);
    sent = Promise.race([session, after(1000)]);
    settings = {
      key,
      base: api,
      language: options['lang'],
      remember: options['remember'] as PageSettings['remember'],
      identityUrl: options['identityUrl'],
      live: 'live' in options,
      storageDenied,
      referralCode: captureReferral(key, storageDenied),
      started: { program, session },
    };
  }

  window.afterglow = { version: __VERSION__, key, prefix, watch };
  const [core] = chunks.core.map(load);
  void core?.then(
    (code) => (code as { start(settings: PageSettings | undefined): void }).start(settings),
    warn,
  );
  watch(document);
}

/** Puts the element into a box of the page, with what was in the box as its own content. */
function place(box: HTMLElement, tag: string): HTMLElement {
  const element = document.createElement(tag);
  box.removeAttribute('data-afterglow');
  for (const { name, value } of box.attributes) {
    if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  }
  element.append(...box.childNodes);
  box.append(element);
  return element;
}

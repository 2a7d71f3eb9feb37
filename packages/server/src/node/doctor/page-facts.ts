import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** One element of a page. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly inside. */
  readonly text: string;
  /** The elements around it, the nearest first. */
  readonly around: readonly PageElement[];
}

/** A tag that loads Afterglow. */
export interface ScriptTag {
  /** Its address; undefined where it has none. */
  readonly src: URL | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a page says in its HTML. */
export interface PageFacts {
  /** Its address after redirects. */
  readonly url: URL;
  /** The policies of its headers and its meta tags, each of which must allow. */
  readonly policies: readonly string[];
  /** `<html lang>`; empty where it says nothing. */
  readonly lang: string;
  readonly scripts: readonly ScriptTag[];
  /** What the page puts before our tags; empty where it puts nothing. */
  readonly prefix: string;
  /** The key of the page's own clinic; undefined where nothing says one. */
  readonly key: string | undefined;
  readonly stylesheets: readonly { readonly url: URL; readonly nonce: string | undefined }[];
  /** What stands in its `<style>` tags. */
  readonly styles: readonly string[];
  readonly elements: readonly PageElement[];
}

/** Reads a page's HTML as browsers do. */
export function readPage(html: string, url: URL, policyHeader: string | null): PageFacts {
  const elements = elementsOf(parse(html));
  const named = (tag: string) => elements.filter((element) => element.tag === tag);
  const metas = named('meta').map(({ attributes }) => attributes);
  const base = addressIn(named('base')[0]?.attributes['href'], url) ?? url;
  const scripts = named('script')
    .filter(
      ({ attributes: { src = '', ...rest } }) =>
        'data-publishable-key' in rest || /\/afterglow\.(?:all\.)?js/.test(src),
    )
    .map(({ attributes }) => ({ src: addressIn(attributes['src'], base), attributes }));
  const [script] = scripts;
  return {
    url,
    policies: [
      ...(policyHeader ?? '').split(','),
      ...metas
        .filter((meta) => /^content-security-policy$/i.test(meta['http-equiv'] ?? ''))
        .map(({ content = '' }) => content),
    ].filter((policy) => policy.trim() !== ''),
    lang: named('html')[0]?.attributes['lang'] ?? '',
    scripts,
    prefix: script?.attributes['data-prefix'] ?? '',
    key:
      script?.attributes['data-publishable-key'] ||
      script?.src?.searchParams.get('key') ||
      metas.find(({ name }) => name === 'afterglow:key')?.['content'] ||
      undefined,
    stylesheets: named('link').flatMap(({ attributes: { rel = '', href, nonce } }) => {
      const address = /\bstylesheet\b/i.test(rel) ? addressIn(href, base) : undefined;
      return address ? [{ url: address, nonce }] : [];
    }),
    styles: named('style').map(({ text }) => text),
    elements,
  };
}

/**
 * What is so once scripts have run: elements that a framework drew, a script tag that a tag manager
 * put there. The rest is taken as it was served, since browsers hide a nonce that they have read.
 */
export function afterScripts(served: PageFacts, drawn: PageFacts): PageFacts {
  return {
    ...served,
    lang: drawn.lang || served.lang,
    scripts: served.scripts.length > 0 ? served.scripts : drawn.scripts,
    prefix: served.prefix || drawn.prefix,
    key: served.key ?? drawn.key,
    elements: drawn.elements,
  };
}

function addressIn(text: string | undefined, base: URL): URL | undefined {
  return text && URL.canParse(text, base.href) ? new URL(text, base) : undefined;
}

function elementsOf(node: Tree.ParentNode, around: readonly PageElement[] = []): PageElement[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [];
    const element: PageElement = {
      tag: child.tagName,
      attributes: Object.fromEntries(child.attrs.map(({ name, value }) => [name, value])),
      text: child.childNodes.map((inner) => ('value' in inner ? inner.value : '')).join(''),
      around,
    };
    return [element, ...elementsOf(child, [element, ...around])];
  });
}

/** Where a script tag says that the API is; undefined where it has no address. */
export function apiOf({ src, attributes }: ScriptTag): string | undefined {
  return attributes['data-api']?.replace(/\/$/, '') || src?.origin;
}

import { formatNumber, languageChain, tagFor } from './format.js';
import { warn } from './warning.js';
import type { words as pageEnglish } from './words/page.en.js';

/** One text, or one for each plural form of the language, chosen by the argument `count`. */
export type Word = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** A translation of `English`: the same keys, none missing, none too many. */
export type WordsLike<English> = { readonly [Key in keyof English]: Word };

/** The groups of words that elements load; each element names its own in `static words`. */
export interface WordGroups {
  page: typeof pageEnglish;
}

type KeysOf<Group> = Group extends unknown ? keyof Group & string : never;

/** The name of a text, such as `face.retry`. */
export type WordKey = KeysOf<WordGroups[keyof WordGroups]>;

/** What stands in a text's braces. Numbers are written in the reader's language. */
export type WordArgs = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export type Words = Readonly<Record<string, Word>>;

/** Where the texts of one group come from, by language: loaded on demand, each a chunk of its own. */
export type WordSource = Readonly<Record<string, () => Promise<{ readonly words: Words }>>> & {
  readonly en: () => Promise<{ readonly words: Words }>;
};

/** The texts of the faces, which all elements share. */
export const pageWords: WordSource = {
  en: () => import('./words/page.en.js'),
  es: () => import('./words/page.es.js'),
  fr: () => import('./words/page.fr.js'),
  'pt-BR': () => import('./words/page.pt-BR.js'),
  'zh-Hans': () => import('./words/page.zh-Hans.js'),
  ar: () => import('./words/page.ar.js'),
};

const loaded = new Map<WordSource, Map<string, Words>>();

/** The tag under which `source` has texts for a reader of `language`; English when it has none. */
const tagIn = (source: WordSource, language: string): string =>
  tagFor(Object.keys(source), language) ?? 'en';

/** The texts if they are here, else undefined; `loadWords` brings them. */
export function wordsNow(source: WordSource, language: string): Words | undefined {
  return loaded.get(source)?.get(tagIn(source, language));
}

/** Loads the texts of one group for a reader of `language`. A second call costs nothing. */
export async function loadWords(source: WordSource, language: string): Promise<Words> {
  const tag = tagIn(source, language);
  const { words } = await (source[tag] ?? source.en)();
  const byTag = loaded.get(source) ?? new Map<string, Words>();
  loaded.set(source, byTag.set(tag, words));
  return words;
}

/**
 * Texts that a page puts in place of ours: by key for all languages, or by language and then by
 * key. A key has a dot in it and a language has none: `{ "face.retry": "Again" }` or
 * `{ "es": { "face.retry": "Otra vez" } }`.
 */
export type WordOverrides = Readonly<Record<string, Word | Readonly<Record<string, Word>>>>;

/** The page's own text for a key, if it has one for this language. */
export function overrideFor(
  overrides: WordOverrides | undefined,
  key: string,
  language: string,
): Word | undefined {
  if (!overrides) return undefined;

  for (const tag of languageChain(language)) {
    const own = overrides[tag];
    if (typeof own === 'object' && key in own) return (own as Record<string, Word>)[key];
  }
  return overrides[key] as Word | undefined;
}

/**
 * A text with its braces filled: `{name}` by the argument of that name, and of several plural
 * forms the one that `args.count` asks for.
 */
export function fill(word: Word, args: WordArgs, language: string): string {
  let text = word;
  if (typeof text !== 'string') {
    const form = new Intl.PluralRules(language).select(Number(args['count'] ?? 0));
    text = text[form] ?? text.other ?? '';
  }
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => {
    const value = args[name];
    if (value === undefined) return braces;
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}

/**
 * The text that says a code of the error catalogue to a patient: whether it is the way to the
 * clinic, the page, or something that may pass.
 */
export function failureKey(code: string): WordKey {
  if (code === 'network' || code === 'timeout') return 'failed.network';
  return /^(key|origin|secret)_/.test(code) ? 'failed.set-up' : 'failed.other';
}

/**
 * The texts that a page gives by `<script type="application/json" data-afterglow-messages>`.
 * A script that is no JSON is passed over with a warning.
 */
export function documentWords(document: Document): WordOverrides | undefined {
  const script = document.querySelector('script[data-afterglow-messages]');
  if (!script) return undefined;
  try {
    return JSON.parse(script.textContent) as WordOverrides;
  } catch {
    warn('data-afterglow-messages is not JSON.');
    return undefined;
  }
}

import { faces, type Face } from '../internal/faces.js';
import { isDemoPerson, type DemoPersonName } from '../loader/demo/demo-people.js';

/**
 * Languages that every element speaks, by their own names. message-preferences has the same six: one
 * file for both would be a request more on patients' pages.
 */
export const languageNames = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;

/** A language of ours. */
export type LanguageTag = keyof typeof languageNames;

/** Widths that a page can be narrowed to, in px. */
export const widths = [768, 390, 320] as const;

/**
 * How an inspected page is looked at. It is a part of the page's address, so that a link shows
 * somebody else the same; what is undefined is the page's own.
 */
export interface View {
  /** The face that the demo shows at first. */
  readonly face: Face | undefined;
  /** Who is signed in to the demo. */
  readonly person: DemoPersonName | undefined;
  /** The day on which the demo is looked at, `YYYY-MM-DD`. */
  readonly day: string | undefined;
  readonly language: LanguageTag | undefined;
  readonly scheme: 'light' | 'dark' | undefined;
  /** In px. */
  readonly width: (typeof widths)[number] | undefined;
}

/** The name of each in the address. */
const names: Readonly<Record<keyof View, string>> = {
  face: 'glow-face',
  person: 'glow-person',
  day: 'glow-date',
  language: 'glow-lang',
  scheme: 'glow-scheme',
  width: 'glow-width',
};

/**
 * What an address asks for. A value that there is not counts as none.
 *
 * @param search - The query of an address, with or without its question mark.
 */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const value = (name: keyof View) => asked.get(names[name]) ?? '';
  const person = value('person');
  const day = value('day');
  return {
    face: faces.find((face) => face === value('face')),
    person: isDemoPerson(person) ? person : undefined,
    day: isDay(day) ? day : undefined,
    language: languageTags.find((tag) => tag === value('language')),
    scheme: (['light', 'dark'] as const).find((scheme) => scheme === value('scheme')),
    width: widths.find((width) => String(width) === value('width')),
  };
}

/** The address of a page in that view; everything else in it stays. */
export function addressOf(view: View, page: string): string {
  const address = new URL(page);
  for (const [key, name] of Object.entries(names)) {
    const value = view[key as keyof View];
    if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, String(value));
  }
  // `?glow-inspect` is what people write; the browser would make `?glow-inspect=` of it.
  address.search = address.search.replace(/\b(glow-inspect)=(?=&|$)/, '$1');
  return address.href;
}

/** All of them, English first. */
export const languageTags = Object.keys(languageNames) as readonly LanguageTag[];

/** A calendar day that exists. */
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;

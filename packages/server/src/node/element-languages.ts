/** The languages that elements speak, each by its own name; `@afterglow/elements` has their words. */
export const elementLanguages = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  'pt-BR': 'Português',
  'zh-Hans': '简体中文',
  ar: 'العربية',
} as const;

/** Tag of a language that elements speak. */
export type ElementLanguage = keyof typeof elementLanguages;

/**
 * The language in which elements speak on a page of this one; undefined where it falls back to
 * English. As the loader chooses: a region reads its language, and traditional Chinese is another one.
 */
export function elementLanguageFor(tag: string): ElementLanguage | undefined {
  if (/^zh.*-(?:hant|tw|hk|mo)\b/i.test(tag)) return undefined;
  const [language] = tag.toLowerCase().split('-');
  return (Object.keys(elementLanguages) as ElementLanguage[]).find(
    (one) => one.split('-')[0] === language,
  );
}

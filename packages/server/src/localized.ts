import type { LocalizedText } from '@afterglow/contract';

/**
 * The text of a clinic in one language: the tag itself, then its language, then the program's, then
 * any.
 */
export function textIn(
  text: LocalizedText,
  locale: string | undefined,
  programLocale: string,
): string {
  if (typeof text === 'string') return text;

  const wanted = [locale, locale?.split('-')[0], programLocale, programLocale.split('-')[0]];
  const found = wanted.find((tag) => tag !== undefined && Object.hasOwn(text, tag));
  return text[found ?? ''] ?? Object.values(text)[0] ?? '';
}

import type { LocalizedText } from './primitives.js';

/**
 * The tags that a text may be written under for a reader of `language`, best first:
 * `es-MX`, `es`. Chinese goes by script, since `zh-TW` and `zh-CN` are written differently.
 */
export function languageChain(language: string): readonly string[] {
  const parts = language.split('-');
  const chain = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  if (parts[0]?.toLowerCase() === 'zh') {
    const traditional = /-(hant|tw|hk|mo)\b/i.test(language);
    chain.splice(-1, 0, traditional ? 'zh-Hant' : 'zh-Hans');
  }
  return chain;
}

/**
 * Which of `tags` is for a reader of `language`: one of its chain, else the same language as it is
 * written elsewhere, so that `pt` and `pt-PT` read `pt-BR`. Never Chinese in the other script.
 */
export function tagFor(tags: readonly string[], language: string): string | undefined {
  const sorted = [...tags].sort();
  for (const wanted of languageChain(language)) {
    const start = `${wanted}-`.toLowerCase();
    const isScriptKnown = start !== 'zh-';
    const found = sorted.find((tag) => {
      const whole = `${tag}-`.toLowerCase();
      return isScriptKnown ? whole.startsWith(start) : whole === start;
    });
    if (found) return found;
  }
  return undefined;
}

/**
 * A text of the clinic in the reader's language, else in the clinic's own, else any that there is.
 *
 * @param fallback - The program's language.
 */
export function pickText(text: LocalizedText, language: string, fallback = 'en'): string {
  if (typeof text === 'string') return text;

  const tags = Object.keys(text);
  const tag = tagFor(tags, language) ?? tagFor(tags, fallback) ?? tags[0];
  return (tag && text[tag]) ?? '';
}

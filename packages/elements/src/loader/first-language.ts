/**
 * Which of our languages a page is shown in, before core is there to look closer: what `tagFor` of
 * the contract answers, in the bytes that a loader has.
 *
 * @param languages - Tags, no two of one language.
 * @param asked - What the page says, such as `es-MX`; empty where it says nothing.
 */
export function firstLanguage(languages: readonly string[], asked: string): string {
  const [first] = asked.split('-');
  const isTraditional = /^zh.*-(?:hant|tw|hk|mo)\b/i.test(asked);
  return (!isTraditional && languages.find((tag) => tag.split('-')[0] === first)) || 'en';
}

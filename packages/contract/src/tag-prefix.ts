/**
 * Whether a page may put this before the tags of the elements, as `clinic-` for
 * `<clinic-points-balance>`: small letters, digits and hyphens, a letter first and a hyphen last.
 */
export const isTagPrefix = (text: string): boolean => /^[a-z][a-z0-9-]*-$/.test(text);

/** What somebody is told whose prefix is none. */
export const tagPrefixAdvice = (text: string): string =>
  `The prefix "${text}" can't stand before a tag: write small letters, digits and hyphens, a letter first and a hyphen last, such as "clinic-".`;

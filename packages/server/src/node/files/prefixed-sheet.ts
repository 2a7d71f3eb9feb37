/**
 * A stylesheet for a page that puts a prefix before our tags: every selector names the tags as they
 * are there. What a tag's name is a part of stays, such as `--points-balance-color`, and so do boxes:
 * `data-afterglow` has the plain name.
 *
 * @param tags - The elements that there are.
 */
export function prefixedSheet(css: string, prefix: string, tags: Iterable<string>): string {
  const names = new RegExp(`(?<![\\w=-])(?=(?:${[...tags].join('|')})(?![\\w-]))`, 'g');
  return css.replace(names, prefix);
}

import { isStorableText } from '@afterglow/contract';

/** What is wrong with the letters of a row, in words for the clinic; undefined for nothing. */
export function textFault(cells: Readonly<Record<string, string>>): string | undefined {
  const text = Object.values(cells).join('');
  // Two clients whose names differ in such a letter only would become one person.
  if (text.includes('\uFFFD'))
    return 'a letter is lost, since the file is not in UTF-8; export it as "CSV UTF-8"';
  if (!isStorableText(text))
    return 'a cell holds a character that cannot be kept (U+0000 or half a surrogate)';
  return undefined;
}

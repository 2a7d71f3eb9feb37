/** How the tests of the documentation read it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A fenced piece of a page. */
export interface Sample {
  /** Path of its page from the root, and the line on which it begins, for a failure. */
  readonly at: string;
  readonly page: string;
  /** The word after the fence; empty where there is none. */
  readonly language: string;
  /** The word behind the language, which says what the piece is for; empty where there is none. */
  readonly use: string;
  readonly text: string;
}

const leftOut = /^(?:node_modules|dist|api|coverage|storybook-static|\..*)$/;

/** Every page of the repository, as paths from the root with forward slashes. */
export function pages(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return leftOut.test(entry.name) ? [] : pages(path);
      return path.endsWith('.md') ? [path] : [];
    })
    .sort();
}

/** What developers are told to do: pages whose samples are run. */
export const taught = pages().filter((page) =>
  /^(?:README\.md|docs\/guides\/.+|(?:packages|examples)\/[^/]+\/README\.md)$/.test(page),
);

/** The text of a page. */
export function read(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** All fenced pieces of a page. */
export function samplesOf(page: string): Sample[] {
  const text = read(page);
  return [...text.matchAll(/^```(\w*)(?: (\w+))?\n(.*?)^```$/gms)].map(
    ({ 1: language, 2: use, 3: body, index }) => ({
      at: `${page}:${String(text.slice(0, index).split('\n').length)}`,
      page,
      language: language ?? '',
      use: use ?? '',
      text: body ?? '',
    }),
  );
}

/** A page without its fenced pieces. */
export function proseOf(page: string): string {
  return read(page).replace(/^```.*?^```$/gms, '');
}

/** What stands between backticks in a page's prose. */
export function codeWordsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? '');
}

/** The headings of a page as anchors, the way that GitHub makes them. */
export function anchorsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

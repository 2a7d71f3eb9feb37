/** Runs all code of the elements, and answers what `everything.ts` exports; written by the build. */
declare const __EVERYTHING__: () => unknown;

/**
 * What `afterglow.all.js` has in place of `fetch-chunk.ts`: every chunk is in the file itself. They
 * run together, as late as fetched ones would.
 *
 * @param href - Where the chunk would lie.
 * @param sent - Until then nothing runs.
 * @returns What core exports; undefined for every other chunk.
 */
export async function fetchChunk(href: string, sent: Promise<unknown>): Promise<unknown> {
  if (href.endsWith('/demo.js')) {
    // eslint-disable-next-line no-console -- the one place where a page's developer looks
    console.warn(
      'Afterglow: the key "demo" needs afterglow.js; afterglow.all.js has no demo in it.',
    );
  }
  await sent;
  return href.endsWith('/core.js') ? __EVERYTHING__() : undefined;
}

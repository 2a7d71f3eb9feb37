import { after } from './after.js';

/**
 * Fetches a chunk at once, with the leave that the script has by a nonce, and runs it when the
 * session's request is sent. A chunk that is lost is asked for once more, after a while.
 *
 * `afterglow.all.js` has `take-chunk.ts` in place of this file.
 *
 * @param sent - Until then no code of ours keeps the processor from sending what the balance waits for.
 * @returns What the chunk exports.
 */
export function fetchChunk(
  href: string,
  sent: Promise<unknown>,
  nonce: string | undefined,
): Promise<unknown> {
  const run = () => import(href);
  const fetched = () => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href, nonce }),
    );
    return sent.then(run);
  };
  return fetched().catch(() => after(3000).then(run));
}

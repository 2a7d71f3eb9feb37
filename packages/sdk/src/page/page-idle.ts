import type { PageState } from './page-state.js';
import { wait } from '../wait.js';

/** `remember: never` is for a tablet that goes round: whoever leaves it is signed out. */
const idleAfterMs = 120_000;

/**
 * Waits until nobody has touched the page for two minutes.
 *
 * @param over - Aborts when the page's store is disposed of.
 * @returns False when somebody else is signed in by then, nobody is, or it is over.
 */
export async function becomesIdle(state: PageState, over: AbortSignal): Promise<boolean> {
  const { options, now, turn, page } = state;
  const pause = options.wait ?? wait;
  let touchedAt = now();
  const touch = () => void (touchedAt = now());
  for (const kind of ['pointerdown', 'keydown'] as const) {
    page?.document.addEventListener(kind, touch, { signal: over, passive: true });
  }
  for (let left = idleAfterMs; left > 0; left = touchedAt + idleAfterMs - now()) {
    await pause(left, over);
    if (turn !== state.turn || over.aborted) return false;
  }
  return true;
}

import type { Face } from './faces.js';

/**
 * Makes `face` the one custom state that holds, for `:state(ready)` in a page's stylesheet.
 *
 * Browsers that know no custom states (Safari before 17.4, Firefox before 126), or only the older
 * dashed spelling (Chrome before 125, which throws), are left as they are: nothing of our own
 * styles depends on a custom state.
 */
export function showFace(internals: ElementInternals, face: Face): void {
  const states = internals.states as CustomStateSet | undefined;
  if (!states) return;

  states.clear();
  try {
    states.add(face);
  } catch {
    states.add(`--${face}`);
  }
}

/** Something that an element waits for: the program, the member. */
export interface FaceSource {
  readonly state: 'waiting' | 'signed-out' | 'ready' | 'stale' | 'failed';
  /** Why it failed or is stale. */
  readonly code: string | undefined;
}

/**
 * Which state of a source decides, from the one that outweighs all others. Nobody is asked to sign
 * in on a page that does not work.
 */
const weight = ['failed', 'signed-out', 'waiting', 'stale', 'ready'] as const;

/** The face of an element that needs all of `sources`. */
export function combine(sources: readonly FaceSource[], isEmpty: () => boolean): Face {
  const face = weight.find((state) => sources.some((source) => source.state === state)) ?? 'ready';
  return face === 'ready' && isEmpty() ? 'empty' : face;
}

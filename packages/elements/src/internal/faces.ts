/**
 * The six faces that every element has. Exactly one holds at a time:
 *
 * - `signed-out`: nobody is signed in, and what is shown belongs to a person.
 * - `waiting`: an answer is under way and there is nothing to show yet.
 * - `empty`: the answer came, and there is nothing in it for this element.
 * - `ready`: what was asked for is on screen.
 * - `failed`: the answer did not come and there is nothing older to show.
 * - `stale`: the answer did not come, an older one is on screen.
 */
export const faces = ['signed-out', 'waiting', 'empty', 'ready', 'failed', 'stale'] as const;

/** What an element shows in one state; also the name of its custom state. */
export type Face = (typeof faces)[number];

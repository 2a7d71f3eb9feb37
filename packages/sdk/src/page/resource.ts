import type { PreinitializedWritableAtom } from 'nanostores';

/**
 * One thing that a page shows, in exactly one state. `stale`: shown before, and the last read
 * failed. `code` is of the error catalogue; a later server may send others.
 */
export type Resource<T> =
  | { readonly state: 'waiting'; readonly value: undefined; readonly code: undefined }
  | { readonly state: 'signed-out'; readonly value: undefined; readonly code: undefined }
  | { readonly state: 'ready'; readonly value: T; readonly code: undefined }
  | { readonly state: 'stale'; readonly value: T; readonly code: string }
  | { readonly state: 'failed'; readonly value: undefined; readonly code: string };

/** Asked for, and not here yet. */
export const waiting = { state: 'waiting', value: undefined, code: undefined } as const;

/** Nobody is there to show it to. */
export const signedOut = { state: 'signed-out', value: undefined, code: undefined } as const;

/** Here, and as it should be. */
export const ready = <T>(value: T): Resource<T> => ({ state: 'ready', value, code: undefined });

/** What is shown when a read failed; what was shown before stays. */
export const afterFailure = <T>({ value }: Resource<T>, error: unknown): Resource<T> => {
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' ? code : 'network';
  return value === undefined
    ? { state: 'failed', value: undefined, code: known }
    : { state: 'stale', value, code: known };
};

/** Shows what failed as asked for again; true when there is reason to ask. */
export const renew = <T>($resource: PreinitializedWritableAtom<Resource<T>>): boolean => {
  const { state, code } = $resource.get();
  if (state === 'failed') $resource.set(waiting);
  return code !== undefined;
};

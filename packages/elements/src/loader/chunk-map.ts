/**
 * Which file holds what, written by the build. Files are named without their folder and `.js`; a
 * name that ends in a dot wants a language after it.
 */
export interface ChunkMap {
  /** Where all chunks of this build lie, seen from the script; its name changes with any of them. */
  readonly folder: string;
  /** The languages that every group of words has. */
  readonly languages: readonly string[];
  /** What every page needs; the first has `start`, see `core.ts`. */
  readonly core: readonly [core: string, ...others: string[]];
  /**
   * By tag: the chunk that registers it, those that this one imports besides core, and its words.
   * All of them are asked for at once, since an import would ask for them only when the first has
   * arrived.
   */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

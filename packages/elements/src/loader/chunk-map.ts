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
   * For each tag the files that it needs besides core, as `tag. another other`, the tags apart by a
   * comma. The first is the chunk that registers the element; where a dot follows, its words have
   * the same name. The others are those that this chunk imports. All of them are asked for at once,
   * since an import would ask for them only when the first has arrived. Where one of them is a tag
   * itself, the element shows it first: everything that this tag needs is asked for too.
   *
   * One text, since every page loads it: a further tag costs half of what a list in JSON did.
   */
  readonly tags: string;
}

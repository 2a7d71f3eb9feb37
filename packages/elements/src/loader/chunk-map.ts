/** Which file holds what, written by the build; names are without their folder and `.js`. */
export interface ChunkMap {
  /** The chunk with `start`, see `core.ts`. */
  readonly core: string;
  /**
   * By tag: the chunk that registers it, and those that this one imports besides core. All of them
   * are asked for at once, since an import would ask for them only when the first has arrived.
   */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  /** By language: the page's words. */
  readonly words: Readonly<Record<string, string>>;
  /** By tag and language: words that only one element needs. */
  readonly ownWords: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

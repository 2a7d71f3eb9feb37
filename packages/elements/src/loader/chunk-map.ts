/** Which file holds what, written by the build; names are relative to the script. */
export interface ChunkMap {
  /** The chunk with `start`, see `core.ts`. */
  readonly core: string;
  /** By tag: the chunk that registers it, and the group of words that it needs besides the page's. */
  readonly tags: Readonly<Record<string, string>>;
  /** By language: the page's words. */
  readonly words: Readonly<Record<string, string>>;
  /** By tag and language: words that only one element needs. */
  readonly ownWords: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

import type { PublicProgram, Summary } from '@afterglow/contract';

/** What the reads of a page may be given; everything has a default that a browser has. */
export interface PageReadInit {
  /** Left out: the runtime's own. */
  readonly fetch?: typeof globalThis.fetch;
  /** Stops at once, also while waiting for a retry. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one try may take; 15,000 when left out. */
  readonly timeoutMs?: number;
  /** The first try, where somebody started it before this code arrived. */
  readonly started?: Promise<Response>;
}

/** A summary as it came, with what is needed to ask only for changes. */
export interface SummaryRead {
  readonly summary: Summary;
  /** To send as `If-None-Match` next time; null when the server gave none. */
  readonly etag: string | null;
}

/** Reads the public program of the clinic with this publishable key. */
export declare function readProgram(
  base: string,
  key: string,
  init?: PageReadInit,
): Promise<PublicProgram>;

/** Reads the member's summary; undefined when it is the one of `etag` still. */
export declare function readSummary(
  base: string,
  token: string,
  init?: PageReadInit & { readonly etag?: string | null },
): Promise<SummaryRead | undefined>;

/** The address of the program; what a loader fetches before anything else has arrived. */
export declare function programUrl(base: string, key: string): string;

/** A key for a write, 22 characters from 128 random bits. */
export declare function newKey(): string;

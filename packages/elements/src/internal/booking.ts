/** What travels to the booking page, all of it opaque: nobody is named, and no treatment. */
export interface Attached {
  /** The code of a friend's link. */
  readonly code?: string | undefined;
  /** The id of an offer. */
  readonly offer?: string | undefined;
  /** The code of a package in the program. */
  readonly package?: string | undefined;
}

/** The names of these values in a link that has no braces for them. */
export const attachedNames = {
  code: 'glow',
  offer: 'glow-offer',
  package: 'glow-package',
} as const;

const braces = /\{(code|offer|package)\}/g;

/**
 * Where booking leads. A link with `{code}`, `{offer}` or `{package}` gets the values there and nothing
 * else; any other web address gets them as `glow`, `glow-offer` and `glow-package`.
 *
 * @param link - As the clinic or the page wrote it; from the page's own address when relative.
 * @returns Undefined where that is no https, an address of this page's own origin, or a telephone.
 */
export function bookingAddress(link: string, attached: Attached): string | undefined {
  const values = Object.entries(attachedNames) as [keyof Attached, string][];
  const filled = link.replace(braces, (_, name: keyof Attached) =>
    encodeURIComponent(attached[name] ?? ''),
  );
  let url: URL;
  try {
    url = new URL(filled, document.baseURI);
  } catch {
    return undefined;
  }
  if (/^(?:mailto|tel|sms):$/.test(url.protocol)) return url.href;
  if (url.protocol !== 'https:' && url.origin !== location.origin) return undefined;

  if (filled === link) {
    for (const [key, name] of values) {
      const value = attached[key];
      if (value) url.searchParams.set(name, value);
    }
  }
  return url.href;
}

/** Offers or packages in the order in which they end; those without an end come last. */
export function endingFirst<Item extends { readonly expiresOn: string | null }>(
  items: readonly Item[],
): readonly Item[] {
  const end = ({ expiresOn }: Item) => expiresOn ?? '9999-12-31';
  return [...items].sort((a, b) => end(a).localeCompare(end(b)));
}

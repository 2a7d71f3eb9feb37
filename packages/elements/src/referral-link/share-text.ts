/** What a message to a friend is made of, all of it in the reader's language. */
export interface ShareParts {
  /** The clinic's own wording; may hold `{name}` and `{link}`. Undefined: ours is used. */
  readonly wording: string | undefined;
  /** Our wording, with the braces `{offer}`, `{name}`, `{clinic}` and `{link}`. */
  readonly named: string;
  /** Our wording for a member whose name is not known. */
  readonly unnamed: string;
  readonly offer: string;
  readonly clinic: string;
  /** The member's own first name; undefined when it is not known. */
  readonly name: string | undefined;
  readonly link: string;
}

/**
 * The message that a member sends: it speaks of the friend's gain. The clinic's wording is taken
 * unless it speaks of a name that is not known; a wording without the link gets it at its end.
 */
export function shareText({ wording, named, unnamed, name, link, ...more }: ShareParts): string {
  const fits = wording !== undefined && (name !== undefined || !wording.includes('{name}'));
  const own = name === undefined ? unnamed : named;
  const chosen = fits ? wording : own;
  const values: Readonly<Record<string, string>> = {
    ...more,
    offer: more.offer.replace(/\.\s*$/, ''),
    name: name ?? '',
    link,
  };
  const text = chosen.includes('{link}') ? chosen : `${chosen.trimEnd()} {link}`;
  return text.replace(/\{(\w+)\}/g, (braces, key: string) => values[key] ?? braces);
}

/**
 * The message for the phone's share sheet. A link at the end is handed over as such, since some
 * apps take nothing but a link, and others put it after the text by themselves.
 */
export function shareData(text: string, link: string): ShareData {
  return text.endsWith(link)
    ? { text: text.slice(0, -link.length).trimEnd(), url: link }
    : { text };
}

/** The addresses by which a phone opens a message of its own, with the text in it. */
export function shareAddresses(text: string, subject: string) {
  const body = encodeURIComponent(text);
  return {
    // The form that both iOS (after "&") and Android (after "?") understand.
    sms: `sms:?&body=${body}`,
    email: `mailto:?subject=${encodeURIComponent(subject)}&body=${body}`,
    whatsapp: `https://wa.me/?text=${body}`,
  } as const;
}

/** Who a record is: a source's name holds no `/`, so two identities never read the same. */
export function identityOf(record: {
  readonly source: string;
  readonly externalId: string;
}): string {
  return `${record.source}/${record.externalId}`;
}

/** A text from outside as one part of a key: `:` parts keys, so it is written otherwise inside. */
export function keyPart(text: string): string {
  if (!text.includes(':') && !text.includes('%')) return text;
  return text.replaceAll('%', '%25').replaceAll(':', '%3A');
}

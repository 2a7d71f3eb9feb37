/** Who a record is: a source's name holds no `/`, so two identities never read the same. */
export function identityOf(record: {
  readonly source: string;
  readonly externalId: string;
}): string {
  return `${record.source}/${record.externalId}`;
}

const COLON = 58;
const PERCENT = 37;

/** A text from outside as one part of a key: `:` parts keys, so it is written otherwise inside. */
export function keyPart(text: string): string {
  // Such texts are short, and almost none has one: looking at each character is the fastest.
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === COLON || code === PERCENT) {
      return text.replaceAll('%', '%25').replaceAll(':', '%3A');
    }
  }
  return text;
}

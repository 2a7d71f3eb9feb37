import { attachedNames, type Attached } from '../internal/booking.js';

/** What the address of this page says: a link in a message, or the button of another page. */
export function attachedHere(): Attached {
  const search = new URLSearchParams(location.search);
  const read = (name: string) => search.get(name)?.match(/^[\w-]{1,64}$/)?.[0];
  return { offer: read(attachedNames.offer), package: read(attachedNames.package) };
}

import { warn } from './warning.js';

/**
 * Asks the clinic's own site who is signed in there. The address must be of the same origin: the
 * site's cookie is sent along, and no attribute ever takes a token, since a cached page would leak
 * an account.
 *
 * @returns The identity token; undefined when nobody is signed in there (204).
 */
export async function identityToken(url: string): Promise<string | undefined> {
  const address = new URL(url, document.baseURI);
  if (address.origin !== location.origin) {
    warn(`the identity address ${address.origin} is not of this origin.`);
    return undefined;
  }
  const answer = await fetch(address, { method: 'POST', credentials: 'same-origin' });
  return answer.ok && answer.status !== 204 ? (await answer.text()).trim() : undefined;
}

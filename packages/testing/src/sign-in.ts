import type { Joining, Remember, SessionAnswer } from '@afterglow/contract';
import {
  createClient,
  createPageSession,
  memoryStorage,
  type Client,
  type PageSession,
  type SessionStorage,
} from '@afterglow/sdk';

/** The code that the test numbers of a sandbox accept. */
export const testCode = '424242';

/** Where a client or a page finds the server of a test. */
export interface TestAddress {
  readonly key: string;
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/** How somebody signs in. */
export interface SignInOptions {
  readonly remember?: Remember;
  /** For somebody who joins; the consents to the terms are given when left out. */
  readonly joining?: Partial<Joining>;
}

/** Somebody who signed in for real, with a browser of their own. */
export interface SignedIn {
  readonly phone: string;
  readonly memberId: string;
  /** What the sign-in answered. */
  readonly answer: SessionAnswer;
  readonly client: Client;
  readonly session: PageSession;
  /** What that browser keeps: hand it to a page to find the person signed in there. */
  readonly storage: SessionStorage;
}

/**
 * Signs a phone in as a page does: a code by SMS, a key of its own, and joining where nobody has
 * joined with this phone yet.
 *
 * @param phone - One of the test numbers, +1 … 555-0100 to 0199.
 */
export async function signInAt(
  address: TestAddress,
  phone: string,
  { remember = 'visit', joining = {} }: SignInOptions = {},
): Promise<SignedIn> {
  const storage = memoryStorage();
  const session = createPageSession({ ...address, storage, channel: null, locks: null });
  const client = createClient({
    publishableKey: address.key,
    apiBase: address.base,
    fetch: address.fetch,
    session,
  });
  const { challengeId } = await client.session.sendCode({ phone });
  const answer = await client.session.create({
    grant: { kind: 'code', challengeId, code: testCode },
    joining: {
      ...joining,
      consents: {
        terms: true,
        marketingSms: false,
        marketingEmail: false,
        shareFirstName: false,
        ...joining.consents,
      },
    },
    remember,
  });
  return { phone, memberId: answer.summary.member.id, answer, client, session, storage };
}

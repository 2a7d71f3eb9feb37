/**
 * The client for pages, with answers checked by the contract. `@afterglow/sdk/page` is the same
 * without the check, for pages that count bytes.
 */
import { checkAnswer } from './answer-check.js';
import {
  createClient as createUncheckedClient,
  type Client,
  type ClientOptions,
} from './client.js';

export { checkAnswer } from './answer-check.js';
export type { CheckAnswer, RequestOptions, WriteOptions } from './call.js';
export type { CallPatience } from './patience.js';
export type { BillInput, Client, ClientOptions, SignIn } from './client.js';
export type { List, ListInit } from './list.js';
export * from './errors.js';
export { newKey } from './random.js';
export {
  createPageSession,
  memoryStorage,
  type PageSession,
  type PageSessionOptions,
  type SessionChange,
  type SessionKey,
  type SessionStorage,
} from './session/session.js';

/**
 * Makes a client for a page, or anything else that speaks for one patient.
 *
 * Nothing is read from globals and nothing is sent before the first call, so it may be made on a
 * server too.
 */
export function createClient(options: ClientOptions): Client {
  return createUncheckedClient({ checkAnswer, ...options });
}

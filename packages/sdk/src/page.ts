/** The client for pages that count bytes: no schema library, answers are taken as they come. */
export {
  createClient,
  type BillInput,
  type Client,
  type ClientOptions,
  type SignIn,
} from './client.js';
export type { CheckAnswer, RequestOptions, WriteOptions } from './call.js';
export type { CallPatience } from './patience.js';
export type { List, ListInit } from './list.js';
export * from './errors.js';
export { newKey } from './random.js';

/** The real Afterglow server on memory, with a clock and a network that a test holds. */
export { ContractBrokenError } from './answers.js';
export type { Fault, SeenRequest, TestNetwork } from './network.js';
export { phones, ReceiptRefusedError, type People, type Till, type VisitInput } from './people.js';
export {
  createTestServer,
  type TestClock,
  type TestPage,
  type TestServer,
  type TestServerOptions,
} from './server.js';
export { testCode, type SignedIn, type SignInOptions } from './sign-in.js';
export type { Span } from './test-clock.js';
/** The program of the example clinic, whose texts are in all six languages of the elements. */
export { lumenProgram } from '@afterglow/server';

/** What nobody needs before the first touch of the form, in one chunk: the other questions and the calls. */
export { renderCodeStep } from './code-step.js';
export { readJoining, renderJoiningStep } from './joining-step.js';
export { writePhone } from './phone-format.js';
export { signInCalls } from './sign-in-calls.js';

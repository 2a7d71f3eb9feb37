/** What is needed only once somebody touches the calculator, in one chunk. */
export { GlowCalculatedEvent } from './calculated-event.js';
export { CountingController } from '../internal/counting.js';
export { arithmetic } from './arithmetic.js';

/**
 * Where it happens: the API over ports, on any host that knows Request and Response. What needs
 * Node is at `@afterglow/server/node`.
 */
export { createApp } from './app.js';
export type { App, AppOptions } from './app.js';
export { createClinic } from './clinics.js';
export type { ClinicToCreate, CreatedClinic } from './clinics.js';
export { clinicNow } from './clinic-clock.js';
export { defaultProgram } from './default-program.js';
export type { ProgramBasics } from './default-program.js';
export { lumenProgram } from './lumen/lumen-program.js';
export { defaultLegalMode } from './legal-modes.js';
export { recordFacts } from './intake/record-facts.js';
export { openClinic } from './programs.js';
export type { Clinic } from './programs.js';
export { settleDue } from './settle.js';
export { newIdentityKey, newKey } from './keys.js';
export type { NewKey } from './keys.js';
export { chainHash, chainStart } from './accounts/chain.js';
export { recordOf } from './accounts/rows.js';
export { Refused } from './refused.js';
export { testCode } from './phones.js';
export { createMemoryStore } from './stores/memory/memory-store.js';
export { createMemoryRateLimiter } from './stores/memory/memory-rate-limiter.js';
export { RowExists } from './ports.js';
export type {
  Logger,
  Ports,
  Randomness,
  Range,
  RateLimiter,
  Reader,
  RowAhead,
  Store,
  Transaction,
  WallClock,
} from './ports.js';
export { tables } from './tables.js';
export type { KeyOf, TableName, Tables } from './tables.js';

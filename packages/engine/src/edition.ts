/**
 * The number of the engine's behavior. Raised whenever a change of code changes any result, and
 * stored with each account, so that a cache made by other rules is never taken for today's.
 */
export const edition = 1;

/** What knows Node: drivers, listener, files, settings. For servers of one's own. */
export { openStore } from './open-store.js';
export { libsqlEngine } from './drivers/libsql.js';
export { openPorts } from './runtime.js';
export type { NodePorts } from './runtime.js';
export { createLogger } from './logger.js';
export { readSettings, WrongSetting } from './settings.js';
export type { LogLevel, Settings } from './settings.js';
export { listen } from './listen.js';
export type { Handler, Listener } from './listen.js';
export { startServing } from './serving.js';
export type { Serving } from './serving.js';
export { startScheduler, settleAll } from './scheduler.js';
export { elementFiles } from './files/element-files.js';
export { siteFiles } from './files/site-files.js';

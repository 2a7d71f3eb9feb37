// Core comes first: what it sets holds for every element that registers.
export { start } from './core.js';
import '../define.js';

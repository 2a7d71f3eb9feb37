import { adviseOnLost } from './lost-elements.js';

// In a bundle nobody else would say that a provider is missing. The script tag knows by itself
// whether it has a key, and its build leaves this file out.
if (typeof document !== 'undefined') adviseOnLost();

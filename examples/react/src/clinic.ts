/// <reference types="vite/client" />
import type { Clinic } from './app.js';

const { VITE_AFTERGLOW_KEY = '', VITE_AFTERGLOW_API = 'http://localhost:4600' } = import.meta
  .env as Readonly<Record<string, string | undefined>>;

/** The clinic of this site; `npm start` at the root prints its key. */
export const clinic: Clinic = { publishableKey: VITE_AFTERGLOW_KEY, apiBase: VITE_AFTERGLOW_API };

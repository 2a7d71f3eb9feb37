// `npm run docs`, after typedoc: the pages that are read out of the contract, one heading per error code and route.
import { mkdirSync, writeFileSync } from 'node:fs';
import { errors } from '@afterglow/contract/errors';
import { routes } from '@afterglow/contract/routes';

const folder = new URL('../docs/api/', import.meta.url);

const callerWords = {
  open: 'nobody in particular (the body or the query holds all)',
  page: 'a page, with a publishable key',
  patient: 'a patient, with a session token',
  secret: "the clinic's backend, with a secret key",
  staff: 'staff, with a staff session',
};

/** Every error code: what it means, its HTTP status, and whether trying again can help. */
export function errorPage() {
  const sections = Object.entries(errors).map(([code, { status, title, retry }]) =>
    [
      `## ${code}`,
      `${title}.`,
      `- Status: ${status === 0 ? 'none, the SDK says it' : status}`,
      `- The same request can succeed later: ${retry ? 'yes' : 'no'}`,
    ].join('\n\n'),
  );
  return ['# Error codes', ...sections, ''].join('\n\n');
}

/** Every address of the API: who may call it and what it can refuse. */
export function routePage() {
  const sections = Object.values(routes).map(({ method, path, callers, refusals }) =>
    [
      `## ${method.toUpperCase()} /v1/${path}`,
      `Called by ${callers.map((caller) => callerWords[caller]).join('; ')}.`,
      refusals.length
        ? `Refuses with ${refusals.map((code) => `[\`${code}\`](errors.md#${code})`).join(', ')}.`
        : 'Refuses only what every route refuses.',
    ].join('\n\n'),
  );
  return ['# Routes', ...sections, ''].join('\n\n');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('errors.md', folder), errorPage());
  writeFileSync(new URL('routes.md', folder), routePage());
  console.log('docs/api/errors.md and docs/api/routes.md');
}

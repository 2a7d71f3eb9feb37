// `npm run docs`, after typedoc: the pages that are read out of the contract, one heading per error code and route; and of the elements what may be styled.
import { mkdirSync, writeFileSync } from 'node:fs';
import { errorHelp } from '@afterglow/contract/error-help';
import { errors } from '@afterglow/contract/errors';
import { refusalsOf, summaries } from '@afterglow/contract/openapi';
import { routes } from '@afterglow/contract/routes';
import { themePage } from './theme-reference.mjs';

const folder = new URL('../docs/api/', import.meta.url);

const callerWords = {
  open: 'nobody in particular (the body or the query holds all)',
  page: 'a page, with a publishable key',
  patient: 'a patient, with a session token',
  secret: "the clinic's backend, with a secret key",
  staff: 'staff, with a staff session (there is no staff sign-in yet)',
};

const placeWords = {
  answer: 'the answer to a request',
  event: 'the result of one event (the request itself is answered with 200)',
  warning: 'a warning of an event that was taken',
  sdk: 'an error of the SDK, without an answer of ours',
};

const errorIntroduction = `
A refused request is answered with \`application/problem+json\`. Its \`code\` is a heading of this page, and
its \`type\` is \`urn:afterglow:error:\` and the code: a name that stays the same for ever, not an address.
\`param\` names the field at fault, \`details\` holds what is listed here, \`detail\` is for developers and never
shown to a patient. A later server may send codes that are not here: go by the status then.
`.trim();

/** Every error code: what it means, its status, whether trying again can help, and what to do. */
export function errorPage() {
  const sections = Object.entries(errors).map(([code, spec]) => errorSection(code, spec));
  return ['# Error codes', errorIntroduction, ...sections, ''].join('\n\n');
}

function errorSection(code, { status, title, retry }) {
  const { in: places, details, advice } = errorHelp[code];
  const facts = [
    `- Status: ${status === 0 ? 'none' : status}`,
    `- Type: \`urn:afterglow:error:${code}\``,
    `- Comes as: ${places.map((place) => placeWords[place]).join('; ') || 'nothing yet; it is kept for a later version'}`,
    `- The same request can succeed later: ${retry ? 'yes' : 'no'}`,
    ...(details ? ['- `details`:', ...Object.entries(details).map(detailLine)] : []),
  ];
  return [`## ${code}`, `${title}.`, facts.join('\n'), `What to do: ${advice}`].join('\n\n');
}

const detailLine = ([name, meaning]) => `  - \`${name}\`: ${meaning}`;

/** Every address of the API: what it is for, who may call it and what it can refuse. */
export function routePage() {
  const sections = Object.entries(routes).map(([name, { method, path, callers, status = 200 }]) =>
    [
      `## ${method.toUpperCase()} /v1/${path}`,
      `${summaries[name]}.`,
      `Called by ${callers.map((caller) => callerWords[caller]).join('; ')}. Answers ${status}.`,
      `Refuses with ${refusalsOf(name)
        .map((code) => `[\`${code}\`](errors.md#${code})`)
        .join(', ')}.`,
    ].join('\n\n'),
  );
  return ['# Routes', ...sections, ''].join('\n\n');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('errors.md', folder), errorPage());
  writeFileSync(new URL('routes.md', folder), routePage());
  writeFileSync(new URL('theme.md', folder), themePage());
  console.log('docs/api/errors.md, docs/api/routes.md and docs/api/theme.md');
}

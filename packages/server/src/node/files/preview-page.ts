import { createHash } from 'node:crypto';
import { keyKind } from '../../keys.js';
import { testCode } from '../../phones.js';
import { elementLanguages } from '../element-languages.js';
import type { ElementLanguage } from '../element-languages.js';

/** Below it the clinic's publishable key stands. */
const folder = '/afterglow/preview/';

/** Where a clinic can be looked at before it has a page, on the API's own origin. */
export const previewPath = (publishableKey: string) => `${folder}${publishableKey}`;

/** In columns; those that say something to everybody stand at the top. */
const tags = [
  ['member-sign-in', 'points-balance', 'tier-progress', 'tier-badge'],
  ['earn-list', 'reward-list', 'package-balance'],
  ['book-button', 'referral-link', 'points-history'],
] as const;

const style = `
:root { color-scheme: light; }
:root.dark { color-scheme: dark; }
body { margin: 0; background: light-dark(#f6f5f2, #121413); color: light-dark(#1c211e, #e9e6df);
  font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 76rem; margin: 0 auto; padding: 24px 20px; box-sizing: border-box; }
header { display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: baseline; padding-block-end: 0; }
h1 { margin: 0; font-size: 1.125rem; font-weight: 600; }
p { margin: 0; font-size: .875rem; }
nav { display: flex; flex-wrap: wrap; gap: 0 16px; font-size: .875rem; }
nav a { color: inherit; padding-block: 10px; text-underline-offset: 4px; }
nav a:not([aria-current]) { text-decoration-color: transparent; }
nav a:hover { text-decoration-color: currentColor; }
main { display: grid; gap: 24px; align-items: start;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); }
main > div { display: grid; gap: 24px; min-width: 0; }
savings-calculator { grid-column: 1 / -1; }
`;

const policy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  `connect-src 'self'`,
  `img-src 'self' data: https:`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `require-trusted-types-for 'script'`,
  `trusted-types afterglow`,
].join('; ');

/**
 * A page with the elements of one clinic: `/afterglow/preview/pk_test_…`, with `?lang=es` and
 * `&dark`. It knows no clinic: a key that nobody has shows how elements fail.
 *
 * @returns Undefined for every other address.
 */
export function previewPage(request: Request): Response | undefined {
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.startsWith(folder)) return undefined;
  const key = pathname.slice(folder.length);
  // The key's form leaves no letter that would need escaping in the page.
  if (keyKind(key) !== 'publishable' || !['GET', 'HEAD'].includes(request.method)) return undefined;

  const asked = searchParams.get('lang') ?? '';
  const language = Object.hasOwn(elementLanguages, asked) ? (asked as ElementLanguage) : undefined;
  const html = pageOf({ key, language, dark: searchParams.has('dark') });
  return new Response(request.method === 'HEAD' ? null : html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-cache',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    },
  });
}

interface Choice {
  readonly key: string;
  /** Left out: the elements speak the program's own language. */
  readonly language: ElementLanguage | undefined;
  readonly dark: boolean;
}

function pageOf(choice: Choice): string {
  const { key, language, dark } = choice;
  const isSandbox = key.startsWith('pk_test_');
  const root = [
    language ? ` lang="${language}"` : '',
    language === 'ar' ? ' dir="rtl"' : '',
    dark ? ' class="dark"' : '',
  ].join('');
  const columns = tags.map(
    (column) => `<div>${column.map((tag) => `<${tag}></${tag}>`).join('')}</div>`,
  );
  return `<!doctype html>
<html${root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<link rel="stylesheet" href="/afterglow/1/afterglow.css">
<script type="module" src="/afterglow/1/afterglow.js" data-publishable-key="${key}"${isSandbox ? ' data-live' : ''}></script>
</head>
<body>
<header lang="en" dir="ltr">
<h1>Preview</h1>
<nav aria-label="Language">${languageLinks(choice)}</nav>
<nav aria-label="Colors">${colorLinks(choice)}</nav>
${isSandbox ? `<p>Sandbox: sign in with +1 312 555 0100, code ${testCode}.</p>` : ''}
</header>
<main>${columns.join('')}<savings-calculator></savings-calculator></main>
</body>
</html>
`;
}

const current = (isIt: boolean) => (isIt ? ' aria-current="true"' : '');

function languageLinks({ language, dark }: Choice): string {
  return Object.entries(elementLanguages)
    .map(
      ([tag, name]) =>
        `<a href="?lang=${tag}${dark ? '&amp;dark' : ''}" lang="${tag}"${current(tag === language)}>${name}</a>`,
    )
    .join('');
}

function colorLinks({ language, dark }: Choice): string {
  const rest = language ? `lang=${language}` : '';
  return [
    `<a href="?${rest}"${current(!dark)}>Light</a>`,
    `<a href="?${rest}${rest ? '&amp;' : ''}dark"${current(dark)}>Dark</a>`,
  ].join('');
}

/** @typedef {{ publishableKey: string, apiBase: string }} Clinic */

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in HTML, in an attribute too. */
const text = (value) => String(value).replace(/[&<>"]/g, (sign) => escapes[sign]);

/** A text of the clinic in English: it may be one for all, or one for each language. */
const english = (localized) =>
  text(typeof localized === 'string' ? localized : (localized.en ?? Object.values(localized)[0]));

/** What both pages hold: the program in words from the server, the member's part as elements. */
function account({ tiers }) {
  const names = tiers.levels.map(({ name }) => `<li>${english(name)}</li>`).join('');
  return `
    <div class="account">
      <div class="own">
        <member-sign-in heading-level="2"></member-sign-in>
        <points-balance></points-balance>
      </div>
      <referral-link heading-level="2"></referral-link>
    </div>
    <section>
      <h2>The tiers</h2>
      <ul>${names}</ul>
      <p>They follow what you spent over the last ${tiers.windowMonths} months.</p>
    </section>`;
}

const links = [
  { path: '/', name: 'Script tag' },
  { path: '/bundle', name: 'Bundle' },
];

function document({ path, program, head, body, policy }) {
  const title = english(program.clinic.name);
  const nav = links.map(
    (link) =>
      `<a href="${link.path}"${link.path === path ? ' aria-current="page"' : ''}>${link.name}</a>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page.css" />
    ${head}
  </head>
  <body>
    <header>
      <p class="wordmark">
        <svg viewBox="0 0 28 28" aria-hidden="true">
          <circle cx="14" cy="14" r="12.5" />
          <circle cx="10.8" cy="10.8" r="8" />
          <circle cx="8" cy="8" r="4" />
        </svg>
        Rewards
      </p>
      <nav aria-label="Forms">${nav.join(' ')}</nav>
    </header>
    <main>
      <h1>${title}</h1>
      <p class="lead">
        ${english(program.points.name)} come by themselves with each visit. Your phone number is all
        it takes to see yours.
      </p>
      ${body}
      <section>
        <h2>This page’s policy</h2>
        <pre tabindex="0">Content-Security-Policy:\n${text(policy).replaceAll('; ', ';\n')}</pre>
      </section>
    </main>
    <footer>
      <p>418 North Larkin Row, Suite 2, Chicago</p>
      <p>Tuesday to Saturday, from 9 am</p>
      <p>Lumen Aesthetics is a fictional clinic.</p>
    </footer>
  </body>
</html>`;
}

/** The page with the two lines that a site embeds. */
export function scriptTagPage({ publishableKey, apiBase }, program, policy) {
  const files = `${text(apiBase)}/afterglow/1`;
  const head = `
    <link rel="stylesheet" href="${files}/afterglow.css" />
    <script
      type="module"
      src="${files}/afterglow.js"
      data-publishable-key="${text(publishableKey)}"
    ></script>`;
  return document({ path: '/', program, head, body: account(program), policy });
}

/** The page whose elements are in the site's own bundle, inside a provider. */
export function bundlePage({ publishableKey, apiBase }, program, policy) {
  const head = `
    <link rel="stylesheet" href="/afterglow.css" />
    <script type="module" src="/bundle/site.js"></script>`;
  const body = `
    <loyalty-provider publishable-key="${text(publishableKey)}" api-base="${text(apiBase)}">
      ${account(program)}
    </loyalty-provider>`;
  return document({ path: '/bundle', program, head, body, policy });
}

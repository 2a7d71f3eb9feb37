/** @typedef {{ publishableKey: string, apiBase: string }} Clinic */

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it may stand in HTML, in an attribute too. */
const text = (value) => String(value).replace(/[&<>"]/g, (sign) => escapes[sign]);

/** A text of the clinic in English: it may be one for all, or one for each language. */
const english = (localized) =>
  text(typeof localized === 'string' ? localized : (localized.en ?? Object.values(localized)[0]));

/** What both pages hold: the program in words from the server, the member's part as elements. */
function account({ tiers, points }) {
  const names = tiers.levels.map(({ name }) => `<li>${english(name)}</li>`).join('');
  return `
    <member-sign-in heading-level="2"></member-sign-in>
    <points-balance></points-balance>
    <referral-link heading-level="2"></referral-link>
    <section>
      <h2>The tiers</h2>
      <ul>${names}</ul>
      <p>${english(points.name)} come by themselves with each visit.</p>
    </section>`;
}

function document({ title, head, body, policy }) {
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
      <h1>${title}</h1>
      <nav aria-label="Forms"><a href="/">Script tag</a> <a href="/bundle">Bundle</a></nav>
    </header>
    <main>
      ${body}
      <section>
        <h2>This page’s policy</h2>
        <pre tabindex="0">Content-Security-Policy:\n${text(policy).replaceAll('; ', ';\n')}</pre>
      </section>
    </main>
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
  return document({ title: english(program.clinic.name), head, body: account(program), policy });
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
  return document({ title: english(program.clinic.name), head, body, policy });
}

/** What both pages refuse, whatever their elements come from. */
const everywhere = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

/**
 * The policy of the page that embeds the script tag. Nothing of it is unsafe, and there is no nonce.
 *
 * @param {string} api - Origin of the API, which serves the script too.
 */
export const scriptTagPolicy = (api) =>
  [
    ...everywhere,
    `script-src ${api}`,
    `style-src 'self' ${api}`,
    `connect-src ${api}`,
    `img-src data: ${api}`,
    'trusted-types afterglow',
  ].join('; ');

/**
 * The policy of the page that has the elements in a bundle of its own. Lit names its policy
 * `lit-html` there; the script tag's build gives it our name.
 */
export const bundlePolicy = (api) =>
  [
    ...everywhere,
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${api}`,
    `img-src data: ${api}`,
    'trusted-types lit-html',
  ].join('; ');

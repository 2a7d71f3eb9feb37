const escape = (text) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign],
  );

/**
 * The contact sheet: a page without a script that is read from the disk. Choices at its top leave out
 * pictures by theme, width, scheme and change.
 *
 * @param shots - What `takeShots` took, with `change` where it was compared.
 * @returns The text of index.html.
 */
export function sheet(shots, { lang, faults }) {
  const axes = {
    theme: values(shots, 'theme'),
    width: values(shots, 'width'),
    scheme: values(shots, 'scheme'),
    change: values(shots, 'change').filter((change) => change !== undefined),
  };
  const shown = Object.entries(axes).filter(([, all]) => all.length > 1);
  const groups = groupsBy(shots, 'element');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Afterglow: ${shots.length} pictures</title>
<style>${css}${shown.map(([axis, all]) => filterRules(axis, all)).join('')}</style>
<header>
  <h1>Afterglow <small>${shots.length} pictures · ${escape(lang)}</small></h1>
  ${shown.map(([axis, all]) => choice(axis, all)).join('\n  ')}
  <details><summary>Elements</summary><nav>${groups.map(([element, own]) => `<a href="#${element}">${element} <small>${own.length}</small></a>`).join('')}</nav></details>
</header>
<main>
${faults.length ? `<section><h2>Not drawn</h2><ul>${faults.map((fault) => `<li>${escape(fault)}</li>`).join('')}</ul></section>` : ''}
${groups.map(([element, own]) => section(element, own)).join('\n')}
</main>
</html>
`;
}

/** The shots by what they have in common, in the order in which it comes up. */
const groupsBy = (shots, axis) =>
  values(shots, axis).map((value) => [value, shots.filter((shot) => shot[axis] === value)]);

const values = (shots, axis) => [...new Set(shots.map((shot) => shot[axis]))];

/** One row of choices, as a page without a script has it. */
function choice(axis, all) {
  const radio = (value, isFirst) =>
    `<label><input type="radio" name="${axis}" id="${axis}-${value}"${isFirst ? ' checked' : ''}>${value}</label>`;
  const rest = all.map((value) => radio(value, false)).join('');
  return `<fieldset><legend>${axis}</legend>${radio('all', true)}${rest}</fieldset>`;
}

/** Leaves out what is not chosen, and the headings under which nothing is left. */
function filterRules(axis, all) {
  return all
    .map((value) => {
      const chosen = `body:has(#${axis}-${value}:checked)`;
      const fits = `[data-${axis}="${value}"]`;
      return `${chosen} figure:not(${fits}),${chosen} article:not(:has(${fits})),${chosen} section:not(:has(${fits})){display:none}`;
    })
    .join('');
}

function section(element, shots) {
  const stories = groupsBy(shots, 'story');
  return `<section id="${element}"><h2>${element}</h2>
${stories.map(([story, own]) => `<article><h3>${escape(story)}</h3><div>${own.map(figure).join('')}</div></article>`).join('\n')}
</section>`;
}

function figure({ file, theme, width, scheme, pixels, tooWide, change, before }) {
  const said = [theme, width, scheme, ...(change && change !== 'same' ? [change] : [])].join(' · ');
  const wide = tooWide > 0 ? ` <strong>${tooWide} px too wide</strong>` : '';
  const compared = change ? ` data-change="${change}"` : '';
  const picture = (path, words) =>
    `<a href="${path}"><img src="${path}" width="${pixels.width}" loading="lazy" alt="${words}"></a>`;
  const earlier = before ? picture(before, `Before: ${file}`) : '';
  return `<figure data-theme="${theme}" data-width="${width}" data-scheme="${scheme}"${compared}>${earlier}${picture(file, file)}<figcaption>${said}${wide}</figcaption></figure>`;
}

const css = `
:root{color-scheme:light dark;--line:light-dark(#0001,#fff2);--quiet:light-dark(#666,#aaa);font:14px/1.5 system-ui,sans-serif;background:light-dark(#f4f4f2,#161716)}
body{margin:0}
header{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;align-items:center;gap:8px 24px;padding:12px 24px;background:light-dark(#fff,#1e201f);border-block-end:1px solid var(--line)}
h1{margin:0;font-size:16px;font-weight:600}
small,legend,figcaption{color:var(--quiet);font-size:12px;font-weight:400}
fieldset{display:flex;align-items:center;gap:12px;margin:0;padding:0;border:0}
legend{float:left;text-transform:capitalize}
label{display:flex;align-items:center;gap:4px}
input{margin:0;accent-color:currentColor}
summary{cursor:pointer}
details{position:relative}
nav{position:absolute;inset-block-start:100%;inset-inline-end:0;display:grid;min-inline-size:16em;max-block-size:70vh;overflow:auto;padding:8px;background:light-dark(#fff,#1e201f);border:1px solid var(--line);border-radius:8px;box-shadow:0 8px 24px #0001}
nav a{display:flex;justify-content:space-between;gap:16px;padding:4px 8px;border-radius:4px;color:inherit;text-decoration:none}
nav a:hover{background:var(--line)}
main{padding:8px 24px 48px}
section{scroll-margin-block-start:64px}
h2{margin:32px 0 0;font-size:20px;font-weight:600}
h3{margin:16px 0 8px;font-size:14px;font-weight:500}
article>div{display:flex;flex-wrap:wrap;align-items:flex-start;gap:16px}
figure{display:grid;grid-auto-flow:column;justify-content:start;gap:8px;margin:0;max-inline-size:100%}
figure[data-change=changed]{padding:8px;outline:2px solid light-dark(#b4690e,#e0a458);border-radius:8px}
img{display:block;max-inline-size:100%;height:auto;border:1px solid var(--line);border-radius:6px}
figcaption{grid-row:2;grid-column:1/-1;font-variant-numeric:tabular-nums}
strong{color:light-dark(#b3261e,#f2b8b5);font-weight:600}
`;

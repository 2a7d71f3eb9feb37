import { isTagPrefix, tagPrefixAdvice } from '@afterglow/contract/tag-prefix';
import { nearestName } from '../theme/nearest-name.js';
import { elementLanguageFor, elementLanguages } from '../element-languages.js';
import { fault, note } from './finding.js';
import type { Checked, Finding } from './finding.js';
import { apiOf } from './page-facts.js';
import type { PageElement, PageFacts, ScriptTag } from './page-facts.js';

const guide = 'docs/guides/embed.md';

/** Whether the script and the stylesheet are on the page, and how often. */
export function checkScript(page: PageFacts, tags: ReadonlySet<string>): Checked {
  const findings: Finding[] = [];
  const [first] = page.scripts;
  if (!first) {
    // A site that builds the elements into a bundle of its own has providers.
    const message = 'No script tag of Afterglow is in the page.';
    const advice = `Put it into the head of the page, with data-publishable-key (${guide}).`;
    const isBundle = page.elements.some((element) => isProvider(element, page));
    findings.push(
      isBundle
        ? note('script_missing', message, 'That is right where the site bundles the elements.')
        : fault('script_missing', message, advice),
    );
    return { subject: 'script', findings };
  }
  const { src } = first;
  if (!src) {
    const message = 'The script tag with data-publishable-key has no src.';
    findings.push(
      fault('script_missing', message, 'Give it the address of the server’s afterglow.js.'),
    );
  }
  findings.push(...repeated(page.scripts));
  if (page.prefix !== '' && !isTagPrefix(page.prefix))
    findings.push(
      fault('prefix_wrong', tagPrefixAdvice(page.prefix), 'Correct data-prefix on the script tag.'),
    );
  const hasOurs = page.elements.some((element) => tagOf(element, page, tags) !== undefined);
  const hasSheet = page.stylesheets.some(({ url }) => url.pathname.endsWith('/afterglow.css'));
  if (hasOurs && !hasSheet)
    findings.push(
      note(
        'stylesheet_missing',
        'The page has elements but not afterglow.css.',
        `Put <link rel="stylesheet" href="${src ? new URL('afterglow.css', src).href : '…/afterglow.css'}"> before the script: it reserves the elements’ final size, so that nothing moves when they appear.`,
      ),
    );
  return { subject: 'script', findings };
}

function repeated(scripts: readonly ScriptTag[]): readonly Finding[] {
  const [first, ...others] = scripts;
  const different = (value: (script: ScriptTag) => string | undefined) =>
    others.find((other) => value(other) !== undefined && value(other) !== (first && value(first)));
  const times = `The script is on the page ${scripts.length} times`;
  const twoKeys = different(({ attributes }) => attributes['data-publishable-key']);
  if (twoKeys)
    return [
      fault(
        'script_twice',
        `${times}, with different keys; the first one counts.`,
        'Take all but one away. For a second clinic on the page use <loyalty-provider publishable-key="…">.',
      ),
    ];
  const twoCopies = different(({ src }) => src?.href);
  if (twoCopies)
    return [
      fault(
        'script_twice',
        `${times}, from different addresses: ${scripts.map(({ src }) => src?.href ?? 'none').join(', ')}.`,
        'Take all but one away; the first one that runs wins.',
      ),
    ];
  if (others.length === 0) return [];
  return [note('script_twice', `${times}; it runs once.`, 'Take all but one away.')];
}

type Prefixed = Pick<PageFacts, 'prefix'>;

/** The name that an element would have without the page's prefix; undefined where it has none. */
const plain = (tag: string, { prefix }: Prefixed): string | undefined =>
  tag.startsWith(prefix) ? tag.slice(prefix.length) : undefined;

/** The tag of ours, without the page's prefix, that an element is or becomes. */
function tagOf(
  { tag, attributes }: PageElement,
  page: Prefixed,
  tags: ReadonlySet<string>,
): string | undefined {
  const asked = attributes['data-afterglow'] ?? plain(tag, page);
  return asked !== undefined && tags.has(asked) ? asked : undefined;
}

const isProvider = ({ tag }: PageElement, page: Prefixed): boolean =>
  plain(tag, page) === 'loyalty-provider';

/** Tags of ours that are misspelled, and whether there is any element at all. */
export function checkTags(page: PageFacts, tags: ReadonlySet<string>): Checked {
  if (tags.size === 0)
    return { subject: 'tags', findings: [], leftOut: 'the elements’ manifest is not built here' };
  const findings = page.elements.flatMap(({ tag, attributes }) => {
    const asked = attributes['data-afterglow'];
    if (asked !== undefined && !tags.has(asked))
      return [unknownTag(`data-afterglow="${asked}"`, asked, tags)];
    const name = plain(tag, page);
    if (name === undefined) return tags.has(tag) ? [withoutPrefix(tag, page)] : [];
    if (!name.includes('-') || tags.has(name)) return [];
    // Other libraries have custom tags too: only what is nearly ours was meant to be.
    return nearestName(name, tags) === undefined ? [] : [unknownTag(`<${tag}>`, name, tags, page)];
  });
  if (!page.elements.some((element) => tagOf(element, page, tags)))
    findings.push(
      note(
        'tags_none',
        'No element of Afterglow is in the page’s HTML.',
        `Write one where it shall stand, such as <${page.prefix}points-balance></${page.prefix}points-balance> (${guide}). Where a script adds them later, this is right.`,
      ),
    );
  return { subject: 'tags', findings };
}

/** @param prefix - Of a tag; a box has the plain name. */
function unknownTag(
  written: string,
  name: string,
  tags: ReadonlySet<string>,
  { prefix }: Prefixed = { prefix: '' },
): Finding {
  const meant = nearestName(name, tags);
  return fault(
    'tag_unknown',
    `There is no ${written}.`,
    meant ? `Write <${prefix}${meant}></${prefix}${meant}>.` : 'The README lists every element.',
  );
}

function withoutPrefix(tag: string, { prefix }: Prefixed): Finding {
  return note(
    'tag_without_prefix',
    `<${tag}> is none of ours here: this page has the prefix "${prefix}".`,
    `Where it shall be, write <${prefix}${tag}>. Where it is another library's, this is right.`,
  );
}

/** A place on the page that names a clinic: its script tag or a provider. */
export interface NamedClinic {
  /** Such as `the script tag`. */
  readonly where: string;
  readonly key: string;
  readonly api: string | undefined;
}

/** Every clinic that the page names, the page's own first. */
export function clinicsOf(page: PageFacts): readonly NamedClinic[] {
  const [script] = page.scripts;
  const own = page.key
    ? [{ where: 'the script tag', key: page.key, api: script && apiOf(script) }]
    : [];
  const provided = page.elements.flatMap((element) => {
    const { attributes } = element;
    const key = attributes['publishable-key'];
    if (!isProvider(element, page) || !key) return [];
    const api = attributes['api-base']?.replace(/\/$/, '') ?? (script && apiOf(script));
    return [{ where: `<${element.tag}>`, key, api }];
  });
  return [...own, ...provided];
}

/** Elements that no script tag and no provider gives a clinic. */
export function checkProvider(page: PageFacts, tags: ReadonlySet<string>): Checked {
  if (page.key) return { subject: 'provider', findings: [] };
  const lost = page.elements.filter(
    (element) =>
      !isProvider(element, page) &&
      tagOf(element, page, tags) !== undefined &&
      !element.around.some(
        (outer) => isProvider(outer, page) && 'publishable-key' in outer.attributes,
      ),
  );
  const [first] = lost;
  if (!first) return { subject: 'provider', findings: [] };
  const others = lost.length === 1 ? ' has' : ` and ${lost.length - 1} more have`;
  const { prefix } = page;
  const message = `<${prefix}${tagOf(first, page, tags)}>${others} no clinic: the script tag has no key and no <${prefix}loyalty-provider> with a key is around.`;
  const advice = `Put data-publishable-key on the script tag, or a <${prefix}loyalty-provider publishable-key="pk_…"> around them (${guide}).`;
  return { subject: 'provider', findings: [fault('provider_missing', message, advice)] };
}

/** Whether elements speak the language of the page. */
export function checkLanguage({ lang, scripts }: PageFacts): Checked {
  const said = lang || scripts[0]?.attributes['data-lang'] || '';
  if (said === '') {
    const message = '<html> has no lang, so elements speak the program’s language.';
    const advice =
      'Write <html lang="en">, or whichever it is: screen readers need it for the whole page.';
    return { subject: 'language', findings: [note('language_missing', message, advice)] };
  }
  if (elementLanguageFor(said)) return { subject: 'language', findings: [] };
  const spoken = Object.keys(elementLanguages).join(', ');
  const message = `Elements do not speak "${said}" and are in English there. They speak ${spoken}.`;
  const advice = `Give the page’s own words: <script type="application/json" data-afterglow-messages> (${guide}).`;
  return { subject: 'language', findings: [note('language_unknown', message, advice)] };
}

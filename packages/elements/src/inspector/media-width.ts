/**
 * Lets the page's own stylesheets answer media queries as if the window had another width. Sheets of
 * other origins can't be read, and scripts and pictures ask the window.
 */
export class MediaWidth {
  readonly #own = new Map<MediaList, string>();

  /** @param width - In px; undefined for the window's own. */
  put(width: number | undefined): void {
    if (width === undefined && this.#own.size === 0) return;
    for (const media of [...document.styleSheets].flatMap(mediaOf)) {
      const own = this.#own.get(media) ?? media.mediaText;
      this.#own.set(media, own);
      const asked = width === undefined ? own : mediaFor(own, width);
      if (media.mediaText !== asked) media.mediaText = asked;
    }
  }
}

/** One that every window fulfills, and one that none does. */
const always = '(min-width: 0px)';
const never = '(max-width: 0px)';

const length = String.raw`([\d.]+)(px|em|rem)`;
const named = new RegExp(String.raw`\((min|max)-width:\s*${length}\)`, 'g');
const compared = new RegExp(String.raw`\(width\s*([<>]=?)\s*${length}\)`, 'g');
const between = new RegExp(
  String.raw`\(${length}\s*([<>]=?)\s*width(?:\s*([<>]=?)\s*${length})?\)`,
  'g',
);

/** A media query in which what it asks of the width is answered for `width` px, and the rest stays. */
export function mediaFor(query: string, width: number): string {
  const answer = (is: boolean) => (is ? always : never);
  return query
    .replace(named, (_, end: string, ...size: string[]) =>
      answer(compare(width, end === 'min' ? '>=' : '<=', size)),
    )
    .replace(compared, (_, sign: string, ...size: string[]) => answer(compare(width, sign, size)))
    .replace(between, (_, number, unit, sign, further, ...size) => {
      const isFirst = compare(width, turned(String(sign)), [String(number), String(unit)]);
      return answer(isFirst && (!further || compare(width, String(further), size.map(String))));
    });
}

function compare(width: number, sign: string, [number = '', unit]: readonly string[]): boolean {
  // In a media query an em is that of the browser, whatever the page says.
  const px = Number(number) * (unit === 'px' ? 1 : 16);
  if (sign === '>=') return width >= px;
  if (sign === '<=') return width <= px;
  return sign === '>' ? width > px : width < px;
}

/** `400px <= width` asks what `width >= 400px` does. */
const turned = (sign: string) => sign.replace(/[<>]/, (one) => (one === '<' ? '>' : '<'));

function mediaOf(sheet: CSSStyleSheet): readonly MediaList[] {
  try {
    return [sheet.media, ...mediaIn(sheet.cssRules)];
  } catch {
    // Of another origin.
    return [];
  }
}

function mediaIn(rules: CSSRuleList): readonly MediaList[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSImportRule) {
      return [rule.media, ...(rule.styleSheet ? mediaOf(rule.styleSheet) : [])];
    }
    return [
      ...(rule instanceof CSSMediaRule ? [rule.media] : []),
      ...('cssRules' in rule ? mediaIn(rule.cssRules as CSSRuleList) : []),
    ];
  });
}

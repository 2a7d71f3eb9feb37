import { parseArgs } from 'node:util';

const languages = ['en', 'es', 'fr', 'pt-BR', 'zh-Hans', 'ar'];

/**
 * What `npm run shots` was asked for; throws a plain sentence for whoever typed it.
 *
 * @param args - The words after the command.
 * @param known - The elements that have stories, and the ready themes.
 * @returns {{ elements: string[], themes: string[], widths: number[], schemes: string[], lang: string,
 *   against?: string, out: string }} Widths are px of the column that an element stands in.
 */
export function optionsOf(args, known) {
  const { values } = parse(args);
  const widths = (values.width ?? ['320', '390', '768']).map(widthOf);
  return {
    elements: chosen('element', values.element ?? known.elements, known.elements),
    themes: chosen('theme', values.theme ?? ['paper'], known.themes),
    widths: [...new Set(widths)].sort((a, b) => a - b),
    schemes: values.dark ? ['light', 'dark'] : ['light'],
    lang: chosen('lang', [values.lang ?? 'en'], languages)[0],
    ...(values.against === undefined ? {} : { against: values.against }),
    out: values.out ?? 'shots',
  };
}

function parse(args) {
  const several = { type: 'string', multiple: true };
  try {
    return parseArgs({
      args,
      options: {
        ...{ element: several, theme: several, width: several, dark: { type: 'boolean' } },
        ...{ lang: { type: 'string' }, against: { type: 'string' }, out: { type: 'string' } },
      },
    });
  } catch (error) {
    throw new Error(
      `${error.message}. There are --element, --theme, --width, --dark, --lang, --against and --out.`,
      { cause: error },
    );
  }
}

/** Each name once, as they are known; one that is not known is told with those that are. */
function chosen(option, names, known) {
  const strange = names.find((name) => !known.includes(name));
  if (strange !== undefined) {
    throw new Error(`--${option} ${strange}: there is none. There are ${known.join(', ')}.`);
  }
  return known.filter((name) => names.includes(name));
}

function widthOf(text) {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 200 || width > 2000) {
    throw new Error(`--width ${text}: a width is px between 200 and 2000, such as 320.`);
  }
  return width;
}

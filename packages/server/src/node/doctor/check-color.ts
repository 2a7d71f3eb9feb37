import type { PublicProgram } from '@afterglow/contract';
import { derivePalette, wordAdjustment } from '../../brand/index.js';
import { checkTheme } from '../theme/check-theme.js';
import type { ElementNames } from '../theme/check-theme.js';
import { fault, note } from './finding.js';
import type { Checked, Finding } from './finding.js';
import type { PageFacts } from './page-facts.js';
import { patienceMs } from './patience.js';

/** Most stylesheets of a page that are read. */
const sheetsAtMost = 20;

/** Whether the clinic's color holds as it is, and what the page's own stylesheets make of it. */
export async function checkColor(
  page: PageFacts,
  program: PublicProgram | undefined,
  elements: ElementNames | undefined,
): Promise<Checked> {
  if (!program)
    return { subject: 'color', findings: [], leftOut: 'the clinic’s colors are not known' };
  const surface = program.brand.roles['surface']?.light;
  const brand = { color: program.brand.color, surface };
  const css = [...(await sheetsOf(page)), ...page.styles].join('\n');
  return {
    subject: 'color',
    findings: [
      ...changedBy(brand),
      ...checkTheme(css, { program: brand, elements }).flatMap(({ code, message }) => {
        if (code === 'low_contrast')
          return [
            fault(
              'low_contrast',
              message,
              'Take another color there, or none: the server’s own colors hold.',
            ),
          ];
        // What else stands in a page's stylesheets is the page's own affair.
        if (code === 'syntax' || code === 'not_judged') return [];
        return [note('theme_name', message, 'docs/guides/theming.md lists what may be styled.')];
      }),
    ],
  };
}

/** What the server had to change of the clinic's color, so that text on it can be read. */
function changedBy({ color, surface }: { color: string; surface: string | undefined }): Finding[] {
  const palette = derivePalette(color, { surface });
  if (!palette.ok) return [];
  return palette.adjusted.map((adjustment) =>
    note(
      'color_changed',
      wordAdjustment(adjustment, palette),
      'Nothing has to be done. A darker brand color would be shown as it is.',
    ),
  );
}

/** The page's stylesheets but ours; what can't be read says nothing about colors. */
async function sheetsOf({ stylesheets }: PageFacts): Promise<readonly string[]> {
  const others = stylesheets.filter(({ url }) => !url.pathname.endsWith('/afterglow.css'));
  return Promise.all(
    others.slice(0, sheetsAtMost).map(async ({ url }) => {
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
        return answer.ok ? await answer.text() : '';
      } catch {
        return '';
      }
    }),
  );
}

import { contrast } from './oklch.js';
import type { Adjustment, Palette } from './palette.js';

/** What was changed and why, for the clinic's agency, with the ratio before and after. */
export function wordAdjustment({ role, from, to, why }: Adjustment, { roles }: Palette): string {
  const surface = roles.surface.light;
  const ratio = (a: string, b: string) =>
    `${(Math.floor(contrast(a, b) * 100) / 100).toFixed(2)}:1`;
  switch (why) {
    case 'faint_on_surface':
      return `${from} has ${ratio(from, surface)} on ${surface}, where a button needs 3:1. In light, buttons (${role}) are ${to}, ${ratio(to, surface)}.`;
    case 'no_readable_text': {
      const best = Math.max(contrast(from, '#ffffff'), contrast(from, roles.text.light));
      return `No text on ${from} has more than ${best.toFixed(2)}:1, where 4.5:1 is needed. In light, buttons (${role}) are ${to}, their text ${ratio(roles['brand-on-loud'].light, to)}.`;
    }
    case 'paper_mid_tone':
      return `A paper of ${from} leaves no room for text. The surface is ${to}.`;
  }
}

import type { Program } from '@afterglow/contract';
import themes from '@afterglow/elements/themes/themes.json' with { type: 'json' };
import { createTestServer, lumenProgram, type TestServer } from '@afterglow/testing';

/** A clinic as its site looks: one color, a paper, corners and two typefaces. */
export interface Brand {
  readonly clinic: string;
  /** The one color from which the server makes every role. */
  readonly color: string;
  /** What lies behind the elements. */
  readonly surface: string;
  /** Corners in px. */
  readonly radius: number;
  /** Of the clinic's own headings; elements inherit `text`. */
  readonly heading: string;
  readonly text: string;
}

const serif = `'Newsreader Variable', Georgia, serif`;

/** The clinic of a ready theme. */
const clinicIn = (theme: keyof typeof themes, clinic: string, heading?: string): Brand => {
  const { brand: color, surface, radiusPx: radius, font: text } = themes[theme];
  return { clinic, color, surface, radius, text, heading: heading ?? text };
};

/** Five clinics that have nothing in common but the elements; each has one of the ready themes. */
export const brands = {
  paper: clinicIn('paper', 'Lumen Aesthetics', serif),
  clinical: clinicIn('clinical', 'Northside Dermatology'),
  night: clinicIn('night', 'Maison Noire'),
  blush: clinicIn('blush', 'Petal & Peel'),
  clay: clinicIn('clay', 'Mesa Skin Studio'),
} as const satisfies Record<keyof typeof themes, Brand>;

/** Which of the five clinics. */
export type BrandName = keyof typeof brands;

/**
 * A clinic of that brand on the real server, which speaks all languages of the elements; its roles are
 * made there, by the palette.
 */
export function clinicOf(
  { clinic, color, surface, radius }: Brand,
  change: (program: Program) => Program = (program) => program,
): Promise<TestServer> {
  const usual = lumenProgram();
  return createTestServer({
    // The sign-in counts the seconds until another code by the browser's clock.
    now: Date.now(),
    program: change({
      ...usual,
      clinic: { ...usual.clinic, name: clinic },
      brand: { color, surface, radius },
    }),
  });
}

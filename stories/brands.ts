import type { Program } from '@afterglow/contract';
import { createTestServer, type TestServer } from '@afterglow/testing';

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
const sans = `'Hanken Grotesk Variable', system-ui, sans-serif`;

/** Five clinics that have nothing in common but the elements. */
export const brands = {
  paper: {
    clinic: 'Lumen Aesthetics',
    color: '#2b5a4c',
    surface: '#faf7f1',
    radius: 14,
    heading: serif,
    text: sans,
  },
  clinical: {
    clinic: 'Northside Dermatology',
    color: '#1f5fa8',
    surface: '#ffffff',
    radius: 6,
    heading: sans,
    text: sans,
  },
  brass: {
    clinic: 'Maison Noire',
    color: '#b8935a',
    surface: '#16161a',
    radius: 2,
    heading: serif,
    text: sans,
  },
  blush: {
    clinic: 'Petal & Peel',
    color: '#7a3b5d',
    surface: '#fdf4f2',
    radius: 24,
    heading: serif,
    text: serif,
  },
  clay: {
    clinic: 'Mesa Skin Studio',
    color: '#b4552d',
    surface: '#f7eee4',
    radius: 10,
    heading: sans,
    text: sans,
  },
} as const satisfies Record<string, Brand>;

/** Which of the five clinics. */
export type BrandName = keyof typeof brands;

/** A clinic of that brand on the real server; its roles are made there, by the palette. */
export function clinicOf(
  { clinic, color, surface, radius }: Brand,
  change: (program: Program) => Program = (program) => program,
): Promise<TestServer> {
  return createTestServer({
    // The sign-in counts the seconds until another code by the browser's clock.
    now: Date.now(),
    program: (usual) =>
      change({
        ...usual,
        clinic: { ...usual.clinic, name: clinic },
        brand: { color, surface, radius },
      }),
  });
}

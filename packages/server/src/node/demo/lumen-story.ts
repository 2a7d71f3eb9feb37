/** Who the made-up history of Lumen Aesthetics is about. */
export const people = {
  ana: { firstName: 'Ana', phone: '+13125550100' },
  mia: { firstName: 'Mia', phone: '+13125550101' },
  zoe: { firstName: 'Zoe', phone: '+13125550102' },
  lea: { firstName: 'Lea', phone: '+13125550103' },
  ben: { firstName: 'Ben', phone: '+13125550104' },
  rosa: { firstName: 'Rosa', phone: '+13125550105' },
} as const;

/** The name of one of them. */
export type Person = keyof typeof people;

/** One line of a receipt of the story; amounts in dollars. */
export interface StoryLine {
  readonly kind: 'treatment' | 'product' | 'package';
  readonly code: string;
  readonly category: string;
  readonly dollars: number;
  /** Taken off the list price of the line. */
  readonly off?: number;
  /** The package that is sold, or a session of which pays for the line. */
  readonly package?: string;
  readonly paidBySession?: true;
}

/** Something that happened so many days before the demo was made. */
export type StoryStep = { readonly daysAgo: number; readonly who: Person } & (
  | { readonly joins: true; readonly invitedBy?: Person }
  /** Says when the birthday is: so many days after the demo was made. */
  | { readonly birthdayInDays: number }
  | { readonly receipt: string; readonly lines: readonly StoryLine[] }
);

const treatment = (code: string, category: string, dollars: number, off?: number): StoryLine => ({
  kind: 'treatment',
  code,
  category,
  dollars,
  ...(off === undefined ? {} : { off }),
});
const product = (code: string, dollars: number): StoryLine => ({
  kind: 'product',
  code,
  category: 'product',
  dollars,
});
const bundle = (code: string, category: string, dollars: number): StoryLine => ({
  kind: 'package',
  code,
  category,
  dollars,
  package: code,
});
const prepaid = (line: StoryLine, offer: string): StoryLine => ({
  ...line,
  package: offer,
  paidBySession: true,
});

const tox = (dollars = 560, off?: number) => treatment('TOX', 'neuromodulator', dollars, off);
const facial = treatment('FACIAL', 'facial', 165);
const laser = treatment('LHR', 'laser', 220);

/** A year at the clinic, oldest first: a regular, her friends, a top-tier member, one who is away. */
export const story: readonly StoryStep[] = [
  { daysAgo: 392, who: 'ana', joins: true },
  { daysAgo: 392, who: 'ana', receipt: 'L-1001', lines: [facial] },
  { daysAgo: 392, who: 'ana', birthdayInDays: 3 },
  { daysAgo: 352, who: 'rosa', joins: true },
  { daysAgo: 350, who: 'rosa', receipt: 'L-1019', lines: [tox(480), product('SPF', 64)] },
  { daysAgo: 301, who: 'ana', receipt: 'L-1044', lines: [tox(), product('SPF', 64)] },
  { daysAgo: 260, who: 'ben', joins: true },
  { daysAgo: 260, who: 'ben', receipt: 'L-1063', lines: [bundle('LHR10', 'laser', 1900)] },
  { daysAgo: 230, who: 'ben', receipt: 'L-1088', lines: [prepaid(laser, 'LHR10')] },
  { daysAgo: 212, who: 'ana', receipt: 'L-1102', lines: [treatment('PEEL', 'peel', 190)] },
  { daysAgo: 190, who: 'ben', receipt: 'L-1119', lines: [prepaid(laser, 'LHR10'), tox(720)] },
  { daysAgo: 150, who: 'mia', joins: true, invitedBy: 'ana' },
  { daysAgo: 140, who: 'mia', receipt: 'L-1158', lines: [facial] },
  { daysAgo: 118, who: 'ana', receipt: 'L-1177', lines: [tox(560, 56)] },
  { daysAgo: 96, who: 'ben', receipt: 'L-1203', lines: [treatment('FILLER', 'filler', 1560)] },
  { daysAgo: 84, who: 'ana', receipt: 'L-1215', lines: [bundle('FACIAL5', 'facial', 725)] },
  { daysAgo: 70, who: 'ana', receipt: 'L-1231', lines: [prepaid(facial, 'FACIAL5')] },
  {
    daysAgo: 41,
    who: 'ana',
    receipt: 'L-1268',
    lines: [prepaid(facial, 'FACIAL5'), product('SERUM', 128)],
  },
  { daysAgo: 33, who: 'lea', joins: true, invitedBy: 'ana' },
  { daysAgo: 20, who: 'ana', receipt: 'L-1290', lines: [treatment('MICRO', 'microneedling', 360)] },
  { daysAgo: 9, who: 'zoe', joins: true, invitedBy: 'ana' },
  { daysAgo: 6, who: 'zoe', receipt: 'L-1311', lines: [tox(480)] },
];

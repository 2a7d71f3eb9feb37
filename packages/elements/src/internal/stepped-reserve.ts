import { moreSpace } from './reserve.js';

/** From so many px of its own width on, an element has this least height, as a CSS length. */
export type Step = readonly [fromPx: number, height: string];

/**
 * Elements whose parts stand beside each other where there is room, so that one least height would
 * leave a hole in the wide ones: their heights by their own width, narrowest first. Like the table of
 * `reserve.ts`, for the stylesheet that pages link and for the elements themselves.
 */
export const steppedReserves = {
  'savings-calculator': [
    [0, 'calc(24em + 728px)'],
    [280, 'calc(23em + 720px)'],
    [345, 'calc(17em + 528px)'],
    [520, 'calc(15em + 516px)'],
    [640, 'calc(10em + 396px)'],
    [700, 'calc(9.5em + 380px)'],
    [925, 'calc(8em + 344px)'],
    [1210, 'calc(7em + 302px)'],
  ],
  'earn-list': [
    [0, 'calc(24.1em + 194px)'],
    [280, 'calc(17.3em + 194px)'],
    [320, 'calc(16.3em + 194px)'],
    [360, 'calc(15.6em + 210px)'],
    [390, 'calc(14.2em + 210px)'],
    [460, 'calc(12.2em + 210px)'],
  ],
  'member-card': [
    [0, 'calc(9em + 400px)'],
    [270, 'calc(10em + 402px)'],
    [350, 'calc(10em + 418px)'],
    [390, 'calc(11em + 372px)'],
    [460, 'calc(5em + 308px)'],
  ],
  'membership-credit': [
    [0, 'calc(22.8em + 212px)'],
    [280, 'calc(20.4em + 212px)'],
    [320, 'calc(17.8em + 212px)'],
    [360, 'calc(16.5em + 228px)'],
    [490, 'calc(11.6em + 228px)'],
  ],
  'referral-tracker': [
    [0, 'calc(18em + 180px)'],
    [300, 'calc(16em + 202px)'],
    [390, 'calc(15.2em + 164px)'],
    [560, 'calc(12em + 158px)'],
  ],
  'referral-welcome': [
    [0, 'calc(15em + 224px)'],
    [280, 'calc(14em + 211px)'],
    [460, 'calc(11em + 164px)'],
    [560, 'calc(10em + 156px)'],
  ],
  'visit-preview': [
    [0, 'calc(15em + 76px)'],
    [260, 'calc(12em + 76px)'],
    [320, 'calc(10.6em + 76px)'],
    [360, 'calc(10.6em + 92px)'],
    [560, 'calc(9.3em + 92px)'],
  ],
  'tier-progress': [
    [0, 'calc(20em + 100px)'],
    [280, 'calc(17.2em + 100px)'],
    [360, 'calc(14.7em + 116px)'],
    [390, 'calc(13.5em + 116px)'],
    [460, 'calc(12em + 116px)'],
    [640, 'calc(10.7em + 116px)'],
    [768, 'calc(7.8em + 116px)'],
  ],
  'message-preferences': [
    [0, 'calc(40em + 208px)'],
    [250, 'calc(38em + 220px)'],
    [300, 'calc(34em + 181px)'],
    [340, 'calc(32em + 183px)'],
    [375, 'calc(31em + 159px)'],
    [410, 'calc(28em + 165px)'],
    [460, 'calc(24em + 210px)'],
  ],
  'offer-list': [
    [0, 'calc(21.7em + 222px)'],
    [260, 'calc(18em + 222px)'],
    [320, 'calc(16.8em + 222px)'],
    [360, 'calc(14.2em + 238px)'],
    [390, 'calc(12.9em + 238px)'],
    [430, 'calc(10.4em + 238px)'],
    [560, 'calc(10.5em + 182px)'],
  ],
  'points-history': [
    [0, 'calc(30em + 216px)'],
    [300, 'calc(25.2em + 210px)'],
    [460, 'calc(19.2em + 200px)'],
    [560, 'calc(14.4em + 200px)'],
  ],
  'reward-list': [
    [0, 'calc(18.5em + 178px)'],
    [320, 'calc(16em + 168px)'],
    [460, 'calc(11.9em + 222px)'],
    [560, 'calc(8em + 222px)'],
  ],
} as const satisfies Record<string, readonly Step[]>;

/**
 * What the box is besides its height; see {@link steppedRules}. An element that draws others only when
 * they have what they show, such as loyalty-home, sets `--_reserve: none`: there is no box then.
 */
export const boxStyle = `content:var(--_reserve,"");margin-block-end:${moreSpace}`;

/**
 * The rules that reserve these heights: a box without width beside what the element holds. The
 * element must know its own width (`container-type: inline-size`).
 *
 * @param box - Selector of the box, such as `:host::before`.
 */
export function steppedRules(box: string, steps: readonly Step[]): string {
  const rules = steps.map(
    ([from, height]) => `@container (min-width:${from}px){${box}{block-size:${height}}}`,
  );
  return `${box}{${boxStyle}}${rules.join('')}`;
}

import { svg, type SVGTemplateResult } from 'lit';

/** How many thirds of the way to the reward a friend has come; −1: it leads to none. */
export type FriendSteps = -1 | 0 | 1 | 2 | 3;

/** A third of a ring of radius 8 around 12 12, from 14 degrees on, the gaps for round ends left out. */
const third = 'M13.94 4.24A8 8 0 0 1 19.69 14.2';

/**
 * The way to a reward as a ring of three strokes: joined, came, reward arrived, which ends with a
 * tick. Decoration: the words beside it say the same.
 */
export function friendMark(steps: FriendSteps): SVGTemplateResult {
  const strokes = [0, 1, 2].map(
    (index) =>
      svg`<path
        class=${index < steps ? 'gone' : 'ahead'}
        d=${third}
        transform="rotate(${index * 120} 12 12)"
      ></path>`,
  );
  return svg`<svg
    class="mark"
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${strokes}
    ${steps === 3 ? svg`<path class="gone" d="m8.5 12.25 2.5 2.5 4.5-5"></path>` : ''}
    ${steps === -1 ? svg`<path class="ahead" d="M9 12h6"></path>` : ''}
  </svg>`;
}

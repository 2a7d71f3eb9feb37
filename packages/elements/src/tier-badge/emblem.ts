import { svg, type SVGTemplateResult } from 'lit';

const center = 10;
/** Radii of the arcs, outermost first, so that a higher rank grows inward. */
const radii = [8, 5.5, 3];

/** A point of the circle at an angle in degrees, 0 being the top. */
function at(radius: number, degrees: number): string {
  const radians = ((degrees - 90) * Math.PI) / 180;
  const x = center + radius * Math.cos(radians);
  const y = center + radius * Math.sin(radians);
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** Three quarters of a circle, opened toward the upper right, as light falls on a round thing. */
const arc = (radius: number) => `M${at(radius, 90)}A${radius} ${radius} 0 1 1 ${at(radius, 0)}`;

/** The paths of a rank: one arc, two, three, and from the fourth on a full ring around two. */
export function emblemPaths(rank: number): readonly string[] {
  if (rank >= 4) {
    const [outer = 8, ...inner] = radii;
    const ring = `M${at(outer, 0)}A${outer} ${outer} 0 1 1 ${at(outer, 359.9)}Z`;
    return [ring, ...inner.map(arc)];
  }
  return radii.slice(0, Math.max(1, rank)).map(arc);
}

/** The emblem of a tier: it gains strokes by rank. Decoration: the tier's name stands beside it. */
export function emblem(rank: number): SVGTemplateResult {
  return svg`<svg
    class="emblem"
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    aria-hidden="true"
  >
    ${emblemPaths(rank).map((path) => svg`<path d=${path}></path>`)}
  </svg>`;
}

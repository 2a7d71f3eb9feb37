import { html, svg, type TemplateResult } from 'lit';

/** Up to this many sessions are drawn one by one; more become a bar. */
const dotLimit = 12;
const step = 14;
const radius = 4.25;

/**
 * Sessions as a drawing: a filled dot is left, a ring is used; from 13 on a bar. Decoration: the
 * words beside it say the same.
 *
 * @param left - Sessions left, 0 to `total`.
 */
export function sessionsMark({ left, total }: { left: number; total: number }): TemplateResult {
  if (total > dotLimit) return bar(left / total);

  const dots = Array.from({ length: total }, (_, index) => {
    const cx = radius + 1 + index * step;
    return svg`<circle class=${index < left ? 'left' : 'used'} cx=${cx} cy="6" r=${radius}></circle>`;
  });
  const width = total * step - (step - 2 * radius - 2);
  return html`<svg
    class="dots"
    viewBox="0 0 ${width} 12"
    width=${width}
    height="12"
    aria-hidden="true"
  >
    ${dots}
  </svg>`;
}

function bar(share: number): TemplateResult {
  const width = 160;
  return html`<svg
    class="bar"
    viewBox="0 0 ${width} 12"
    width=${width}
    height="12"
    aria-hidden="true"
  >
    <rect class="track" x="0.5" y="3.5" width=${width - 1} height="5" rx="2.5"></rect>
    <rect
      class="left"
      x="0.5"
      y="3.5"
      width=${Math.round(share * (width - 1))}
      height="5"
      rx="2.5"
    ></rect>
  </svg>`;
}

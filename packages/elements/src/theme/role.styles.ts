import { css } from 'lit';

/**
 * The public color roles as elements use them: `--_text` is the page's `--glow-color-text`, else
 * our own. Never declares a public token, since that would silently beat the page's `:root`.
 * Dark follows the page's `color-scheme`; browsers without `light-dark()` get the light colors.
 */
export const roleStyles = css`
  :host {
    --_surface: var(--glow-color-surface, #ffffff);
    --_text: var(--glow-color-text, #1c2421);
    --_text-quiet: var(--glow-color-text-quiet, #59645f);
    --_border: var(--glow-color-border, #1c24211a);
    --_focus: var(--glow-color-focus, #2b5a4c);
    --_brand-fill-quiet: var(--glow-color-brand-fill-quiet, #e9f0ed);
    --_brand-fill-normal: var(--glow-color-brand-fill-normal, #c3d8cf);
    --_brand-fill-loud: var(--glow-color-brand-fill-loud, #2b5a4c);
    --_brand-border-normal: var(--glow-color-brand-border-normal, #2b5a4c66);
    --_brand-on-quiet: var(--glow-color-brand-on-quiet, #24503f);
    --_brand-on-loud: var(--glow-color-brand-on-loud, #ffffff);
    --_positive-on-quiet: var(--glow-color-positive-on-quiet, #1d6b3c);
    --_caution-on-quiet: var(--glow-color-caution-on-quiet, #82540a);
    --_critical-on-quiet: var(--glow-color-critical-on-quiet, #a4262c);
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --_surface: var(--glow-color-surface, light-dark(#ffffff, #171b1a));
      --_text: var(--glow-color-text, light-dark(#1c2421, #edf1ef));
      --_text-quiet: var(--glow-color-text-quiet, light-dark(#59645f, #a3afaa));
      --_border: var(--glow-color-border, light-dark(#1c24211a, #edf1ef24));
      --_focus: var(--glow-color-focus, light-dark(#2b5a4c, #8fc4b1));
      --_brand-fill-quiet: var(--glow-color-brand-fill-quiet, light-dark(#e9f0ed, #22302b));
      --_brand-fill-normal: var(--glow-color-brand-fill-normal, light-dark(#c3d8cf, #34544a));
      --_brand-fill-loud: var(--glow-color-brand-fill-loud, light-dark(#2b5a4c, #8fc4b1));
      --_brand-border-normal: var(
        --glow-color-brand-border-normal,
        light-dark(#2b5a4c66, #8fc4b166)
      );
      --_brand-on-quiet: var(--glow-color-brand-on-quiet, light-dark(#24503f, #a6d3c2));
      --_brand-on-loud: var(--glow-color-brand-on-loud, light-dark(#ffffff, #10211b));
      --_positive-on-quiet: var(--glow-color-positive-on-quiet, light-dark(#1d6b3c, #86d3a2));
      --_caution-on-quiet: var(--glow-color-caution-on-quiet, light-dark(#82540a, #e6bd7c));
      --_critical-on-quiet: var(--glow-color-critical-on-quiet, light-dark(#a4262c, #f2a2a2));
    }
  }
`;

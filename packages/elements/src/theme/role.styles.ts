import { css } from 'lit';

/**
 * The public color roles as elements use them: `--_text` is the page's `--glow-color-text`, else
 * our own. Never declares a public token, since that would silently beat the page's `:root`.
 *
 * Our own colors are the system's, which follow the page's `color-scheme` by themselves, also in
 * browsers without `light-dark()`. They are seen only while there is no program: its roles come
 * with the first answer.
 */
export const roleStyles = css`
  :host {
    --_surface: var(--glow-color-surface, Canvas);
    --_text: var(--glow-color-text, CanvasText);
    --_text-quiet: var(--glow-color-text-quiet, color-mix(in srgb, CanvasText 70%, Canvas));
    --_border: var(--glow-color-border, color-mix(in srgb, CanvasText 12%, transparent));
    --_focus: var(--glow-color-focus, CanvasText);
    --_brand-fill-quiet: var(
      --glow-color-brand-fill-quiet,
      color-mix(in srgb, CanvasText 6%, Canvas)
    );
    --_brand-fill-loud: var(--glow-color-brand-fill-loud, CanvasText);
    --_brand-border-normal: var(
      --glow-color-brand-border-normal,
      color-mix(in srgb, CanvasText 50%, Canvas)
    );
    --_brand-on-quiet: var(--glow-color-brand-on-quiet, CanvasText);
    --_brand-on-loud: var(--glow-color-brand-on-loud, Canvas);
    --_positive-on-quiet: var(
      --glow-color-positive-on-quiet,
      color-mix(in srgb, #2d8a4f 70%, CanvasText)
    );
    --_caution-on-quiet: var(
      --glow-color-caution-on-quiet,
      color-mix(in srgb, #b0750f 60%, CanvasText)
    );
    --_critical-on-quiet: var(
      --glow-color-critical-on-quiet,
      color-mix(in srgb, #c8323a 75%, CanvasText)
    );
  }
  /* Who asks the device for more contrast: no text is quiet, and every line can be seen. */
  @media (prefers-contrast: more) {
    :host {
      --_text-quiet: var(--_text);
      --_border: var(--glow-color-text-quiet, CanvasText);
      --_brand-on-quiet: color-mix(
        in srgb,
        var(--glow-color-brand-on-quiet, CanvasText) 50%,
        var(--_text)
      );
    }
  }
`;

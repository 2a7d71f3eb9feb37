import { css } from 'lit';

/** No box; the scheme stands on the slot, since the element sets nothing on itself. */
export const styles = css`
  :host,
  slot {
    display: contents;
  }
  slot.light {
    color-scheme: light;
  }
  slot.dark {
    color-scheme: dark;
  }
  slot.auto {
    color-scheme: light dark;
  }
`;

import { css } from 'lit';

/** A dialog over the page with one box `.inside` in it; its styles come with what is shown in it. */
export const dialogStyles = css`
  dialog {
    inline-size: min(22em, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--glow-radius, 14px);
    background: var(--_surface);
    color: var(--_text);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 6%),
      0 8px 24px rgb(0 0 0 / 6%);
  }
  dialog[open] {
    animation: grow 160ms ease-out;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  .inside {
    padding: min(var(--glow-space, 24px), 5vw);
  }
  .code {
    display: block;
    inline-size: 100%;
    max-inline-size: 16em;
    margin-inline: auto;
    border-radius: calc(var(--glow-radius, 14px) / 2);
  }
  @keyframes grow {
    from {
      opacity: 0;
      transform: scale(0.92);
    }
  }
`;

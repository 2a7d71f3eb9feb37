import { css } from 'lit';

export const styles = css`
  .title {
    text-wrap: balance;
  }
  .field {
    display: flex;
    gap: 8px;
    margin-block-start: 8px;
  }
  .box {
    position: relative;
    flex: 1;
    min-inline-size: 0;
  }
  input {
    inline-size: 100%;
    block-size: 44px;
    padding: 0;
    padding-inline: 12px 40px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--glow-radius, 14px) / 2);
    background: none;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    direction: ltr;
    text-align: left;
    cursor: pointer;
    transition: border-color 160ms ease-out;
  }
  :host(:dir(rtl)) input {
    padding-inline: 40px 12px;
  }
  input:hover {
    border-color: var(--_text-quiet);
  }
  .sign {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 1px;
    padding-inline: 8px 10px;
    border-radius: calc(var(--glow-radius, 14px) / 2 - 1px);
    background: var(--_surface);
    pointer-events: none;
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--_text-quiet);
    font-size: max(0.875em, 12px);
  }
  .sign.done {
    color: var(--_positive-on-quiet);
  }
  .square {
    flex: none;
    inline-size: 44px;
    padding: 0;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: 12px;
  }
  .tertiary {
    font-size: max(0.875em, 12px);
  }
  .primary {
    flex: 1 0 100%;
  }
  .after {
    margin-block-start: auto;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .caution {
    color: var(--_caution-on-quiet);
  }
  .block.tall {
    inline-size: 100%;
    block-size: 44px;
    margin-block-start: 8px;
  }
  .block.short {
    inline-size: 70%;
    block-size: 1.4em;
  }
  @container (max-width: 279px) {
    .card {
      gap: 6px;
      padding: 12px;
    }
    .title {
      font-size: 1em;
    }
    .field {
      margin-block-start: 4px;
    }
    .after {
      padding-block-start: 8px;
    }
  }
  @container (min-width: 300px) {
    .ways {
      column-gap: 20px;
    }
  }
  @container (min-width: 460px) {
    .primary {
      flex: none;
      min-inline-size: 10em;
    }
    .tertiary {
      font-size: 1em;
    }
    .ways {
      margin-block: 4px 8px;
    }
    .block.tall:last-child {
      inline-size: 10em;
    }
  }
  @container (min-width: 560px) {
    .title {
      font-size: 1.5em;
    }
    .field,
    .block.tall {
      margin-block-start: 20px;
    }
  }
`;

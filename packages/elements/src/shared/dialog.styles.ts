import { css } from 'lit';

/** A modal dialog in the middle of the screen. */
export const dialogStyles = css`
  dialog {
    inline-size: min(26em, calc(100vw - 32px));
    padding: calc(var(--v-space) * 2);
    border: 1px solid var(--v-border);
    border-radius: var(--v-radius);
    color: var(--v-text);
    background: var(--v-surface);
  }
  dialog:not([open]) {
    display: none;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
`;

import { css } from 'lit';

/** The running call with the right-patient facts, and the dialogs. */
export const callStyles = css`
  .call {
    display: grid;
    gap: var(--v-space);
    align-content: start;
    min-inline-size: 0;
    border: 1px solid var(--v-line);
    border-radius: var(--v-radius);
  }
  .patient,
  .ended {
    padding: calc(var(--v-space) * 1.5);
  }
  .patient {
    display: grid;
    gap: 2px;
    border-inline-start: 6px solid var(--v-origin);
    border-radius: var(--v-radius);
  }
  .patient .cpr {
    font-size: 1.125em;
    font-weight: 600;
    justify-self: start;
  }
  .patient .actions,
  .status {
    padding-block-start: var(--v-space);
  }
  .status {
    font-variant-numeric: tabular-nums;
  }
  .end.primary {
    min-block-size: 44px;
  }
  .stage {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--v-space);
    aspect-ratio: 4 / 3;
    padding: calc(var(--v-space) * 2);
    text-align: center;
    background: var(--v-raised);
  }

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
  .outcomes {
    display: grid;
    gap: var(--v-space);
  }
  .outcomes button {
    min-block-size: 44px;
  }
`;

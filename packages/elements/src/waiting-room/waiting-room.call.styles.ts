import { css } from 'lit';

/** The running call with the right-patient facts, and the dialogs. */
export const callStyles = css`
  .call {
    container: call / inline-size;
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
    gap: 2px calc(var(--v-space) * 2);
    grid-template-columns: minmax(0, 1fr);
    border-inline-start: 6px solid var(--v-origin);
    border-radius: var(--v-radius);
  }
  .patient .cpr {
    font-size: 1.125em;
    font-weight: 600;
  }
  .identity {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--v-space) * 2);
    align-items: baseline;
  }
  .controls {
    display: grid;
    gap: var(--v-space);
    padding-block-start: var(--v-space);
  }
  .status {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .end.primary {
    min-block-size: 44px;
  }
  @container call (min-width: 560px) {
    .patient {
      grid-template-columns: minmax(0, 1fr) minmax(auto, 18em);
    }
    .controls {
      grid-column: 2;
      grid-row: 1 / span 2;
      padding: 0;
      align-content: start;
    }
    .controls,
    .controls .actions {
      justify-content: end;
      text-align: end;
    }
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

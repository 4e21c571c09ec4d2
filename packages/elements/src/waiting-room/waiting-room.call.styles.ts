import { css } from 'lit';

/** What is loaded after the list: the running call with the right-patient facts, the dialogs, the settings and those that are over. */
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
  .right-patient,
  .ended {
    padding: var(--v-space) calc(var(--v-space) * 1.5);
  }
  .patient,
  .right-patient {
    display: grid;
    gap: 2px;
    grid-template-columns: minmax(0, 1fr);
    border-inline-start: 6px solid var(--v-origin);
    border-radius: var(--v-radius);
  }
  .patient .cpr,
  .right-patient .cpr {
    font-weight: 600;
  }
  .right-patient {
    background: var(--v-raised);
  }
  .confirm {
    min-block-size: 52px;
  }
  .identity,
  .more-facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--v-space) * 1.5);
    align-items: baseline;
  }
  .identity .status {
    margin-inline-start: auto;
  }
  .status {
    font-variant-numeric: tabular-nums;
  }
  .more-facts details {
    flex: 1 10em;
    min-inline-size: 0;
  }
  .more-facts summary {
    min-block-size: 28px;
    padding-block: 4px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .more-facts [open] summary {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .more-facts .actions {
    flex: none;
  }
  .end.primary {
    min-block-size: 44px;
  }
  /* Beside the name already. */
  video-room::part(duration) {
    display: none;
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
  .stage .actions {
    justify-content: center;
  }

  .outcomes {
    display: grid;
    gap: var(--v-space);
  }
  .outcomes button {
    min-block-size: 44px;
  }

  .settings {
    padding: calc(var(--v-space) * 1.5);
    border: 1px solid var(--v-line);
    border-radius: var(--v-radius);
  }
  .over summary {
    min-block-size: 36px;
    padding-block: var(--v-space);
    cursor: pointer;
    font-weight: 600;
    font-size: max(12px, 0.875em);
  }
  .over li {
    display: grid;
    grid-template-columns: 3.5em 1fr;
    column-gap: var(--v-space);
    padding-block: var(--row-gap);
    border-block-start: 1px solid var(--v-line);
    font-size: max(12px, 0.875em);
    font-variant-numeric: tabular-nums;
  }
  .over li > :last-child {
    grid-column: 2;
  }
  @container queue (min-width: 800px) {
    .over li {
      grid-template-columns: 3.5em 1fr auto;
    }
    .over li > :last-child {
      grid-column: auto;
    }
  }
`;

import { css } from 'lit';

/** Looks of `<clinic-settings>`: one line a member where there is room. */
export const clinicSettingsStyles = css`
  .base {
    display: grid;
    gap: calc(var(--v-space) * 2);
    padding: var(--v-space);
  }
  .base > * {
    min-inline-size: 0;
  }
  .tabs {
    display: flex;
    border-block-end: 1px solid var(--v-line);
  }
  .tabs button {
    flex: 0 1 12em;
    border: 0;
    border-radius: 0;
    color: var(--v-muted);
    background: none;
  }
  .tabs [aria-selected='true'] {
    color: var(--v-text);
    box-shadow: inset 0 -3px var(--v-accent);
  }
  .plan {
    max-inline-size: 48em;
  }
  .day {
    padding-block: var(--v-space);
    border-block-start: 1px solid var(--v-line);
  }
  .day legend {
    float: inline-start;
    inline-size: 100%;
    text-transform: capitalize;
  }
  .day > div {
    clear: both;
  }
  .stretch {
    display: flex;
    flex-wrap: wrap;
    gap: var(--v-space);
    align-items: end;
  }
  .stretch .field {
    inline-size: 144px;
  }
  .members {
    border-block-start: 1px solid var(--v-line);
  }
  .member {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--v-space);
    align-items: center;
    padding-block: var(--v-space);
    border-block-end: 1px solid var(--v-line);
  }
  .member > p {
    grid-column: 1;
    min-inline-size: 0;
  }
  .toggle {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .edit {
    grid-column: 1 / -1;
    padding-block: calc(var(--v-space) * 1.5);
  }
  .here {
    color: var(--v-success);
    font-weight: 600;
  }
  .who .badge {
    padding-block: 0;
  }
  .pair {
    display: grid;
    gap: calc(var(--v-space) * 2);
    align-items: start;
  }
  .add,
  .enrol {
    max-inline-size: 40em;
  }
  code {
    font-family: ui-monospace, monospace;
    letter-spacing: 0.05em;
    user-select: all;
  }
  #code {
    max-inline-size: 20em;
    text-transform: uppercase;
  }
  @media (forced-colors: active) {
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @container (min-width: 560px) {
    .pair {
      grid-template-columns: 2fr 1fr;
    }
    .day legend {
      inline-size: 8em;
    }
    .day > div {
      clear: none;
      margin-inline-start: 8em;
    }
  }
`;

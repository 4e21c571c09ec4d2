import { css } from 'lit';

/** One column in a side panel; form and list beside each other where there is room. */
export const smsInviteStyles = css`
  .base,
  .columns {
    display: grid;
    gap: calc(var(--v-space) * 2);
  }
  .base > *,
  .columns > * {
    min-inline-size: 0;
  }
  .base {
    padding: var(--v-space);
  }
  h3.large {
    font-size: 1.25em;
  }
  button {
    min-block-size: 44px;
    padding: 4px calc(var(--v-space) * 1.5);
  }
  .recipient {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10.5em, 1fr));
    gap: var(--v-space);
    align-items: start;
    min-inline-size: 0;
  }
  .recipient legend {
    padding-block-end: var(--v-space);
  }
  .field .help,
  .field .error {
    min-block-size: 1.45em;
  }
  .recipient .check {
    grid-column: 1 / -1;
  }
  .check {
    align-items: center;
  }
  .drop {
    justify-self: start;
    color: var(--v-danger);
  }
  .numbers > div {
    padding-block: var(--v-space);
    border-block-start: 1px solid var(--v-line);
  }
  .numbers .phone {
    font-size: 1.75em;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .invite {
    display: grid;
    gap: 2px;
    padding: var(--v-space) 0 var(--v-space) calc(var(--v-space) * 1.5);
    border-block-start: 1px solid var(--v-line);
    border-inline-start: 6px solid var(--tone, var(--v-border));
    overflow-wrap: anywhere;
  }
  .invite:last-child {
    border-block-end: 1px solid var(--v-line);
  }
  .invite[data-tone='good'] {
    --tone: var(--v-success);
  }
  .invite[data-tone='bad'] {
    --tone: var(--v-danger);
  }
  .badge {
    color: var(--tone, inherit);
  }
  .number,
  .small {
    font-variant-numeric: tabular-nums;
  }
  .invite .actions button {
    min-block-size: 36px;
  }
  /* It has no room for a box. */
  .invite .link:disabled {
    border-color: transparent;
    background: none;
  }
  .invite .actions {
    gap: var(--v-space) calc(var(--v-space) * 2);
  }
  .whom {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--v-space);
  }
  [data-old] .invite {
    --tone: initial;
    color: var(--v-muted);
  }
  @media (pointer: coarse) {
    .invite .actions button {
      min-block-size: 44px;
    }
  }
  @container (min-width: 800px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: calc(var(--v-space) * 4);
      align-items: start;
    }
  }
`;

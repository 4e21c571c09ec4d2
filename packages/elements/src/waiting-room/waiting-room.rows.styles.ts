import { css } from 'lit';

/** The rows: stacked in a side panel, one line each where there is room. Groups out of sight are not laid out. */
export const rowStyles = css`
  .rows {
    border-block-start: 1px solid var(--v-line);
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 var(--v-space);
    align-items: start;
    padding: var(--v-space) 6px;
    padding-inline-start: calc(var(--v-space) * 1.5 + 1.75em);
    border-block-end: 1px solid var(--v-line);
    border-inline-start: 6px solid var(--v-origin);
  }
  .group {
    content-visibility: auto;
    /* Five rows. */
    contain-intrinsic-size: auto 695px;
  }
  .row > * {
    grid-column: 1;
    min-inline-size: 0;
  }
  /* All numbers change when the first leaves: each on its own, no row is laid out for it. */
  .number {
    position: absolute;
    grid-column: auto;
    inset: var(--v-space) auto auto var(--v-space);
    inline-size: 1.75em;
    block-size: 1.5em;
    contain: size layout;
    color: var(--v-muted);
    font-variant-numeric: tabular-nums;
  }
  .name {
    font-weight: 700;
  }
  .cpr {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--v-space);
    font-variant-numeric: tabular-nums;
  }
  .place,
  .when,
  .reveal,
  .more {
    font-size: max(12px, 0.875em);
  }
  .place {
    color: var(--v-muted);
  }
  .place .badge {
    font-size: 1em;
    padding: 0 6px;
    color: var(--v-text);
  }
  .place .test {
    color: var(--v-warning);
    background: var(--v-warning-surface);
  }
  .reason {
    overflow-wrap: anywhere;
  }
  .row > .when {
    align-self: center;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--v-space) * 1.5);
    font-variant-numeric: tabular-nums;
  }
  .wait,
  .agreed,
  .away {
    font-weight: 600;
  }
  .away {
    color: var(--v-warning);
    background: var(--v-warning-surface);
    padding-inline: 6px;
  }
  .row > .about {
    grid-column: 1 / -1;
  }
  .start,
  .more {
    grid-column: 2;
  }
  .start {
    grid-row: 1;
    min-inline-size: 72px;
    min-block-size: 44px;
  }
  .start.primary {
    padding-inline: calc(var(--v-space) * 1.5);
  }
  .row > .menu,
  .row > .door {
    grid-column: 1 / -1;
    padding-block-start: var(--v-space);
  }
  .door {
    display: flex;
    flex-wrap: wrap;
    gap: var(--v-space);
    align-items: center;
  }
  .ongoing {
    background: var(--v-raised);
    padding-inline-start: var(--v-space);
    grid-template-columns: minmax(0, 1fr);
  }
  [data-old] .row {
    --v-origin: var(--v-border);
    color: var(--v-muted);
  }
  .empty {
    padding-block: calc(var(--v-space) * 3);
    text-align: center;
  }

  @container queue (min-width: 800px) {
    .row {
      grid-template-columns: minmax(11.5em, 1fr) minmax(0, 1.7fr) 10.5em 7em 5em;
      column-gap: calc(var(--v-space) * 2);
      /* A fifth of the space that is kept for five: nothing moves when they are laid out. */
      min-block-size: 69px;
    }
    .group {
      contain-intrinsic-size: auto 345px;
    }
    .row > .about {
      grid-column: 2;
    }
    .row > .when {
      grid-column: 3;
      display: grid;
      justify-items: start;
      align-self: start;
    }
    .start {
      grid-column: 4;
    }
    .more {
      grid-column: 5;
      grid-row: 1;
      min-block-size: 44px;
    }
    .row > .who,
    .row > .about,
    .row > .when {
      grid-row: 1;
    }
    .row.ongoing {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row.ongoing > .when {
      grid-column: 2;
      display: flex;
    }
  }
`;

import { css } from 'lit';

/** Dense, flat, 1 px lines: at home in a practice system's 320 px side panel, two columns where there is room. */
export const waitingRoomStyles = css`
  :host {
    --row-gap: calc(var(--v-space) / 2);
  }
  .base {
    display: grid;
    gap: var(--v-space);
    padding: var(--v-space);
  }
  h3,
  .settings-toggle,
  .count {
    font-size: max(12px, 0.875em);
  }
  h3.large {
    font-size: 1.25em;
  }
  button {
    min-block-size: 36px;
    padding: 4px calc(var(--v-space) * 1.5);
  }
  button.link {
    min-block-size: 28px;
    padding: 2px 0;
  }
  @media (pointer: coarse) {
    button,
    button.link,
    summary {
      min-block-size: 44px;
    }
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--row-gap) var(--v-space);
    align-items: center;
    padding-block-end: var(--v-space);
    border-block-end: 1px solid var(--v-line);
  }
  .head > * {
    order: 2;
    flex: 1 0 100%;
    grid-column: 1 / -1;
  }
  .head > .clinic {
    order: 0;
    /* Beside its settings, over as many lines as that takes. */
    flex: 1 1 calc(100% - 12em);
    font-size: 1.125em;
  }
  .head > .settings-toggle {
    order: 1;
    flex: none;
  }
  .head > .switch {
    flex: none;
  }
  .head > .count {
    flex: 1 1 4em;
  }
  .switch {
    display: inline-grid;
    grid-template-columns: 1fr 1fr;
    justify-self: start;
    max-inline-size: 100%;
  }
  .switch button {
    color: var(--v-muted);
    background: var(--v-surface);
    border-color: var(--v-border);
    font-weight: 400;
    min-block-size: 44px;
    padding-inline: var(--v-space);
  }
  .switch button:first-child {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .switch button:last-child {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    border-inline-start-width: 0;
  }
  .switch [aria-pressed='true'] {
    font-weight: 700;
    color: var(--v-text);
    background: var(--v-raised);
    box-shadow: inset 0 -3px var(--v-danger);
  }
  .switch .open[aria-pressed='true'] {
    color: var(--v-success);
    background: var(--v-success-surface);
    box-shadow: inset 0 -3px var(--v-success);
  }
  .announced {
    padding: var(--row-gap) var(--v-space);
    background: var(--v-raised);
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
    min-block-size: 44px;
  }
  .tabs [aria-selected='true'] {
    color: var(--v-text);
    box-shadow: inset 0 -3px var(--v-accent);
  }

  .queue {
    container: queue / inline-size;
    min-inline-size: 0;
  }
  .list,
  .sms {
    display: grid;
    gap: var(--v-space);
    padding-block-start: var(--v-space);
  }
  .list > *,
  .sms > * {
    min-inline-size: 0;
  }
  :is(sms-invite, clinic-settings)::part(support) {
    display: none;
  }
  :is(sms-invite, clinic-settings)::part(base) {
    padding: 0;
  }
  .body {
    display: grid;
    gap: calc(var(--v-space) * 2);
    align-items: start;
  }
  .body > * {
    min-inline-size: 0;
  }
  @container (min-width: 900px) {
    .base {
      padding: calc(var(--v-space) * 2);
    }
    .head {
      display: grid;
      grid-template-columns: auto auto 1fr auto;
      column-gap: calc(var(--v-space) * 3);
    }
    .head > .clinic,
    .head > .switch,
    .head > .count,
    .head > .settings-toggle {
      order: 0;
      grid-column: auto;
    }
    .split {
      grid-template-columns: 360px minmax(0, 1fr);
    }
    .split > .call {
      grid-column: 2;
      grid-row: 1;
    }
    .stage {
      aspect-ratio: 16 / 9;
    }
  }

  .message {
    padding: calc(var(--v-space) * 2) var(--v-space);
    max-inline-size: 40em;
  }
  .message .primary {
    min-block-size: 44px;
  }
  @media (forced-colors: active) {
    .row,
    .patient,
    .right-patient {
      border-inline-start-color: CanvasText;
    }
    [aria-pressed='true'],
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;

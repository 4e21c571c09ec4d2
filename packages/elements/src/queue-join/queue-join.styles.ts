import { css } from 'lit';

/** Looks of `<queue-join>`: one airy column, the primary action across it. */
export const queueJoinStyles = css`
  .base {
    padding: calc(var(--v-space) * 2);
  }
  .base > * {
    max-inline-size: 640px;
    margin-inline: auto;
  }
  .base > [data-step='in-call'] {
    max-inline-size: none;
  }
  .step {
    display: flex;
    flex-direction: column;
    gap: calc(var(--v-space) * 2.5);
  }
  .step,
  .test {
    margin-block-end: calc(var(--v-space) * 2);
  }
  .notices:not(:has(*)) {
    display: none;
  }
  .either {
    min-block-size: 6em;
  }
  .either > * {
    grid-area: 1 / 1;
  }
  .either > :has(+ p) {
    visibility: hidden;
  }
  .tight {
    gap: var(--v-space);
  }
  .wide,
  .row,
  .facts > dl,
  .facts > .notice {
    inline-size: 100%;
  }
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    border-radius: var(--v-radius);
    border: 1px solid;
    font-weight: 600;
    text-decoration: none;
  }
  .position {
    font-size: clamp(1.75em, 9cqi, 3.25em);
    line-height: 1.1;
  }
  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  input.number {
    font-size: 1.375em;
    letter-spacing: 0.06em;
  }
  .line {
    min-block-size: 1.45em;
  }
  .apart,
  .beside,
  .slim {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--v-space) * 2);
  }
  .apart {
    flex-wrap: wrap;
  }
  .beside {
    gap: var(--v-space);
  }
  .devices,
  .button:not(.primary),
  .beside button,
  .slim button,
  .tray button {
    min-block-size: 44px;
  }
  dl,
  .facts {
    display: grid;
    gap: var(--v-space);
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(5em, 22%) 1fr;
    gap: 0 var(--v-space);
    align-items: baseline;
  }
  dt {
    color: var(--v-muted);
  }
  dd > * {
    margin-inline-end: var(--v-space);
  }
  .facts,
  .facts > * {
    margin-block: 0;
  }
  .facts {
    justify-items: start;
  }
  .facts .link {
    padding-block: 0;
  }
  .row {
    display: grid;
    gap: 2px;
    text-align: start;
    font-weight: 400;
    color: var(--v-text);
    border-color: var(--v-border);
  }
  .open {
    font-weight: 600;
  }
  .consent {
    min-block-size: 190px;
  }
  .wrong {
    border: 2px solid var(--v-danger);
  }
  .enter {
    min-block-size: 72px;
    font-size: 1.375em;
  }
  .video {
    display: grid;
    /* A panel beside the journal is high, a page wide; the host's own head has to have room too. */
    min-block-size: clamp(340px, max(56.25cqi + 180px, min(160cqi, 600px)), 100dvh - 190px);
  }
  .slim {
    min-block-size: 56px;
    gap: calc(var(--v-space) * 1.5);
  }
  .slim button {
    padding-inline: calc(var(--v-space) * 2);
    flex: none;
  }
  .slim p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--v-space);
  }
  dd .muted {
    display: inline-block;
  }
  .open,
  .ringing b {
    color: var(--v-success);
  }
  :host([minimised]) .step {
    margin: 0;
    gap: 0;
  }
  .test {
    border-style: dashed;
  }
  .tray:has(> .primary, .notice) {
    position: sticky;
    z-index: 1;
    inset-block-end: 0;
    background: var(--v-surface);
  }
  .tray > * {
    margin-block-end: var(--v-space);
  }
  .tray button {
    margin: 0;
  }
  @container (max-width: 420px) {
    dl > div {
      grid-template-columns: 1fr;
    }
  }
`;

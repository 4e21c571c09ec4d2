import { css } from 'lit';

/**
 * Controls every element shares. Buttons: plain `button` is secondary; classes `primary`, `quiet`, `danger`, `link`.
 * A field is `.field` with `label`, `input|textarea|select`, `.help` and `.error`. `.check` is a tick box with its sentence.
 * `.card`, `.notice` (`warning`, `error`, `success`), `.badge`, `.actions`, `.stack`, `.muted`, `.large`, `.support`.
 */
export const controlStyles = css`
  h2,
  h3,
  p,
  ul,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.25;
    text-wrap: balance;
  }
  h3,
  legend {
    font-size: 1em;
    font-weight: 700;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--v-accent);
    display: inline-block;
    padding-block: calc(var(--v-space) / 2);
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    border: 1px solid var(--v-border);
    border-radius: var(--v-radius);
    background: var(--v-surface);
    /* Focus must not end up under what sticks to an edge (WCAG 2.4.11). */
    scroll-margin-block: 80px;
  }
  button {
    min-block-size: 44px;
    padding: var(--v-space) calc(var(--v-space) * 2);
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
    touch-action: manipulation;
    color: var(--v-accent);
    border-color: currentColor;
  }
  button:hover {
    background: var(--v-raised);
  }
  .primary {
    min-block-size: 52px;
    padding-inline: calc(var(--v-space) * 3);
    color: var(--v-on-accent);
    background: var(--v-accent);
    border-color: var(--v-accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--v-accent) 86%, var(--v-text));
  }
  .quiet,
  .link {
    border-color: transparent;
    background: none;
    text-align: start;
  }
  .quiet {
    padding-inline: var(--v-space);
  }
  .link {
    padding-inline: 0;
    font-weight: 400;
    text-decoration: underline;
  }
  .danger {
    color: var(--v-danger);
  }
  :is(button, input):is([disabled], [aria-disabled='true']),
  button:is([disabled], [aria-disabled='true']):hover {
    cursor: default;
    color: var(--v-muted);
    background: var(--v-raised);
    border-color: var(--v-line);
  }
  .field {
    display: grid;
    gap: calc(var(--v-space) / 2);
  }
  label,
  .label {
    font-weight: 600;
  }
  input,
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding: var(--v-space) calc(var(--v-space) * 1.5);
    font-size: max(1em, 16px);
  }
  textarea {
    resize: vertical;
  }
  [aria-invalid='true'] {
    border: 2px solid var(--v-danger);
  }
  .help,
  .muted {
    color: var(--v-muted);
  }
  .help,
  .small {
    font-size: max(12px, 0.875em);
  }
  .error {
    color: var(--v-danger);
    font-weight: 600;
  }
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--v-space) * 1.5);
    align-items: start;
    min-block-size: 44px;
    font-weight: 400;
    cursor: pointer;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 28px;
    block-size: 28px;
    min-block-size: 0;
    margin: 0;
    padding: 0;
    accent-color: var(--v-accent);
  }
  .stack {
    display: grid;
    gap: calc(var(--v-space) * 2);
    align-content: start;
  }
  .stack > * {
    min-inline-size: 0;
  }
  .card {
    padding: calc(var(--v-space) * 2);
    border: 1px solid var(--v-line);
    border-radius: var(--v-radius);
  }
  .notice {
    padding: calc(var(--v-space) * 1.5) calc(var(--v-space) * 2);
    border: 1px solid var(--v-border);
    border-inline-start-width: 4px;
    border-radius: var(--v-radius);
    background: var(--v-raised);
  }
  .notice.warning {
    color: var(--v-warning);
    border-color: currentColor;
    background: var(--v-warning-surface);
  }
  .notice.error {
    font-weight: 400;
    border-color: currentColor;
    background: var(--v-danger-surface);
  }
  .notice.success {
    color: var(--v-success);
    border-color: currentColor;
    background: var(--v-success-surface);
  }
  .notice button {
    margin-block-start: var(--v-space);
  }
  .badge {
    display: inline-block;
    padding: 2px var(--v-space);
    border: 1px solid currentColor;
    border-radius: var(--v-radius);
    font-size: max(12px, 0.875em);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--v-space);
    align-items: center;
  }
  .large {
    font-size: 1.375em;
    line-height: 1.25;
    font-weight: 700;
    text-wrap: balance;
  }
  .support {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 calc(var(--v-space) * 1.5);
    font-size: max(12px, 0.875em);
    color: var(--v-muted);
  }
  .support a,
  .support button {
    min-block-size: 44px;
    padding-block: 12px;
  }
  /* Without colours of their own: primary is filled, what takes no tap is grey, and a link is no box. */
  @media (forced-colors: active) {
    .primary,
    .primary:hover {
      forced-color-adjust: none;
      color: Canvas;
      background: CanvasText;
      border-color: CanvasText;
    }
    button:is([disabled], [aria-disabled='true']),
    button:is([disabled], [aria-disabled='true']):hover {
      forced-color-adjust: none;
      color: GrayText;
      background: Canvas;
      border-color: GrayText;
    }
    .link {
      border-color: Canvas;
    }
  }
`;

import { css } from 'lit';

/** The own picture: small, in a corner, never over a name or what is to be read. */
export const selfStyles = css`
  .self {
    position: absolute;
    z-index: 1;
    margin: var(--v-space);
    inline-size: clamp(64px, min(22cqi, 24dvh), 200px);
    font-size: max(12px, 0.75em);
  }
  .mirror {
    position: relative;
    aspect-ratio: 4 / 3;
    border: 1px solid #6b7885;
    border-radius: var(--v-radius);
    overflow: hidden;
    background: #000;
  }
  .mirror video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .mirror figcaption {
    position: absolute;
    inset: auto 0 0 0;
    padding-inline: calc(var(--v-space) / 2);
    line-height: 1.2;
    background: var(--v-scrim);
  }
  .mirror .state {
    inset: 0;
    padding: 2px;
  }
  .self button {
    display: block;
    touch-action: none;
    min-block-size: 24px;
    margin-inline: auto;
    padding: 0 var(--v-space);
    border: 0;
    font-weight: 400;
    color: var(--v-on-stage);
    background: var(--v-scrim);
  }
  /* The whole picture is the target. */
  .self button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .self button:hover {
    text-decoration: underline;
  }
  .self button:focus-visible {
    outline-color: #7fc3ee;
    outline-offset: -3px;
  }
  .self[data-corner='bottom-end'] {
    inset: auto 0 0 auto;
  }
  .self[data-corner='bottom-start'] {
    inset: auto auto 0 0;
  }
  .self[data-corner='top-start'] {
    inset: 3.5em auto auto 0;
  }
  .self[data-corner='top-end'] {
    inset: 3.5em 0 auto auto;
  }
  /* While there is something to read, beside it and not over it. */
  .stage:not([data-status='connected'], [data-status='reconnecting']) .self {
    position: relative;
    inset: auto;
    align-self: end;
  }
  .stage:not([data-status='connected'], [data-status='reconnecting']) .self[data-corner$='start'] {
    align-self: start;
  }
  .stage:not([data-status='connected'], [data-status='reconnecting']) .self[data-corner^='top'] {
    order: -1;
  }
`;

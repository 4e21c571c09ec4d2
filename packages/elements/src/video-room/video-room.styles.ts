import { css } from 'lit';

/** Looks of `<video-room>`. Over pictures the colours are fixed: white on a dark scrim is 4.5:1 whatever is behind it. */
export const videoRoomStyles = css`
  :host {
    block-size: 100%;
    min-block-size: 420px;
    --v-stage: #10151b;
    --v-on-stage: #fff;
    --v-scrim: rgb(8 12 16 / 0.78);
  }
  .base {
    block-size: 100%;
    min-block-size: inherit;
    overflow-y: auto;
  }
  .room {
    display: flex;
    flex-direction: column;
    min-block-size: 100%;
  }
  .stage {
    isolation: isolate;
    flex: 1 1 240px;
    display: flex;
    flex-direction: column;
    min-block-size: 240px;
    background: var(--v-stage);
    color: var(--v-on-stage);
  }
  .pictures {
    position: relative;
    flex: 1;
    overflow: hidden;
  }
  .tiles {
    position: absolute;
    inset: 0;
    display: grid;
    gap: 2px;
    grid-auto-rows: 1fr;
    grid-template-columns: 1fr;
  }
  .tile {
    position: relative;
    margin: 0;
    min-block-size: 0;
    overflow: hidden;
    background: var(--v-stage);
    outline: 1px solid #3a4653;
    outline-offset: -1px;
  }
  .tiles[data-count='1'] .tile {
    outline: none;
  }
  .tile video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .tile[data-connection='reconnecting'] video {
    opacity: 0.35;
  }
  .state {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    padding: var(--v-space);
    text-align: center;
  }
  .tile .state {
    inset: 0 0 auto;
    place-content: start;
    text-align: start;
    background: var(--v-scrim);
  }
  figcaption {
    background: var(--v-scrim);
    color: var(--v-on-stage);
  }
  .tile figcaption {
    position: absolute;
    /* Who it is stays readable where the own picture lies over it, and lets taps through to it. */
    z-index: 2;
    pointer-events: none;
    inset: auto auto 0 0;
    max-inline-size: 100%;
    padding: calc(var(--v-space) / 2) calc(var(--v-space) * 1.5);
    border-start-end-radius: var(--v-radius);
  }
  .name {
    font-size: 1.125em;
  }
  .weak {
    display: block;
    color: #ffd479;
  }
  .facts {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--v-space) * 1.5);
    min-block-size: 2em;
    padding: calc(var(--v-space) / 2) calc(var(--v-space) * 1.5);
    font-size: 0.875em;
  }
  .duration {
    font-variant-numeric: tabular-nums;
  }
  .overlay,
  .blocked {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 50%;
    transform: translateY(-50%);
    display: grid;
    gap: var(--v-space);
    justify-items: center;
    padding: calc(var(--v-space) * 2);
    text-align: center;
  }
  .overlay {
    inset-block-start: 38%;
  }
  .overlay p {
    max-inline-size: 44ch;
  }
  [data-status='reconnecting'] .overlay,
  .blocked {
    background: var(--v-scrim);
  }
  [data-status='reconnecting'] .tile .state {
    visibility: hidden;
  }
  .self {
    position: absolute;
    z-index: 1;
    margin: var(--v-space);
    inline-size: clamp(96px, 22cqi, 200px);
    border: 1px solid #6b7885;
    border-radius: var(--v-radius);
    overflow: hidden;
    background: #000;
  }
  .mirror {
    position: relative;
    aspect-ratio: 4 / 3;
    font-size: 0.875em;
  }
  .mirror video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .mirror figcaption {
    position: absolute;
    inset: auto 0 0 0;
    padding-inline: calc(var(--v-space) / 2);
    line-height: 1.25;
  }
  .mirror .state {
    inset: 0;
  }
  .self button {
    display: block;
    inline-size: 100%;
    padding: 0;
    border: 0;
    border-radius: 0;
    color: var(--v-on-stage);
    background: #26303b;
  }
  .self button:hover {
    background: #384453;
  }
  .self button:focus-visible {
    outline-color: #7fc3ee;
    outline-offset: -3px;
  }
  .self[data-corner='bottom-end'] {
    inset: auto 0 3em auto;
  }
  .self[data-corner='bottom-start'] {
    inset: auto auto 3em 0;
  }
  .self[data-corner='top-start'] {
    inset: 0 auto auto 0;
  }
  .self[data-corner='top-end'] {
    inset: 0 0 auto auto;
  }
  .door {
    border-radius: 0;
  }
  .door li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--v-space);
  }
  .notice {
    flex: none;
  }
  .panel {
    flex: none;
    padding: calc(var(--v-space) * 2);
    border-block-start: 1px solid var(--v-line);
  }
  .controls {
    flex: none;
    position: sticky;
    inset-block-end: 0;
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--v-space);
    padding: var(--v-space);
    border-block-start: 1px solid var(--v-line);
    background: var(--v-surface);
  }
  .controls button {
    padding-inline: var(--v-space);
  }
  .controls .off {
    color: var(--v-warning);
    background: var(--v-warning-surface);
  }
  .controls .hang-up {
    color: var(--v-surface);
    background: var(--v-danger);
    border-color: var(--v-danger);
  }
  .over {
    margin: auto;
    padding: calc(var(--v-space) * 3);
    max-inline-size: 56ch;
  }
  @container (min-width: 480px) {
    .tile figcaption {
      padding: var(--v-space) calc(var(--v-space) * 2);
    }
    .tiles[data-count='1'] .name {
      font-size: 1.5em;
    }
    .tiles[data-count='2'],
    .tiles[data-count='3'],
    .tiles[data-count='4'] {
      grid-template-columns: 1fr 1fr;
    }
    .controls {
      grid-template-columns: repeat(4, auto);
      justify-content: center;
    }
    .controls button {
      padding-inline: calc(var(--v-space) * 2.5);
    }
  }
  @container (min-width: 720px) {
    .tiles[data-count='5'],
    .tiles[data-count='6'] {
      grid-template-columns: 1fr 1fr 1fr;
    }
    .tiles[data-layout='focus']:not([data-count='1'], [data-count='0']) {
      grid-template-columns: 3fr 1fr;
    }
    .tiles[data-layout='focus'] .tile:first-child {
      grid-row: 1 / span 5;
    }
    .tiles[data-layout='focus'] .tile:not(:first-child) {
      grid-column: 2;
    }
  }
  @container (max-width: 479px) {
    .tiles[data-count='3'],
    .tiles[data-count='4'],
    .tiles[data-count='5'],
    .tiles[data-count='6'] {
      grid-template-columns: 1fr 1fr;
    }
    .name {
      font-size: 1em;
    }
  }
  @media (forced-colors: active) {
    .stage,
    .tile figcaption {
      border: 1px solid CanvasText;
    }
    .controls .off {
      border-width: 3px;
    }
  }
`;

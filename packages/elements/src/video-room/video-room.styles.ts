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
    display: grid;
    min-block-size: inherit;
    block-size: 100%;
  }
  .room {
    display: flex;
    flex-direction: column;
  }
  .stage {
    isolation: isolate;
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    /* As much as a wide picture with its name needs, if the screen has it. */
    min-block-size: clamp(200px, 56.25cqi + 5em, max(200px, 100dvh - 300px));
    background: var(--v-stage);
    color: var(--v-on-stage);
  }
  .pictures {
    position: relative;
    flex: 1;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .tiles {
    position: absolute;
    inset: 0;
    display: grid;
    gap: 2px;
    grid-auto-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
  }
  .tiles[data-count='0'] {
    display: none;
  }
  /* As high as its picture, with the name above and never over it; a lower place narrows the picture, never cuts it. */
  .tile {
    display: grid;
    grid-template: auto minmax(0, auto) / minmax(0, 1fr);
    align-content: start;
    margin: 0;
    min-block-size: 0;
    overflow: hidden;
  }
  .tile video,
  .tile .state {
    grid-area: 2 / 1;
  }
  .tile video {
    inline-size: 100%;
    max-block-size: 100%;
    min-block-size: 0;
    aspect-ratio: auto 16 / 9;
    object-fit: contain;
  }
  .tile[data-dark] video {
    visibility: hidden;
  }
  .tile[data-connection='reconnecting'] video {
    opacity: 0.35;
  }
  .state {
    display: grid;
    place-content: center;
    padding: var(--v-space);
    text-align: center;
  }
  .tile .state {
    min-block-size: 80px;
  }
  .tile[data-connection='reconnecting'] .state {
    align-self: start;
    min-block-size: 0;
    background: var(--v-scrim);
  }
  figcaption {
    color: var(--v-on-stage);
  }
  .tile figcaption {
    /* Who it is stays readable where the own picture reaches up to it, and lets taps through to it. */
    position: relative;
    z-index: 2;
    pointer-events: none;
    padding: 2px calc(var(--v-space) * 1.5) calc(var(--v-space) / 2);
    background: var(--v-stage);
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
    min-block-size: 28px;
    padding: calc(var(--v-space) / 2) calc(var(--v-space) * 1.5);
    font-size: max(12px, 0.875em);
  }
  .duration:empty {
    display: none;
  }
  .duration {
    font-variant-numeric: tabular-nums;
  }
  .overlay,
  .blocked {
    display: grid;
    gap: var(--v-space);
    place-content: center;
    justify-items: center;
    padding: calc(var(--v-space) * 2);
    text-align: center;
  }
  .overlay {
    flex: 1;
  }
  .overlay p {
    max-inline-size: 44ch;
  }
  [data-status='reconnecting'] .overlay,
  .blocked {
    position: absolute;
    /* Over the own picture: what is said here is more urgent. */
    z-index: 3;
    inset: 50% 0 auto;
    transform: translateY(-50%);
    background: var(--v-scrim);
  }
  [data-status='reconnecting'] .tile .state {
    visibility: hidden;
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
    .facts,
    .tile figcaption {
      padding-inline: calc(var(--v-space) * 2);
    }
    .tiles[data-count='1'] .name {
      font-size: 1.25em;
    }
    .tiles[data-count='2'],
    .tiles[data-count='3'],
    .tiles[data-count='4'] {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
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

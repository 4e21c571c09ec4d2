import { css } from 'lit';

/** The others' pictures: as many beside each other as make them largest, each with its name. */
export const tileStyles = css`
  .tiles {
    position: absolute;
    inset: 0;
    container: tiles / size;
  }
  .tiles[data-count='0'] {
    display: none;
  }
  .grid {
    display: grid;
    block-size: 100%;
    gap: 2px;
    grid-auto-rows: minmax(0, 1fr);
    grid-auto-columns: minmax(0, 1fr);
  }
  .tile {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    margin: 0;
    min-block-size: 0;
    overflow: hidden;
    background: var(--v-tile);
  }
  .tile video,
  .tile .state {
    grid-area: 1 / 1;
  }
  /* All of the picture, never cut. */
  .tile video {
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
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
  /* Many beside each other: a line each for name and role, smaller. */
  .tiles:not([data-count='1'], [data-count='2']) .tile:not([data-large]) figcaption {
    font-size: max(12px, 0.8125em);
  }
  .tile .state {
    z-index: 1;
  }
  .tile[data-connection='reconnecting'] .state {
    align-self: center;
    background: var(--v-scrim);
  }
  figcaption {
    color: var(--v-on-stage);
  }
  .tile figcaption {
    /* Who it is stays readable over any picture and the own one, and lets taps through to it. */
    position: absolute;
    z-index: 2;
    inset: 0 auto auto 0;
    max-inline-size: 100%;
    pointer-events: none;
    padding: 2px var(--v-space) 3px;
    line-height: 1.25;
    background: var(--v-scrim);
    border-end-end-radius: var(--v-radius);
  }
  /* With one other the name has a line of its own and the picture begins below it. */
  .tiles[data-count='1'] .tile {
    grid-template-rows: auto minmax(0, auto);
    align-content: start;
    background: none;
  }
  .tiles[data-count='1'] .tile :is(video, .state, .voice) {
    grid-area: 2 / 1;
  }
  .tiles[data-count='1'] video {
    block-size: auto;
    max-block-size: 100%;
    aspect-ratio: auto 16 / 9;
  }
  .tiles[data-count='1'] figcaption {
    position: relative;
    padding: 2px calc(var(--v-space) * 1.5) calc(var(--v-space) / 2);
    background: var(--v-stage);
  }
  .weak {
    display: block;
    color: #ffd479;
  }
  .voice {
    z-index: 2;
    grid-area: 1 / 1;
    align-self: end;
    justify-self: start;
    padding: 2px var(--v-space);
    font-size: max(12px, 0.8125em);
    background: var(--v-scrim);
    pointer-events: none;
  }
  .voice::before {
    content: '';
    display: inline-block;
    inline-size: 0.625em;
    block-size: 0.625em;
    margin-inline-end: 0.375em;
    border-radius: 50%;
    background: #83d8a4;
  }
  .tile[data-speaks] {
    outline: 3px solid #83d8a4;
    outline-offset: -3px;
  }
  /* As many beside each other as make the pictures largest; the place left over is the own picture's. */
  @container tiles (min-aspect-ratio: 11 / 10) {
    .tiles[data-count='2'] > .grid {
      grid-auto-flow: column;
    }
  }
  @container tiles (min-aspect-ratio: 5 / 8) {
    .tiles:is([data-count='3'], [data-count='4']) > .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container tiles (min-aspect-ratio: 29 / 10) {
    .tiles:is([data-count='3'], [data-count='4']) > .grid {
      grid-template-columns: none;
      grid-auto-flow: column;
    }
  }
  .tiles:is([data-count='5'], [data-count='6']) > .grid {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @container tiles (min-aspect-ratio: 11 / 10) {
    .tiles:is([data-count='5'], [data-count='6']) > .grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  /* One large: the others in a row below it, or beside it where it is wide. */
  .tiles[data-large] > .grid {
    display: flex;
    flex-flow: row wrap;
  }
  .tiles[data-large] .tile {
    flex: 1 1 0;
    block-size: 28%;
  }
  .tiles[data-large] .tile[data-large] {
    order: -1;
    flex: none;
    inline-size: 100%;
    block-size: calc(72% - 2px);
  }
  @container tiles (min-aspect-ratio: 11 / 10) {
    .tiles[data-large] > .grid {
      flex-direction: column;
    }
    .tiles[data-large] .tile {
      inline-size: calc(25% - 2px);
    }
    .tiles[data-large] .tile[data-large] {
      inline-size: 75%;
      block-size: 100%;
    }
  }
`;

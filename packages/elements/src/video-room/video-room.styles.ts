import { css } from 'lit';

/** Looks of `<video-room>`. Over pictures the colours are fixed: white on a dark scrim is 4.5:1 whatever is behind it. */
export const roomStyles = css`
  :host {
    block-size: 100%;
    min-block-size: 420px;
    --v-stage: #10151b;
    --v-on-stage: #fff;
    --v-tile: #1b232c;
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
  .middle {
    position: relative;
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
  }
  /* Over the pictures, so that they stay where they are. */
  .panel {
    position: absolute;
    z-index: 1;
    inset: auto 0 0;
    max-block-size: min(100%, 24em);
    overflow: auto;
    padding: calc(var(--v-space) * 2);
    border-block-start: 1px solid var(--v-line);
    color: var(--v-text);
    background: var(--v-surface);
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
  .sharing {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 calc(var(--v-space) * 2);
  }
  .over {
    margin: auto;
    padding: calc(var(--v-space) * 3);
    max-inline-size: 56ch;
  }
  @container (min-width: 480px) {
    .facts {
      padding-inline: calc(var(--v-space) * 2);
    }
    .tiles[data-count='1'] .name {
      font-size: 1.25em;
    }
    .controls {
      grid-template-columns: repeat(4, auto);
      justify-content: center;
    }
    .controls button {
      padding-inline: calc(var(--v-space) * 2.5);
    }
  }
  @container (max-width: 479px) {
    /* Two that fit; one hangs up in the large room. */
    [data-layout='bar'] .hang-up {
      display: none;
    }
  }
`;

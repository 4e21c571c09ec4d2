import { css } from 'lit';

/** The room as a bar, on a phone on its side, and without colours of its own. */
export const shapeStyles = css`
  /* A phone on its side: the buttons beside the pictures, since height is what is missing. */
  @media (max-height: 480px) {
    :host {
      min-block-size: min(420px, 100dvh);
    }
    @container (min-width: 560px) {
      .room {
        position: relative;
        padding-inline-end: 9.5em;
      }
      .stage {
        min-block-size: 0;
      }
      .room > .controls {
        position: absolute;
        inset: 0 0 0 auto;
        inline-size: 9.5em;
        grid-template-columns: minmax(0, 1fr);
        align-content: end;
        border: 0;
        border-inline-start: 1px solid var(--v-line);
      }
      .room > .controls button {
        padding: var(--v-space);
      }
    }
  }
  /* One line for a host to dock: the same pictures, small, so that nothing is interrupted. */
  :host([layout='bar']) {
    block-size: auto;
    min-block-size: 0;
  }
  .room[data-layout='bar'] {
    padding: 0;
    display: flex;
    flex-flow: row wrap;
    align-items: center;
    column-gap: var(--v-space);
  }
  [data-layout='bar'] .middle {
    flex: none;
    inline-size: 96px;
    block-size: 64px;
  }
  [data-layout='bar'] .stage {
    min-block-size: 0;
  }
  [data-layout='bar'] :is(.facts, .overlay, .tile figcaption, .tile .state, .voice) {
    display: none;
  }
  [data-layout='bar'] .blocked {
    position: fixed;
    inset: auto 0 0;
    transform: none;
  }
  .in-bar {
    flex: 1 1 8em;
    display: grid;
    line-height: 1.25;
  }
  [data-layout='bar'] .notice {
    flex: 1 0 100%;
  }
  .room[data-layout='bar'] > .controls {
    position: static;
    flex: 1 1 auto;
    grid-template-columns: none;
    grid-auto-flow: column;
    inline-size: auto;
    border: 0;
  }
  .room[data-layout='bar'] > .controls button {
    padding-inline: var(--v-space);
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

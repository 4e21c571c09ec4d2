import { css } from 'lit';

/** Looks of the ways in besides the SMS: large enough to scan and to read aloud. */
export const waysStyles = css`
  dialog.ways {
    inline-size: min(56em, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    overflow-y: auto;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
    gap: calc(var(--v-space) * 2);
    align-items: start;
  }
  .way {
    display: grid;
    gap: var(--v-space);
    min-inline-size: 0;
  }
  h4 {
    margin: 0;
    font-size: 1em;
  }
  .qr {
    inline-size: 100%;
    max-inline-size: 16em;
    background: #fff;
    fill: #000;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
  .code {
    font-size: 2.25em;
    font-weight: 700;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.06em;
  }
`;

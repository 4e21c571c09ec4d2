import { css } from 'lit';

/** Looks of `<device-check>`. The picture keeps its place before it is there, so that nothing moves when it comes. */
export const deviceCheckStyles = css`
  .check-devices {
    display: grid;
    gap: calc(var(--v-space) * 1.5);
  }
  .side {
    display: grid;
    gap: calc(var(--v-space) * 1.5);
    grid-template-columns: minmax(96px, min(160px, 36%)) 1fr;
    align-items: start;
  }
  .picture {
    position: relative;
    margin: 0;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    border: 1px solid var(--v-line);
    border-radius: var(--v-radius);
    background: var(--v-raised);
  }
  .picture video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .nothing {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    text-align: center;
    font-size: max(12px, 0.875em);
    color: var(--v-muted);
  }
  .sound {
    display: grid;
    gap: var(--v-space);
    align-content: start;
    justify-items: start;
  }
  .level {
    display: flex;
    gap: 3px;
    inline-size: 100%;
    max-inline-size: 200px;
    block-size: 16px;
  }
  .level span {
    flex: 1;
    border: 1px solid var(--v-border);
    border-radius: 2px;
  }
  .level .on {
    background: var(--v-success);
    border-color: var(--v-success);
  }
  /* As high as its longest sentence in whatever font the host has: nothing moves once somebody is heard. */
  .hears {
    display: grid;
  }
  .hears::after {
    content: attr(data-longest);
    visibility: hidden;
  }
  .hears > span,
  .hears::after {
    grid-area: 1 / 1;
  }
  details {
    border-block-start: 1px solid var(--v-line);
  }
  summary {
    min-block-size: 44px;
    padding-block: 12px;
    cursor: pointer;
    color: var(--v-accent);
    text-decoration: underline;
  }
  @container (min-width: 560px) {
    .choices {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: calc(var(--v-space) * 2);
    }
    .hears {
      min-block-size: 1.45em;
    }
  }
  @media (forced-colors: active) {
    .level .on {
      background: Highlight;
      border-color: Highlight;
      forced-color-adjust: none;
    }
  }
`;

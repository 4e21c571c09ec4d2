import { css } from 'lit';

/** What lies behind the last button but one. */
export const moreStyles = css`
  .people {
    display: grid;
    gap: var(--v-space);
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: calc(var(--v-space) / 2) calc(var(--v-space) * 2);
  }
`;

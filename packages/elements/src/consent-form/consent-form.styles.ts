import { css } from 'lit';

/** Looks of `<consent-form>`. The status line keeps its height, so that nothing moves when it speaks. */
export const consentFormStyles = css`
  .form {
    display: grid;
    gap: var(--v-space);
  }
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--v-space);
    min-block-size: 44px;
    margin-inline-start: calc(28px + var(--v-space) * 1.5);
  }
  .choices {
    display: grid;
    gap: calc(var(--v-space) / 2);
  }
  .choices .check {
    align-items: center;
  }
  .agent {
    display: block;
  }
  .sentence {
    max-inline-size: 60ch;
  }
  @container (min-width: 480px) {
    .choices.short {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

import type { VisitOrigin } from '@venterum/contract';
import { css } from 'lit';
import type { BasicTexts } from './shared.texts.da.ts';

const words = {
  'citizen-app': 'originCitizenApp',
  'care-app': 'originCareApp',
  'care-app-without-cpr': 'originCareAppWithoutCpr',
  sms: 'originSms',
} as const satisfies Record<VisitOrigin, keyof BasicTexts>;

/** Where somebody comes from, in words: stands wherever the colour does. */
export const originText = (origin: VisitOrigin, texts: BasicTexts): string => texts[words[origin]];

/** Sets `--v-origin` on anything with `data-origin="<origin>"`: the colour of the left bar, 3:1 on every surface. */
export const originStyles = css`
  [data-origin='citizen-app'] {
    --v-origin: var(--v-origin-citizen-app);
  }
  [data-origin='care-app'] {
    --v-origin: var(--v-origin-care-app);
  }
  [data-origin='care-app-without-cpr'] {
    --v-origin: var(--v-origin-care-app-without-cpr);
  }
  [data-origin='sms'] {
    --v-origin: var(--v-origin-sms);
  }
`;

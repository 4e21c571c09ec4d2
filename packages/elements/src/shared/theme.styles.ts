import { css, unsafeCSS } from 'lit';

/** Each colour token with its light and dark default. Text on its surface is 4.5:1 or better, marks and borders 3:1. */
const colours: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  text: ['#18212c', '#e8edf3'],
  muted: ['#4b5868', '#aab6c4'],
  surface: ['#ffffff', '#151b23'],
  raised: ['#f3f5f8', '#1e2630'],
  line: ['#c9d0d9', '#384453'],
  border: ['#697586', '#8793a4'],
  accent: ['#0b5c8a', '#7fc3ee'],
  'on-accent': ['#ffffff', '#06202f'],
  danger: ['#a8201a', '#ff9d94'],
  'danger-surface': ['#fdecea', '#3a1a18'],
  warning: ['#6b4700', '#ffd479'],
  'warning-surface': ['#fff3d1', '#362a0b'],
  success: ['#17643a', '#83d8a4'],
  'success-surface': ['#e5f5eb', '#12301f'],
  'origin-citizen-app': ['#0b5c8a', '#7fc3ee'],
  'origin-care-app': ['#17713f', '#83d8a4'],
  'origin-care-app-without-cpr': ['#9a5b00', '#f0b54d'],
  'origin-sms': ['#7a3b9e', '#cf9fea'],
};

const declare = (value: (light: string, dark: string) => string): string =>
  Object.entries(colours)
    .map(([name, [light, dark]]) => `--v-${name}:var(--venterum-color-${name},${value(light, dark)});`)
    .join('');

const light = unsafeCSS(declare((value) => value));
const either = unsafeCSS(declare((...pair) => `light-dark(${pair.join()})`));

/**
 * Tokens and ground rules of every element. Hosts set `--venterum-color-<name>`, `--venterum-space`, `--venterum-radius`
 * and `--venterum-font`; elements read `--v-<name>`. Light or dark follows the page's `color-scheme`, or the `theme`
 * attribute (`light`, `dark`, `auto` for the system's).
 */
export const themeStyles = css`
  :host {
    ${light}
    --v-space: var(--venterum-space, 8px);
    --v-radius: var(--venterum-radius, 6px);
    display: block;
    container-type: inline-size;
    font-family: var(--venterum-font, inherit);
    line-height: 1.45;
    color: var(--v-text);
    background: var(--v-surface);
    overflow-wrap: break-word;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${either}
    }
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--v-accent);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

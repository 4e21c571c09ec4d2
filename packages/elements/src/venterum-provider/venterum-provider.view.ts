import { html, type TemplateResult } from 'lit';

/** Only what is inside. */
export const providerView: TemplateResult = html`<slot></slot>`;

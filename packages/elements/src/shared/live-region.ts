import { html, type TemplateResult } from 'lit';

/** Polite waits for its turn; assertive interrupts (somebody is called, a connection is lost). */
export type Urgency = 'polite' | 'assertive';

/** Two empty regions without bindings: what is said in them survives every rendering. */
export const liveRegions: TemplateResult = html`<div class="unseen" role="status" data-live="polite"></div>
  <div class="unseen" role="alert" data-live="assertive"></div>`;

/** Said again only after a pause, or screen readers take the same words for no change. */
const PAUSE_MILLISECONDS = 50;

/** What is about to be said in each region: what comes meanwhile is said with it. */
const pending = new WeakMap<Element, string>();

/** Says something to those who do not see the screen. The element must render {@link liveRegions} once. */
export const announce = (root: ParentNode, text: string, urgency: Urgency = 'polite'): void => {
  const region = root.querySelector(`[data-live="${urgency}"]`);
  if (region === null) return;
  const waiting = pending.get(region);
  pending.set(region, waiting === undefined ? text : `${waiting} ${text}`);
  if (waiting !== undefined) return;
  region.textContent = '';
  setTimeout(() => {
    region.textContent = pending.get(region) ?? '';
    pending.delete(region);
  }, PAUSE_MILLISECONDS);
};

import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../shared/failure-text.ts';
import { formatMoment } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { JoinStateIn, JoinView } from './queue-join.ui.ts';

/** A screen that only says something. */
export const messageView = (title: string, text: string, more: unknown = nothing): TemplateResult =>
  html`<h2 tabindex="-1">${title}</h2>
    <p>${text}</p>
    ${more}`;

/** What went wrong, in words. */
export const failureView = ({ state, texts }: JoinView): TemplateResult | typeof nothing =>
  state.failure === undefined
    ? nothing
    : html`<p class="notice error" part="failure">${failureText(state.failure, texts)}</p>`;

const unavailableText = (view: JoinView, { since }: JoinStateIn<'unavailable'>): string =>
  fill(view.texts.unavailableText, { time: formatMoment(since, view.language, view.now) });

/** `unavailable`: since when, what happens by itself, and what else to do; or why it is refused. */
export const unavailableView = (view: JoinView, step: JoinStateIn<'unavailable'>): TemplateResult => {
  const { texts, state, dispatch } = view;
  const { failure } = state;
  return messageView(
    step.retries ? texts.unavailableTitle : texts.refusedTitle,
    step.retries || failure === undefined ? unavailableText(view, step) : failureText(failure, texts),
    html`<button
      type="button"
      class="primary wide"
      part="primary"
      @click=${() => dispatch({ type: 'retry' })}
    >
      ${texts.retry}
    </button>`,
  );
};

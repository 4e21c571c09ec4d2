import { html, type TemplateResult } from 'lit';
import { messageView } from './queue-join.start.view.ts';
import type { AsideView, JoinStateIn } from './queue-join.ui.ts';

/** `signed-out`: one big button for each way to log in. */
export const signedOutView = (
  { texts, language, dispatch }: AsideView,
  { providers }: JoinStateIn<'signed-out'>,
): TemplateResult =>
  messageView(
    texts.signedOutTitle,
    providers.length === 0 ? texts.signedOutNone : texts.signedOutText,
    html`<div class="stack">
      ${providers.map(
        (provider) =>
          html`<button
            type="button"
            class="primary wide"
            @click=${() => dispatch({ type: 'sign-in', providerId: provider.id })}
          >
            ${provider.label[language]}
          </button>`,
      )}
    </div>`,
  );

/** `signing-in`: where to look, and a way out. */
export const signingInView = ({ texts, dispatch }: AsideView): TemplateResult =>
  messageView(
    texts.signingInTitle,
    texts.signingInText,
    html`<button type="button" class="wide" @click=${() => dispatch({ type: 'retry' })}>
      ${texts.retry}
    </button>`,
  );

/** `session-ended`: why, and the way back. */
export const sessionEndedView = (
  { texts, dispatch }: AsideView,
  { reason }: JoinStateIn<'session-ended'>,
): TemplateResult =>
  messageView(
    texts[`session:${reason}`],
    texts.sessionText,
    html`<button
      type="button"
      class="primary wide"
      part="primary"
      @click=${() => dispatch({ type: 'retry' })}
    >
      ${texts.signInAgain}
    </button>`,
  );

// What only those see who come by an invitation: fetched for them, and for nobody else.
import type { JoinCommand } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { failureView, messageView } from './queue-join.start.view.ts';
import { phoneButton } from './queue-join.wait-notices.view.ts';
import type { GuestView, JoinStateIn, JoinUi } from './queue-join.ui.ts';

export { guestDa } from './queue-join.guest.texts.da.ts';

const typed = (event: InputEvent): string => (event.target as HTMLInputElement).value;

const error = (id: string, text: string | false): TemplateResult =>
  html`<p id=${id} class="error line">${text === false ? nothing : text}</p>`;

const codeField = ({ texts, ui, change }: GuestView): TemplateResult => {
  const isWrong = ui.wrong === '#code';
  return html`<div class="field">
    <label for="code">${texts.code}</label>
    <input
      id="code"
      class="number"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="20"
      .value=${ui.code}
      aria-invalid=${isWrong}
      aria-describedby="code-help code-error"
      @input=${(event: InputEvent) => change({ code: typed(event), wrong: undefined })}
    />
    <p id="code-help" class="help">${texts.codeHelp}</p>
    ${error('code-error', isWrong && texts.codeMissing)}
  </div>`;
};

const nameField = ({ texts, ui, change }: GuestView): TemplateResult => {
  const isWrong = ui.wrong === '#name';
  return html`<div class="field">
    <label for="name">${texts.invitedName}</label>
    <input
      id="name"
      autocomplete="given-name"
      maxlength="80"
      .value=${ui.firstName}
      aria-invalid=${isWrong}
      aria-describedby="name-error"
      @input=${(event: InputEvent) => change({ firstName: typed(event), wrong: undefined })}
    />
    ${error('name-error', isWrong && texts.invitedMissing)}
  </div>`;
};

const declineButton = ({ texts, change }: GuestView): TemplateResult =>
  html`<div>
    <button type="button" class="link decline" part="decline" @click=${() => change({ declining: true })}>
      ${texts.decline}
    </button>
  </div>`;

const formView = (view: GuestView, { byCode, redeeming }: JoinStateIn<'invited'>): TemplateResult => {
  const { texts, submit } = view;
  return html`<h2 tabindex="-1">${byCode ? texts.codeTitle : texts.invitedTitle}</h2>
    <p>${byCode ? texts.codeText : texts.invitedText}</p>
    ${byCode ? html`<p>${texts.codeLink}</p>` : nothing}
    <form class="stack" novalidate @submit=${submit}>
      ${byCode ? codeField(view) : nothing} ${nameField(view)}
      <button class="primary wide" part="primary" aria-disabled=${redeeming}>
        ${redeeming ? texts.invitedBusy : texts.invitedJoin}
      </button>
    </form>
    ${failureView(view)}
    <p class="muted">${texts.invitedAsksNothing}</p>
    ${byCode ? nothing : declineButton(view)}`;
};

const declineView = (view: GuestView): TemplateResult => {
  const { texts, change, dispatch } = view;
  return messageView(
    texts.declineTitle,
    texts.declineText,
    html`<div class="stack">
      <button type="button" class="primary wide" @click=${() => change({ declining: false })}>
        ${texts.declineNo}
      </button>
      <button type="button" class="danger wide" @click=${() => dispatch({ type: 'decline' })}>
        ${texts.declineYes}
      </button>
      ${failureView(view)}
    </div>`,
  );
};

const ends = ['invite-used', 'invite-ended', 'invite-not-found'] as const;

/** Why a link is good for nothing any more: then there is nothing to fill in either. */
const endOf = ({ failure }: GuestView['state']): (typeof ends)[number] | undefined =>
  ends.find((code) => code === failure?.code);

/** `invited`: a first name and a tap, with the code first where there is no link; or why the link is dead. */
export const invitedView = (view: GuestView, state: JoinStateIn<'invited'>): TemplateResult => {
  const { texts, ui } = view;
  const end = endOf(view.state);
  if (end !== undefined)
    return html`<h2 tabindex="-1" class="dead">${texts[`ended:${end}`]}</h2>
      <p>${texts[`endedText:${end}`]}</p>
      ${phoneButton(view, view.state.failure?.phone)}`;
  return ui.declining ? declineView(view) : formView(view, state);
};

/** `declined`: the link is void. */
export const declinedView = ({ texts }: GuestView): TemplateResult =>
  messageView(texts.declinedTitle, texts.declinedText);

/** `session-ended`: nothing to log in to, but a link that may still be good. */
export const endedView = (view: GuestView, { reason }: JoinStateIn<'session-ended'>): TemplateResult => {
  const { texts, ui, dispatch } = view;
  return reason === 'revoked'
    ? messageView(texts.guestRevoked, texts.guestRevokedText, phoneButton(view, ui.phone))
    : messageView(
        texts.guestPaused,
        texts.guestPausedText,
        html`<button
          type="button"
          class="primary wide"
          part="primary"
          @click=${() => dispatch({ type: 'retry' })}
        >
          ${texts.guestGoOn}
        </button>`,
      );
};

/** What was typed as a command, or what is to be mended first, and where. */
export const redemption = (
  { firstName, code }: JoinUi,
  byCode: boolean,
):
  | { readonly command: JoinCommand }
  | {
      readonly field: '#code' | '#name';
      readonly words: 'codeMissing' | 'invitedMissing';
    } => {
  const name = firstName.trim();
  const digits = code.replace(/\D/g, '');
  if (byCode && digits.length !== 6) return { field: '#code', words: 'codeMissing' };
  if (name === '') return { field: '#name', words: 'invitedMissing' };
  return { command: { type: 'redeem', name, ...(byCode ? { code: digits } : {}) } };
};

import { formatPhone, unopenedInviteStatuses, type Invite } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../shared/texts.ts';
import type { LaterUi } from './sms-invite.ui.ts';

const hint = ({ status, recipient: { name, phone } }: Invite, { texts }: LaterUi): string => {
  if (!unopenedInviteStatuses.includes(status)) return fill(texts.revokeHintOpened, { name });
  return phone === undefined
    ? texts.revokeHintWithoutSms
    : fill(texts.revokeHint, { phone: formatPhone(phone) });
};

/** Asks before a link is made dead, and offers to write the right number at once. */
export const revokeView = (ui: LaterUi, invite: Invite): TemplateResult => {
  const { texts, do: act } = ui;
  const busy = ui.state.busy.has(invite.id);
  return html`<dialog
    class="stack"
    part="dialog"
    aria-labelledby="dialog-title"
    @close=${() => act.askRevoke(undefined)}
  >
    <h3 class="large" id="dialog-title">${fill(texts.revokeTitle, { name: invite.recipient.name })}</h3>
    <p>${hint(invite, ui)}</p>
    <div class="actions">
      <button type="button" class="danger yes" ?disabled=${busy} @click=${() => act.revoke(invite, false)}>
        ${busy ? texts.revoking : texts.revoke}
      </button>
      ${
        invite.recipient.phone === undefined
          ? nothing
          : html`<button
              type="button"
              class="rewrite"
              ?disabled=${busy}
              @click=${() => act.revoke(invite, true)}
            >
              ${texts.rewrite}
            </button>`
      }
      <button type="button" @click=${() => act.askRevoke(undefined)}>${texts.keep}</button>
    </div>
  </dialog>`;
};

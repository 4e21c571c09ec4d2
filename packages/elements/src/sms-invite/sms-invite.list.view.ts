import { finalInviteStatuses, formatPhone, type Invite, type InviteStatus } from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatTime } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { SmsInviteUi } from './sms-invite.ui.ts';

type Part = TemplateResult | typeof nothing;

const tones: Readonly<Record<InviteStatus, 'good' | 'bad' | 'plain'>> = {
  queued: 'plain',
  sent: 'plain',
  delivered: 'good',
  opened: 'good',
  ready: 'good',
  used: 'good',
  failed: 'bad',
  unknown: 'bad',
  expired: 'bad',
  revoked: 'plain',
};

const canResend: readonly InviteStatus[] = ['sent', 'delivered', 'failed', 'unknown', 'expired'];

const isFinal = ({ status }: Invite): boolean => finalInviteStatuses.includes(status);

const timesText = ({ sentAt, expiresAt, status }: Invite, { texts, language }: SmsInviteUi): string => {
  const sent = fill(texts.sentAt, { time: formatTime(sentAt, language) });
  return isFinal({ status } as Invite)
    ? sent
    : `${sent}, ${fill(texts.expiresAt, { time: formatTime(expiresAt, language) })}`;
};

const buttonsView = (invite: Invite, ui: SmsInviteUi): TemplateResult => {
  const { texts, do: act } = ui;
  const { name } = invite.recipient;
  const busy = ui.state.busy.has(invite.id);
  return html`<div class="actions">
    ${
      canResend.includes(invite.status)
        ? html`<button
            type="button"
            ?disabled=${busy}
            aria-label=${busy ? nothing : fill(texts.resendLabel, { name })}
            @click=${() => act.send({ type: 'resend', inviteId: invite.id })}
          >
            ${busy ? texts.resending : texts.resend}
          </button>`
        : nothing
    }
    ${
      isFinal(invite)
        ? nothing
        : html`<button
            type="button"
            class="quiet danger revoke"
            ?disabled=${busy}
            aria-label=${fill(texts.revokeLabel, { name })}
            @click=${() => act.askRevoke(invite)}
          >
            ${texts.revoke}
          </button>`
    }
  </div>`;
};

const inviteView = (invite: Invite, ui: SmsInviteUi): TemplateResult => {
  const { texts } = ui;
  const { recipient, status } = invite;
  return html`<li class="invite" part="invite" data-tone=${tones[status]}>
    <p class="whom">
      <b>${recipient.name}</b> <span class="muted">${texts[`role:${recipient.role}`]}</span>
      <span class="number">${formatPhone(recipient.phone)}</span>
    </p>
    <p class="status"><b class="badge">${texts[`status:${status}`]}</b> ${texts[`hint:${status}`]}</p>
    <p class="muted small">${timesText(invite, ui)}</p>
    ${buttonsView(invite, ui)}
  </li>`;
};

/** Everybody invited, with how far each invitation is. */
export const listView = (ui: SmsInviteUi): TemplateResult => {
  const { texts, invites } = ui;
  return html`<section
    class="stack"
    part="list"
    aria-labelledby="list"
    ?data-old=${ui.state.offlineSince !== undefined}
  >
    <h3 id="list" tabindex="-1">${texts.listTitle}</h3>
    ${
      invites.length === 0
        ? html`<p class="muted">${texts.listEmpty}</p>`
        : html`<ul class="invites">
            ${repeat(
              invites,
              ({ id }) => id,
              (invite) => inviteView(invite, ui),
            )}
          </ul>`
    }
  </section>`;
};

/** Asks before a link is made dead. */
export const revokeDialog = (ui: SmsInviteUi): Part => {
  const { texts, revoking, do: act } = ui;
  if (revoking === undefined) return nothing;
  const { name, phone } = revoking.recipient;
  const busy = ui.state.busy.has(revoking.id);
  return html`<dialog
    class="stack"
    part="dialog"
    aria-labelledby="dialog-title"
    @close=${() => act.askRevoke(undefined)}
  >
    <h3 class="large" id="dialog-title">${fill(texts.revokeTitle, { name })}</h3>
    <p>${fill(texts.revokeHint, { phone: formatPhone(phone) })}</p>
    <div class="actions">
      <button type="button" class="danger yes" ?disabled=${busy} @click=${() => act.revoke(revoking)}>
        ${busy ? texts.revoking : texts.revoke}
      </button>
      <button type="button" @click=${() => act.askRevoke(undefined)}>${texts.keep}</button>
    </div>
  </dialog>`;
};

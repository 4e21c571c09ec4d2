import {
  formatPhone,
  isResendable,
  isRevocable,
  unopenedInviteStatuses,
  type Invite,
  type InviteStatus,
} from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatTime } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { SmsInviteUi } from './sms-invite.ui.ts';

const tones: Readonly<Record<InviteStatus, 'good' | 'bad' | 'plain'>> = {
  issued: 'plain',
  queued: 'plain',
  sent: 'plain',
  delivered: 'good',
  opened: 'good',
  ready: 'good',
  'in-call': 'good',
  used: 'plain',
  failed: 'bad',
  unknown: 'bad',
  expired: 'bad',
  revoked: 'plain',
};

const isUnopened = ({ status }: Invite): boolean => unopenedInviteStatuses.includes(status);

/** Once opened the link lives as long as the visit: only before that has it an end worth naming. */
const timesText = (invite: Invite, { texts, language }: SmsInviteUi): string => {
  const sent = fill(texts.sentAt, { time: formatTime(invite.sentAt, language) });
  return isUnopened(invite)
    ? `${sent}, ${fill(texts.expiresAt, { time: formatTime(invite.expiresAt, language) })}`
    : sent;
};

const buttonsView = (invite: Invite, ui: SmsInviteUi): TemplateResult => {
  const { texts, do: act } = ui;
  const { name } = invite.recipient;
  const busy = ui.state.busy.has(invite.id);
  return html`<div class="actions">
    ${
      isResendable(invite.status)
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
      isRevocable(invite.status)
        ? html`<button
            type="button"
            class="quiet danger revoke"
            ?disabled=${busy}
            aria-label=${fill(texts.revokeLabel, { name })}
            @click=${() => act.askRevoke(invite)}
          >
            ${texts.revoke}
          </button>`
        : nothing
    }
  </div>`;
};

const inviteView = (invite: Invite, ui: SmsInviteUi): TemplateResult => {
  const { texts } = ui;
  const { recipient, status } = invite;
  return html`<li class="invite" part="invite" data-status=${status} data-tone=${tones[status]}>
    <p class="whom">
      <b>${recipient.name}</b> <span class="muted">${texts[`role:${recipient.role}`]}</span>
      <span class="number">${recipient.phone === undefined ? nothing : formatPhone(recipient.phone)}</span>
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

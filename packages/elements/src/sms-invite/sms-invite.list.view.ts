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

type Part = TemplateResult | typeof nothing;

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

const failureHint = ({ status, failure }: Invite, { texts }: SmsInviteUi): string =>
  status === 'failed' && failure !== undefined ? texts[`failed:${failure}`] : texts[`hint:${status}`];

const hintOf = (invite: Invite, ui: SmsInviteUi): string =>
  invite.wrongPerson === true ? ui.texts.wrongPerson : failureHint(invite, ui);

const toneOf = ({ status, wrongPerson }: Invite): string => (wrongPerson === true ? 'bad' : tones[status]);

const otherDeviceView = ({ otherDeviceAt }: Invite, { texts, language }: SmsInviteUi): Part =>
  otherDeviceAt === undefined
    ? nothing
    : html`<p class="other">${fill(texts.otherDevice, { time: formatTime(otherDeviceAt, language) })}</p>`;

/** Once opened the link lives as long as the visit: only before that has it an end worth naming. */
const timesText = (invite: Invite, { texts, language }: SmsInviteUi): string => {
  const { recipient, sentAt } = invite;
  const sent = fill(recipient.phone === undefined ? texts.madeAt : texts.sentAt, {
    time: formatTime(sentAt, language),
  });
  return isUnopened(invite)
    ? `${sent}, ${fill(texts.expiresAt, { time: formatTime(invite.expiresAt, language) })}`
    : sent;
};

interface RowButton {
  readonly words: string;
  readonly label: string;
  readonly looks?: string;
  readonly press: () => void;
}

const rowButton = (
  { words, label, looks = '', press }: RowButton,
  name: string,
  busy: boolean,
): TemplateResult =>
  html`<button
    type="button"
    class=${looks}
    ?disabled=${busy}
    aria-label=${fill(label, { name })}
    @click=${press}
  >
    ${words}
  </button>`;

/** Somebody without a number is sent nothing: what is new is the link, once the old one is dead. */
const canResend = ({ status, recipient }: Invite): boolean =>
  isResendable(status) && (recipient.phone !== undefined || status === 'expired');

const resendButton = ({ id: inviteId, recipient }: Invite, ui: SmsInviteUi): RowButton => {
  const { texts, state, do: act } = ui;
  const press = (): void => act.send({ type: 'resend', inviteId });
  if (state.busy.has(inviteId)) return { words: texts.resending, label: texts.resending, press };
  return recipient.phone === undefined
    ? { words: texts.renew, label: texts.renewLabel, press }
    : { words: texts.resend, label: texts.resendLabel, press };
};

const buttonsOf = (invite: Invite, ui: SmsInviteUi): readonly RowButton[] => {
  const { texts, do: act } = ui;
  const { id: inviteId, status, wrongPerson } = invite;
  const buttons: readonly (RowButton | false)[] = [
    canResend(invite) && resendButton(invite, ui),
    isUnopened(invite) && {
      words: texts.show,
      label: texts.showLabel,
      looks: 'show',
      press: () => act.send({ type: 'show', inviteId }),
    },
    wrongPerson === true && {
      words: texts.rewriteNumber,
      label: texts.rewriteLabel,
      press: () => act.rewrite(invite),
    },
    isRevocable(status) && {
      words: texts.revoke,
      label: texts.revokeLabel,
      looks: 'quiet danger revoke',
      press: () => act.askRevoke(invite),
    },
  ];
  return buttons.filter((one) => one !== false);
};

const buttonsView = (invite: Invite, ui: SmsInviteUi): TemplateResult =>
  html`<div class="actions">
    ${buttonsOf(invite, ui).map((one) => rowButton(one, invite.recipient.name, ui.state.busy.has(invite.id)))}
  </div>`;

const inviteView = (invite: Invite, ui: SmsInviteUi): TemplateResult => {
  const { texts } = ui;
  const { recipient, status } = invite;
  return html`<li class="invite" part="invite" data-status=${status} data-tone=${toneOf(invite)}>
    <p class="whom">
      <b>${recipient.name}</b> <span class="muted">${texts[`role:${recipient.role}`]}</span>
      <span class="number">${recipient.phone === undefined ? nothing : formatPhone(recipient.phone)}</span>
    </p>
    <p class="status"><b class="badge">${texts[`status:${status}`]}</b> ${hintOf(invite, ui)}</p>
    ${otherDeviceView(invite, ui)}
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

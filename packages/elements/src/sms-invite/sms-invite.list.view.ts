import {
  formatPhone,
  isResendable,
  isRevocable,
  unopenedInviteStatuses,
  type Instant,
  type Invite,
  type InviteStatus,
} from '@venterum/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatMoment } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import type { SmsInviteUi } from './sms-invite.ui.ts';

type Part = TemplateResult | typeof nothing;

const good: readonly InviteStatus[] = ['delivered', 'opened', 'ready', 'in-call'];
const bad: readonly InviteStatus[] = ['failed', 'unknown', 'expired'];

const isUnopened = ({ status }: Invite): boolean => unopenedInviteStatuses.includes(status);

const failureHint = ({ status, failure }: Invite, { texts }: SmsInviteUi): string =>
  status === 'failed' && failure !== undefined ? texts[`failed:${failure}`] : texts[`hint:${status}`];

const hintOf = (invite: Invite, ui: SmsInviteUi): string =>
  invite.wrongPerson === true ? ui.texts.wrongPerson : failureHint(invite, ui);

/** Whether there is something to mend, or nothing more to do. */
export const toneOf = ({ status, wrongPerson }: Invite): 'good' | 'bad' | 'plain' => {
  if (wrongPerson === true || bad.includes(status)) return 'bad';
  return good.includes(status) ? 'good' : 'plain';
};

/** Whose invitation it is, and how far. */
export const statusText = (
  { status, recipient: { name }, wrongPerson }: Invite,
  texts: SmsInviteUi['texts'],
): string =>
  fill(texts.announceStatus, {
    name,
    status: wrongPerson === true ? texts.wrongPerson : texts[`status:${status}`],
  });

/** A time, with its day unless that is today. */
export const momentText = (
  instant: Instant,
  { language, now }: Pick<SmsInviteUi, 'language' | 'now'>,
): string => formatMoment(instant, language, now);

const otherDeviceView = ({ otherDeviceAt }: Invite, ui: SmsInviteUi): Part =>
  otherDeviceAt === undefined
    ? nothing
    : html`<p class="other">${fill(ui.texts.otherDevice, { time: momentText(otherDeviceAt, ui) })}</p>`;

/** When a message goes out. */
export const sendsAtText = (instant: Instant, ui: SmsInviteUi): string =>
  fill(ui.texts.sendsAt, { time: momentText(instant, ui) });

/** When everybody is to be there. */
export const agreedView = (instant: Instant | undefined, ui: SmsInviteUi): Part =>
  instant === undefined
    ? nothing
    : html`<p><b>${fill(ui.texts.agreed, { time: momentText(instant, ui) })}</b></p>`;

/** Whether its time is still to come. */
const isForLater = ({ sentAt }: Invite, { now }: SmsInviteUi): boolean => Date.parse(sentAt) > now;

/** Of these nobody can say that they were sent. */
const unsent: readonly InviteStatus[] = ['issued', 'queued', 'failed'];

const madeText = ({ recipient, status, sentAt }: Invite, ui: SmsInviteUi): string => {
  const isSent = recipient.phone !== undefined && !unsent.includes(status);
  return fill(ui.texts[isSent ? 'sentAt' : 'madeAt'], { time: momentText(sentAt, ui) });
};

/** Once opened the link lives as long as the visit: only before that has it an end worth naming. */
const timesText = (invite: Invite, ui: SmsInviteUi): string => {
  const { status, sentAt, expiresAt } = invite;
  if (status === 'queued' && isForLater(invite, ui)) return sendsAtText(sentAt, ui);
  const made = isForLater(invite, ui) ? [] : [madeText(invite, ui)];
  const ends = isUnopened(invite) ? [fill(ui.texts.expiresAt, { time: momentText(expiresAt, ui) })] : [];
  return [...made, ...ends].map((words) => `${words}.`).join(' ');
};

interface RowButton {
  readonly words: string;
  /** Else the words, with whom they are about. */
  readonly label?: string;
  readonly looks?: string;
  readonly press: () => void;
}

const rowButton = (
  { words, label, looks = '', press }: RowButton,
  { id, recipient: { name } }: Invite,
  { texts, state }: SmsInviteUi,
): TemplateResult =>
  html`<button
    type="button"
    class=${looks}
    ?disabled=${state.busy.has(id)}
    aria-label=${fill(label ?? texts.forWhom, { words, name })}
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
  return { words: recipient.phone === undefined ? texts.renew : texts.resend, press };
};

const buttonsOf = (invite: Invite, ui: SmsInviteUi): readonly RowButton[] => {
  const { texts, do: act } = ui;
  const { id: inviteId, status, wrongPerson } = invite;
  const buttons: readonly (RowButton | false)[] = [
    canResend(invite) && !(status === 'queued' && isForLater(invite, ui)) && resendButton(invite, ui),
    isUnopened(invite) && {
      words: texts.show,
      looks: 'show',
      press: () => act.send({ type: 'show', inviteId }),
    },
    wrongPerson === true && {
      words: texts.rewriteNumber,
      press: () => act.rewrite(invite),
    },
    isRevocable(status) && {
      words: texts.revoke,
      label: texts.revokeLabel,
      looks: 'link danger revoke',
      press: () => act.askRevoke(invite),
    },
  ];
  return buttons.filter((one) => one !== false);
};

const buttonsView = (invite: Invite, ui: SmsInviteUi): TemplateResult =>
  html`<div class="actions">${buttonsOf(invite, ui).map((one) => rowButton(one, invite, ui))}</div>`;

const inviteView = (invite: Invite, ui: SmsInviteUi): TemplateResult => {
  const { texts } = ui;
  const { recipient, status } = invite;
  return html`<li class="invite" part="invite" data-status=${status} data-tone=${toneOf(invite)}>
    <p class="whom">
      <b>${recipient.name}</b> <span class="muted">${texts[`role:${recipient.role}`]}</span>
      ${invite.test === true ? html`<span class="muted">${texts.testCall}</span>` : nothing}
      <span class="number">${recipient.phone === undefined ? nothing : formatPhone(recipient.phone)}</span>
    </p>
    <p class="status"><b class="badge">${texts[`status:${status}`]}</b> ${hintOf(invite, ui)}</p>
    ${otherDeviceView(invite, ui)} ${agreedView(invite.agreedAt, ui)}
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

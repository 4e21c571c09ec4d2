import type { Invite, InviteStatus, Support } from '@venterum/contract';
import type { InviteCommand, InviteState, VenterumClient } from '@venterum/client';
import type { LitElement } from 'lit';
import { ScriptedStore } from '../shared/scripted-store.test.ts';

/** The moment the tests stand at: 22 November 2026, 14.30 in Denmark. */
export const now = '2026-11-22T13:30:00.000Z';

const support: Support = { name: 'Venterum support', phone: '+4570123456' };

/** A client that only knows what time it is and whom to ask for help. */
export const client = {
  clock: { now: () => Date.parse(now), after: () => () => undefined },
  session: { getState: () => ({ status: 'none' }), subscribe: () => () => undefined },
  support,
  diagnosis: () => 'diagnosis',
  events: () => ({ listen: () => () => undefined }),
  request: () => new Promise(() => undefined),
  config: () => new Promise(() => undefined),
} as unknown as VenterumClient;

/** An invitation with a status, and what a test wants otherwise. */
export const invite = (id: string, status: InviteStatus, more: Partial<Invite> = {}): Invite => ({
  id,
  clinicId: 'clinic-1',
  visitId: 'visit-1',
  participantId: `p-${id}`,
  recipient: { name: 'Datter Test', phone: '+4520123456', role: 'relative', language: 'da' },
  status,
  sentAt: '2026-11-22T13:20:00.000Z',
  expiresAt: '2026-11-22T14:20:00.000Z',
  ...more,
});

const statuses: readonly InviteStatus[] = [
  'issued',
  'queued',
  'sent',
  'delivered',
  'opened',
  'ready',
  'in-call',
  'used',
  'failed',
  'unknown',
  'expired',
  'revoked',
];

/** A state that is ready, with what a test wants otherwise. */
export const ready = (more: Partial<InviteState> = {}): InviteState => ({
  status: 'ready',
  invites: [],
  busy: new Set(),
  ...more,
});

const { phone: _phone, ...withoutPhone } = invite('i-0', 'issued').recipient;

/** Somebody who gets no SMS. */
export const withoutSms = (id = 'i-1'): Invite => invite(id, 'issued', { recipient: withoutPhone });

/** One invitation of every status. Only to somebody without a number is nothing on its way. */
export const everyStatus: readonly Invite[] = statuses.map((status) =>
  status === 'issued' ? withoutSms('i-issued') : invite(`i-${status}`, status),
);

/** One invitation for each reason an SMS can fail, and what others have done with a link. */
const trouble: readonly Invite[] = [
  ...(['number', 'unreachable', 'refused', 'gateway'] as const).map((failure) =>
    invite(`i-${failure}`, 'failed', { failure }),
  ),
  invite('i-other', 'opened', { otherDeviceAt: '2026-11-22T13:25:00.000Z' }),
  invite('i-wrong', 'revoked', { wrongPerson: true }),
  withoutSms('i-none'),
];

/** The ways in, as the server gives them. */
export const shown = {
  inviteId: 'i-1',
  link: 'https://video.example.dk/guest/#abcdefghijklmnopqrstuv',
  qr: { size: 4, path: 'M1 1h1v1h-1zM2 2h1v1h-1z' },
  code: '123456',
  codePage: 'https://video.example.dk/guest/',
  codeExpiresAt: '2026-11-22T13:40:00.000Z',
} as const;

/** Two days ahead. */
const forLater = { sentAt: '2026-11-24T07:00:00.000Z', expiresAt: '2026-11-24T08:00:00.000Z' } as const;

/** The states every ring of tests goes through, by name. */
export const states: Readonly<Record<string, InviteState>> = {
  starting: ready({ status: 'starting' }),
  empty: ready(),
  list: ready({ invites: everyStatus }),
  trouble: ready({ invites: trouble }),
  shown: ready({ invites: [invite('i-1', 'delivered')], shown }),
  'shown-over': ready({
    invites: [withoutSms()],
    shown: { ...shown, codeExpiresAt: '2026-11-22T13:29:00.000Z' },
  }),
  made: ready({ invites: [withoutSms()], sent: [withoutSms()] }),
  sent: ready({ invites: [invite('i-1', 'queued')], sent: [invite('i-1', 'queued')] }),
  sending: ready({ status: 'sending' }),
  busy: ready({ invites: [invite('i-1', 'failed')], busy: new Set(['i-1']) }),
  limit: ready({ failure: { code: 'limit-reached', retryAfter: 3541 } }),
  full: ready({ failure: { code: 'visit-full' } }),
  'server-gone': ready({ failure: { code: 'unavailable' } }),
  gateway: ready({
    invites: [invite('i-1', 'failed', { failure: 'gateway' })],
    sent: [invite('i-1', 'queued')],
  }),
  'sent-two': ready({
    invites: [invite('i-1', 'delivered'), invite('i-2', 'queued')],
    sent: [invite('i-1', 'queued'), invite('i-2', 'queued')],
  }),
  offline: ready({ invites: everyStatus.slice(0, 3), offlineSince: '2026-11-22T13:26:00.000Z' }),
  unavailable: ready({ status: 'unavailable' }),
  forbidden: ready({ status: 'forbidden' }),
  'signed-out': ready({ status: 'unavailable', failure: { code: 'unauthenticated' } }),
  'logged-off': ready({ status: 'unavailable', failure: { code: 'session-ended' } }),
  agreed: ready({
    invites: [
      invite('i-1', 'queued', { ...forLater, agreedAt: '2026-11-24T07:15:00.000Z' }),
      { ...withoutSms('i-2'), ...forLater, agreedAt: '2026-11-24T07:15:00.000Z' },
      invite('i-3', 'ready', { agreedAt: '2026-11-22T13:30:00.000Z', test: true }),
    ],
  }),
  'for-later': ready({
    invites: [invite('i-1', 'queued', forLater)],
    sent: [invite('i-1', 'queued', forLater)],
  }),
};

/** What a test scripts. */
export type InviteScript = ScriptedStore<InviteState, InviteCommand>;

/** A store in a state. */
export const fakeStore = (state: InviteState): InviteScript =>
  new ScriptedStore<InviteState, InviteCommand>(state);

type Scene = (element: LitElement) => void | Promise<void>;

const write =
  (values: Readonly<Record<string, string>>) =>
  (element: HTMLElement): void => {
    for (const [selector, value] of Object.entries(values)) {
      const field = element.shadowRoot?.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`no ${selector}`);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
  };

const press =
  (selector: string) =>
  (element: HTMLElement): void =>
    element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();

const filled = write({ '#name-0': 'Datter Test', '#phone-0': '20123456' });

/** What a person has typed or opened in a state. */
export const scenes: Readonly<Record<string, Scene>> = {
  filled,
  wrong: (element) => {
    write({ '#phone-0': '90 12 34 56' })(element);
    press('form .primary')(element);
  },
  confirm: (element) => {
    filled(element);
    press('form .primary')(element);
  },
  two: (element) => {
    filled(element);
    press('.add')(element);
  },
  'send-later': (element) => {
    filled(element);
    press('#sendAt-on')(element);
  },
  agreed: (element) => {
    filled(element);
    press('#agreedAt-on')(element);
  },
  'agreed-confirm': async (element) => {
    filled(element);
    press('#agreedAt-on')(element);
    await element.updateComplete;
    write({ '#agreedAt': '2026-11-23T10:15' })(element);
    press('#test')(element);
    press('form .primary')(element);
  },
  revoke: press('.revoke'),
  'without-sms': (element) => {
    filled(element);
    press('#without-0')(element);
  },
};

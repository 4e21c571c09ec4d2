import type { JoinState } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { secondsUntil } from '../shared/format.ts';
import { fill } from '../shared/texts.ts';
import { joinButtonView, lazyView, readyView } from './queue-join.ready.view.ts';
import { failureView, messageView, unavailableView } from './queue-join.start.view.ts';
import type { AsideView, AsideViews, GuestViews, JoinStateIn, JoinView } from './queue-join.ui.ts';
import {
  calledView,
  inCallView,
  offlineView,
  slimView,
  waitingActions,
  waitingView,
} from './queue-join.wait.view.ts';

type StepViews = {
  readonly [Step in JoinState['step']]: (view: JoinView, state: JoinStateIn<Step>) => TemplateResult;
};

const asideView = (
  view: JoinView,
  render: (aside: AsideViews, view: AsideView) => TemplateResult,
): TemplateResult => {
  const { aside, asideStatus } = view;
  // Their words have come with them.
  return lazyView(view, asideStatus, aside === undefined ? html`` : render(aside, view as AsideView));
};

const guestView = (
  view: JoinView,
  render: (guest: GuestViews, view: AsideView) => TemplateResult,
): TemplateResult => {
  const { guest, guestStatus } = view;
  return lazyView(view, guestStatus, guest === undefined ? html`` : render(guest, view as AsideView));
};

const steps: StepViews = {
  starting: ({ texts }) => messageView(texts.startingTitle, texts.startingText),
  'signed-out': (view, state) => asideView(view, (aside, all) => aside.signedOutView(all, state)),
  'signing-in': (view) => asideView(view, (aside, all) => aside.signingInView(all)),
  invited: (view, state) => guestView(view, (guest, all) => guest.invitedView(all, state)),
  declined: (view) => guestView(view, (guest, all) => guest.declinedView(all)),
  who: (view, state) => asideView(view, (aside, all) => aside.whoView(all, state)),
  closed: (view, state) => asideView(view, (aside, all) => aside.closedView(all, state)),
  ready: readyView,
  joining: readyView,
  waiting: waitingView,
  called: calledView,
  'in-call': inCallView,
  over: (view, state) => asideView(view, (aside, all) => aside.overView(all, state)),
  'session-ended': (view, state) =>
    view.isGuest
      ? guestView(view, (guest, all) => guest.endedView(all, state))
      : asideView(view, (aside, all) => aside.sessionEndedView(all, state)),
  unavailable: unavailableView,
};

// The mapped type pairs each step with its view; an index by the union loses the pairing.
const stepView = (view: JoinView): TemplateResult =>
  (steps[view.state.step] as (view: JoinView, state: JoinState) => TemplateResult)(view, view.state);

const actionsView = (view: JoinView): TemplateResult | typeof nothing => {
  const { step } = view.state;
  if (step === 'ready' || step === 'joining') return joinButtonView(view);
  return step === 'waiting' ? waitingActions(view) : nothing;
};

const canSignOut = ({ step }: JoinView['state']): boolean =>
  step === 'who' || step === 'closed' || step === 'ready' || step === 'waiting' || step === 'over';

/** Whoever has logged in here logs off here: the next at a shared tablet must not come in as the last. */
const signOutView = ({ texts, state, hasLogin, dispatch }: JoinView): TemplateResult | typeof nothing =>
  hasLogin && canSignOut(state)
    ? html`<div class="actions">
        <button type="button" class="quiet" part="sign-out" @click=${() => dispatch({ type: 'sign-out' })}>
          ${texts.signOut}
        </button>
      </div>`
    : nothing;

/** From `ready` until the call the devices are warm: the check stays where it is, also while nothing of it is shown. */
const devicesView = (view: JoinView): TemplateResult | typeof nothing => {
  const { step } = view.state;
  if (step !== 'ready' && step !== 'joining' && step !== 'waiting' && step !== 'called') return nothing;
  const shown = step !== 'called' && !view.minimised;
  return html`<div class="devices" ?hidden=${!shown}>
    ${lazyView(view, view.deviceCheck, html`<device-check compact .client=${view.client}></device-check>`)}
  </div>`;
};

// These say their failure where it is to be mended.
const saysFailureItself = ({ step }: JoinView['state']): boolean =>
  step === 'invited' || step === 'who' || step === 'unavailable';

const sessionView = ({ state, texts, now, dispatch }: JoinView): TemplateResult | typeof nothing => {
  if (state.sessionEndsAt === undefined) return nothing;
  const seconds = secondsUntil(state.sessionEndsAt, now);
  return html`<div class="notice warning apart" part="session">
    <b>${fill(texts.sessionEnding, { seconds })}</b>
    <button type="button" class="primary stay" @click=${() => dispatch({ type: 'stay-signed-in' })}>
      ${texts.stay}
    </button>
  </div>`;
};

const testView = ({ state, texts }: JoinView): TemplateResult | typeof nothing =>
  ('visit' in state ? state.visit : state.draft).test
    ? html`<p class="notice warning test" part="test"><b>${texts.testCall}.</b> ${texts.testText}</p>`
    : nothing;

const canBeSmall = ({ step }: JoinView['state']): boolean => step === 'waiting' || step === 'called';

/**
 * The whole flow in its state: one step is one screen, warnings lie at the bottom where they move nothing, under what there is to do and not over it. That there is
 * no connection stands in the place of what that makes untrue for whoever waits: it lasts too long to lie over a button.
 */
export const queueJoinView = (view: JoinView): TemplateResult => {
  const { state, minimised } = view;
  const small = minimised && canBeSmall(state);
  return html`${testView(view)}
    <div class="step stack" data-step=${state.step}>
      ${small ? slimView(view) : html`${stepView(view)}`} ${devicesView(view)}
      ${small || saysFailureItself(state) ? nothing : failureView(view)}
    </div>
    <div class="tray">
      ${small ? nothing : actionsView(view)}
      ${state.step === 'waiting' && !small ? nothing : offlineView(view)} ${sessionView(view)}
    </div>
    ${small ? nothing : html`${signOutView(view)} ${view.support()}`}`;
};

import type { DeviceCommand, DeviceState, NetworkState, NetworkStatus } from '@venterum/client';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { deviceChoiceView, testSoundView } from '../shared/device-choice.ts';
import { deviceProblemView } from '../shared/device-problem.ts';
import { fill } from '../shared/texts.ts';
import type { DeviceCheckTexts } from './device-check.texts.da.ts';

/** What the views show and call. */
export interface DeviceCheckView {
  readonly texts: DeviceCheckTexts;
  readonly devices: DeviceState;
  /** Missing without a client. */
  readonly network: NetworkState | undefined;
  /** Address of the client's server. */
  readonly server: string;
  /** Without a heading of its own, for inside another screen. */
  readonly compact: boolean;
  /** The test sound has been asked for. */
  readonly soundTried: boolean;
  readonly checkNetwork: () => void;
  readonly dispatch: (command: DeviceCommand) => void;
}

const STEPS = 10;
const steps = Array.from({ length: STEPS }, (_, index) => index);

const isAsking = ({ camera, microphone }: DeviceState): boolean =>
  camera === 'asking' || microphone === 'asking';

const pictureView = ({ texts, devices }: DeviceCheckView): TemplateResult =>
  html`<figure class="picture" part="picture">
    ${
      devices.camera === 'on'
        ? html`<video
            autoplay
            playsinline
            .muted=${true}
            .srcObject=${live(devices.stream ?? null)}
            aria-label=${texts.picture}
          ></video>`
        : html`<p class="nothing">${devices.camera === 'asking' ? texts.oneMoment : texts.noPicture}</p>`
    }
  </figure>`;

const levelView = ({ texts, devices }: DeviceCheckView): TemplateResult => {
  const lit = devices.microphone === 'on' ? Math.round(devices.level * STEPS) : 0;
  return html`<div
    class="level"
    part="level"
    role="meter"
    aria-label=${texts.level}
    aria-valuemin="0"
    aria-valuemax=${STEPS}
    aria-valuenow=${lit}
  >
    ${steps.map((step) => html`<span class=${step < lit ? 'on' : ''}></span>`)}
  </div>`;
};

const soundText = ({ texts, devices }: DeviceCheckView): string => {
  if (devices.microphone === 'asking' || devices.microphone === 'unknown') return texts.oneMoment;
  if (devices.microphone !== 'on') return texts.noSound;
  return devices.heard ? texts.heard : texts.saySomething;
};

const problemView = ({ texts, devices, dispatch }: DeviceCheckView): TemplateResult | typeof nothing =>
  isAsking(devices)
    ? html`<p class="notice" part="asking">${texts.askingDevices}</p>`
    : deviceProblemView(devices, texts, () => dispatch({ type: 'start' }));

/** What is wrong on the way to the server, and how to mend it; `undefined` when nothing is, or nothing is known. */
export const networkWords = (
  status: NetworkStatus,
  texts: DeviceCheckTexts,
): { readonly problem: string; readonly mend: string } | undefined => {
  switch (status) {
    case 'slow':
      return { problem: texts.networkSlow, mend: texts.networkSlowMend };
    case 'no-network':
      return { problem: texts.networkNone, mend: texts.networkNoneMend };
    case 'no-server':
      return { problem: texts.networkNoServer, mend: texts.networkNoServerMend };
    case 'no-socket':
      return { problem: texts.networkNoSocket, mend: texts.networkNoSocketMend };
    case 'unknown':
    case 'checking':
    case 'good':
      return undefined;
  }
};

const networkView = (view: DeviceCheckView): TemplateResult | typeof nothing => {
  const { texts, network, server, checkNetwork } = view;
  if (network === undefined) return nothing;
  const words = networkWords(network.status, texts);
  if (words === undefined)
    return html`<p class="help" part="network">
      ${network.status === 'good' ? texts.networkGood : texts.networkChecking}
    </p>`;
  return html`<div class="notice warning" part="network">
    <p><b>${words.problem}</b></p>
    <p>${fill(words.mend, { server: server.replace(/^https?:\/\//, '') })}</p>
    <button type="button" @click=${checkNetwork}>${texts.networkAgain}</button>
  </div>`;
};

const choiceView = ({ texts, devices, dispatch }: DeviceCheckView): TemplateResult | typeof nothing =>
  devices.cameras.length + devices.microphones.length === 0
    ? nothing
    : html`<details part="change">
        <summary>${texts.change}</summary>
        <div class="choices stack">${deviceChoiceView(devices, texts, dispatch)}</div>
      </details>`;

/** The whole check. */
export const deviceCheckView = (view: DeviceCheckView): TemplateResult =>
  html`<section class="check-devices" aria-label=${view.texts.title}>
    ${view.compact ? nothing : html`<h3>${view.texts.title}</h3>`}
    <div class="side">
      ${pictureView(view)}
      <div class="sound">
        ${levelView(view)}
        <p class="hears" part="heard" data-longest=${view.texts.saySomething}>
          <span>${soundText(view)}</span>
        </p>
        ${testSoundView(view.devices, view.texts, view.dispatch)}
        ${view.compact && !view.soundTried ? nothing : html`<p class="help">${view.texts.testHint}</p>`}
      </div>
    </div>
    ${networkView(view)} ${problemView(view)} ${choiceView(view)}
  </section>`;

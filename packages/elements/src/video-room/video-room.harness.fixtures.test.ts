import { fixture, html } from '@open-wc/testing';
import type { CallCommand, CallState } from '@venterum/client';
import { FakeDevices } from '@venterum/testing/video';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './video-room.define.ts';
import { devicesOn, roomStates, type RoomState } from './video-room.fixtures.test.ts';
import type { VideoRoomElement } from './video-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

/** A call that says what a test tells it to. */
export type CallStore = ScriptedStore<CallState, CallCommand>;

/** A room on the page. */
export interface Begun {
  readonly element: VideoRoomElement;
  readonly store: CallStore;
  readonly devices: FakeDevices;
}

const states = roomStates();

/** One of the states by name. */
export const roomState = (name: string): RoomState => {
  const found = states[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found;
};

/** The room in one of its states. */
export const begin = async (name: string, layoutGiven = 'grid'): Promise<Begun> => {
  const { call, devices: given = devicesOn, layout = layoutGiven } = roomState(name);
  const store: CallStore = new ScriptedStore<CallState, CallCommand>(call);
  const devices = new FakeDevices(given);
  const element = await fixture<VideoRoomElement>(
    html`<video-room layout=${layout} .devices=${devices} .store=${store}></video-room>`,
  );
  return { element, store, devices };
};

/** The one thing that matches. */
export const part = (element: VideoRoomElement, selector: string): HTMLElement => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

/** The picture that matches. */
export const videoIn = (element: VideoRoomElement, selector: string): HTMLVideoElement => {
  const found = part(element, selector);
  if (!(found instanceof HTMLVideoElement)) throw new Error(`no picture ${selector}`);
  return found;
};

/** All that is to be read. */
export const words = (element: VideoRoomElement): string =>
  (element.renderRoot.querySelector('.room')?.textContent ?? '').replace(/\s+/g, ' ');

/** What is said next to those who do not see the screen. */
export const spoken = async (element: VideoRoomElement, urgency: 'polite' | 'assertive'): Promise<string> => {
  const region = element.renderRoot.querySelector(`[data-live="${urgency}"]`);
  await waitUntil(() => region?.textContent, 'said in time');
  return region?.textContent ?? '';
};

/** The button with these words on it, or these for those who do not see it. */
export const button = (element: VideoRoomElement, text: string): HTMLButtonElement => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === text || one.getAttribute('aria-label') === text,
  );
  if (found === undefined) throw new Error(`no button "${text}"`);
  return found;
};

/** Waits for something that comes by itself. */
export const until = async (holds: () => boolean): Promise<void> => {
  await waitUntil(holds, 'in time');
};

/** Opens what is rarely needed. */
export const openMore = async (element: VideoRoomElement): Promise<void> => {
  button(element, 'Mere').click();
  await until(() => element.renderRoot.querySelector('[part=devices]') !== null);
};

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyController } from './lazy-controller.ts';

/** Tag of an element that another uses inside itself. */
export type LazyTag = 'clinic-settings' | 'consent-form' | 'device-check' | 'sms-invite' | 'video-room';

/** An element that is loaded when it is needed. */
export interface LazyElement {
  readonly tag: LazyTag;
  readonly load: () => Promise<unknown>;
}

// Elements reach each other here and nowhere else; one constant each, so that a page's bundle has those it uses.

/** `<clinic-settings>`. */
export const clinicSettings: LazyElement = {
  tag: 'clinic-settings',
  load: () => import('../clinic-settings/clinic-settings.define.ts'),
};

/** `<consent-form>`. */
export const consentForm: LazyElement = {
  tag: 'consent-form',
  load: () => import('../consent-form/consent-form.define.ts'),
};

/** `<device-check>`. */
export const deviceCheck: LazyElement = {
  tag: 'device-check',
  load: () => import('../device-check/device-check.define.ts'),
};

/** `<sms-invite>`. */
export const smsInvite: LazyElement = {
  tag: 'sms-invite',
  load: () => import('../sms-invite/sms-invite.define.ts'),
};

/** `<video-room>`. */
export const videoRoom: LazyElement = {
  tag: 'video-room',
  load: () => import('../video-room/video-room.define.ts'),
};

const isDefined = ({ tag }: LazyElement): boolean => customElements.get(tag) !== undefined;

/** Loads and registers an element. Rejects when its code cannot be fetched; asking again tries again. */
export const loadElement = async (element: LazyElement): Promise<void> => {
  if (!isDefined(element)) await element.load();
};

/** Loads one element for its host and tells how far it is. */
export class LazyElementController extends LazyController<void> implements ReactiveController {
  readonly #element: LazyElement;

  constructor(host: ReactiveControllerHost, element: LazyElement) {
    super(host, () => loadElement(element));
    this.#element = element;
    host.addController(this);
  }

  hostConnected(): void {
    if (isDefined(this.#element)) this.status = 'ready';
  }
}

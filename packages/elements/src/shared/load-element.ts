import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LazyController } from './lazy-controller.ts';

/** Elements that others use inside themselves. They reach each other here and nowhere else. */
const loaders = {
  'video-room': () => import('../video-room/video-room.define.ts'),
  'consent-form': () => import('../consent-form/consent-form.define.ts'),
  'device-check': () => import('../device-check/device-check.define.ts'),
  'sms-invite': () => import('../sms-invite/sms-invite.define.ts'),
};

/** Tag of an element that can be loaded when it is needed. */
export type LazyTag = keyof typeof loaders;

/** Loads and registers an element. Rejects when its code cannot be fetched; asking again tries again. */
export const loadElement = async (tag: LazyTag): Promise<void> => {
  if (customElements.get(tag) === undefined) await loaders[tag]();
};

/** Loads one element for its host and tells how far it is. */
export class LazyElementController extends LazyController<void> implements ReactiveController {
  readonly #tag: LazyTag;

  constructor(host: ReactiveControllerHost, tag: LazyTag) {
    super(host, () => loadElement(tag));
    this.#tag = tag;
    host.addController(this);
  }

  hostConnected(): void {
    if (customElements.get(this.#tag) !== undefined) this.status = 'ready';
  }
}

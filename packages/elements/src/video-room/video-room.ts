import type {
  CallCommand,
  CallState,
  DeviceCommand,
  MediaQuality,
  Store,
  VideoProvider,
  VideoProviderLoader,
} from '@venterum/client';
import { createCallStore, type DeviceStore } from '@venterum/client/video';
import { millisecondsBetween, type RoomAccess, type VisitView } from '@venterum/contract';
import type { CSSResultGroup } from 'lit';
import { property, state } from '../shared/decorators.ts';
import { DevicesController } from '../shared/devices-controller.ts';
import { builtInProvider } from '../shared/fetch-media.ts';
import { formatClock } from '../shared/format.ts';
import { StoreController } from '../shared/store-controller.ts';
import { TickController } from '../shared/ticker.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import { endReason, sayingOf, worstQuality } from './video-room.changes.ts';
import {
  CallConnectedEvent,
  CallEndedEvent,
  CallEndRequestEvent,
  CallQualityEvent,
} from './video-room.events.ts';
import { selfStyles } from './video-room.self.styles.ts';
import { videoRoomStyles } from './video-room.styles.ts';
import { videoRoomDa, type VideoRoomTexts } from './video-room.texts.da.ts';
import { videoRoomView, type Corner, type VideoRoomLayout } from './video-room.view.ts';

export type * from './video-room.events.ts';
export type { VideoRoomTexts } from './video-room.texts.da.ts';
export type { VideoRoomLayout } from './video-room.view.ts';

/** One tap moves the own picture on to the next, clockwise. */
const corners: readonly Corner[] = ['bottom-end', 'bottom-start', 'top-start', 'top-end'];

/**
 * The call itself: the others' pictures with role, name and clinic, the own picture, who is at the door, and the controls. It
 * enters the room as soon as it has a client and a called visit, mends its connections by itself, and switches camera and
 * microphone off when the call is over or the element is removed.
 *
 * @tag video-room
 * @csspart room - Everything.
 * @csspart stage - The part with the pictures.
 * @csspart tile - One other person.
 * @csspart person - Name, role and clinic of that person.
 * @csspart self - The own picture.
 * @csspart status - What is being waited for.
 * @csspart facts - How long the call has lasted, and who else is in the room.
 * @csspart duration - How long the call has lasted.
 * @csspart door - Who waits to be let in.
 * @csspart device-problem - What is wrong with the devices and how to mend it.
 * @csspart devices - The choice of camera and microphone.
 * @csspart controls - The row of buttons.
 * @csspart end - The button that leaves or ends the call.
 * @csspart ended - What is shown after the call.
 * @csspart failed - What is shown when the video does not work.
 * @fires {CallConnectedEvent} call-connected - The first other person is seen or heard.
 * @fires {CallQualityEvent} call-quality - The connection has become better or worse.
 * @fires {CallEndRequestEvent} call-end-request - The clinician asks to end the call; cancelable.
 * @fires {CallEndedEvent} call-ended - The call is over here; camera and microphone are off.
 */
export class VideoRoomElement extends VenterumElement<VideoRoomTexts> {
  static override styles: CSSResultGroup = [VenterumElement.styles, videoRoomStyles, selfStyles];

  /** The visit whose room to enter, as the server answered it. */
  @property({ attribute: false }) visit?: VisitView;

  /** The way into the room, when it came with the call; else it is asked for. */
  @property({ attribute: false }) access?: RoomAccess;

  /** Devices to use; else the page's own, which a `<device-check>` may have warmed. */
  @property({ attribute: false }) devices?: DeviceStore;

  /** What carries the media: a provider or a loader of one. Default: the built-in one over PeerJS. */
  @property({ attribute: false }) provider?: VideoProvider | VideoProviderLoader;

  /** How several pictures share the room: `grid`, all alike, or `focus`, the first one large. */
  @property() layout: VideoRoomLayout = 'grid';

  /** A store of the integrator's own instead of the built-in one. */
  @property({ attribute: false }) store?: Store<CallState, CallCommand>;

  @state() private corner = 0;
  @state() private choosing = false;
  @state() private soundBlocked = false;

  readonly #devices = new DevicesController(this, { given: () => this.devices });

  readonly #call = new StoreController<CallState, CallCommand>(this, {
    inputs: () => [this.activeClient, this.visit?.id, this.#devices.store],
    injected: () => this.store,
    create: () => this.#createStore(),
    changed: (now, before) => this.#changed(now, before),
  });

  #quality: MediaQuality | undefined;

  constructor() {
    super({
      da: videoRoomDa,
      en: () => import('./video-room.texts.en.ts').then((module) => module.videoRoomEn),
    });
    new TickController(this, () => this.#call.state?.status === 'connected');
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override content(): unknown {
    const call = this.#call.state;
    const devices = this.#devices.state;
    if (call === undefined || devices === undefined) return this.texts.oneMoment;
    return videoRoomView({
      texts: this.texts,
      call,
      devices,
      layout: this.layout,
      corner: corners[this.corner % corners.length] ?? 'bottom-end',
      choosing: this.choosing,
      soundBlocked: this.soundBlocked,
      duration: this.#duration(call),
      dispatch: (command) => void this.#call.dispatch(command),
      useDevice: (command) => this.#useDevice(command),
      end: () => this.#end(),
      moveSelf: () => (this.corner += 1),
      toggleChoosing: () => this.#toggleChoosing(),
      play: (video) => void this.#play(video),
      playAll: () => this.#playAll(),
      support: () => this.supportView({ state: call.status, failure: call.failure }),
    });
  }

  #createStore(): Store<CallState, CallCommand> | undefined {
    const { activeClient: client, visit, access, provider } = this;
    const devices = this.#devices.store;
    if (client === undefined || visit === undefined || devices === undefined) return undefined;
    const given: VideoProviderLoader | undefined =
      typeof provider === 'object' ? () => Promise.resolve(provider) : provider;
    return createCallStore({ client, visit, access, devices, loadProvider: given ?? builtInProvider });
  }

  #duration({ connectedAt }: CallState): string {
    if (connectedAt === undefined) return '';
    const now = new Date(this.now()).toISOString();
    return formatClock(millisecondsBetween(connectedAt, now) / 1000);
  }

  #useDevice(command: DeviceCommand): void {
    void this.#devices.dispatch(command);
  }

  #end(): void {
    const call = this.#call.state;
    if (call === undefined) return;
    const goesOn = this.dispatchEvent(new CallEndRequestEvent({ visitId: call.visit.id }));
    if (goesOn) void this.#call.dispatch({ type: 'end', outcome: 'completed' });
  }

  #toggleChoosing(): void {
    this.choosing = !this.choosing;
    const selector = this.choosing ? '#devices select, #devices button' : '.open-devices';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  /** A browser that has not been tapped plays nothing with sound; it says so by rejecting. */
  async #play(video: HTMLVideoElement): Promise<void> {
    await video.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.soundBlocked = true;
    });
  }

  #playAll(): void {
    this.soundBlocked = false;
    for (const video of this.renderRoot.querySelectorAll('video')) void this.#play(video);
  }

  #changed(now: CallState, before: CallState | undefined): void {
    if (before === undefined) return;
    this.#tell(now, before);
    if (!this.hasTexts) return;
    const saying = sayingOf(now, before, this.texts);
    if (saying !== undefined) this.announce(saying.text, saying.urgency);
    if (now.status !== before.status && (now.status === 'ended' || now.status === 'failed'))
      this.#focusTitle();
  }

  #tell(now: CallState, before: CallState): void {
    const visitId = now.visit.id;
    if (now.connectedAt !== undefined && before.connectedAt === undefined)
      this.dispatchEvent(new CallConnectedEvent({ visitId }));
    const quality = worstQuality(now);
    if (quality !== undefined && quality !== this.#quality) {
      this.#quality = quality;
      this.dispatchEvent(new CallQualityEvent({ visitId, quality }));
    }
    const [reason, was] = [endReason(now), endReason(before)];
    if (reason !== undefined && reason !== was) this.dispatchEvent(new CallEndedEvent({ visitId, reason }));
  }

  /** The button that had the focus is gone; a focus elsewhere on the page is left where it is. */
  #focusTitle(): void {
    if (this.shadowRoot?.activeElement === null) return;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  }
}

import type {
  CallCommand,
  CallState,
  CallStatus,
  DeviceState,
  MediaQuality,
  Store,
  TroubleCause,
  VideoProvider,
  VideoProviderLoader,
} from '@venterum/client';
import { createCallStore, type DeviceStore } from '@venterum/client/video';
import { millisecondsBetween, type RoomAccess, type VisitView } from '@venterum/contract';
import { adoptStyles, type CSSResultGroup, type PropertyValues } from 'lit';
import { property, state } from '../shared/decorators.ts';
import { DevicesController } from '../shared/devices-controller.ts';
import { builtInProvider } from '../shared/fetch-media.ts';
import { formatClock, formatTime } from '../shared/format.ts';
import { LazyController } from '../shared/lazy-controller.ts';
import { StoreController } from '../shared/store-controller.ts';
import { TickController } from '../shared/ticker.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import { whenIdle } from '../shared/when-idle.ts';
import { endReason, sayingOf, weakest, worstQuality } from './video-room.changes.ts';
import type { Corner } from './video-room.drag.ts';
import {
  CallConnectedEvent,
  CallEndedEvent,
  CallEndRequestEvent,
  CallLayoutChangedEvent,
  CallQualityEvent,
} from './video-room.events.ts';
import { selfStyles } from './video-room.self.styles.ts';
import type { SmallWindow } from './video-room.small-window.ts';
import { shapeStyles } from './video-room.shapes.styles.ts';
import { roomStyles } from './video-room.styles.ts';
import { videoRoomDa, type VideoRoomTexts } from './video-room.texts.da.ts';
import { tileStyles } from './video-room.tiles.styles.ts';
import { videoRoomView, type More, type VideoRoomLayout, type VideoRoomView } from './video-room.view.ts';
import { WakeLockController } from './video-room.wake-lock.ts';

export type * from './video-room.events.ts';
export type { VideoRoomTexts } from './video-room.texts.da.ts';
export type { VideoRoomLayout } from './video-room.view.ts';

/** One tap moves the own picture on to the next, clockwise. */
const nextCorner: Readonly<Record<Corner, Corner>> = {
  'bottom-end': 'bottom-start',
  'bottom-start': 'top-start',
  'top-start': 'top-end',
  'top-end': 'bottom-end',
};

const importMore = (): Promise<More> => import('./video-room.more.ts');

/** That the connection is back is to be read for so long. */
const BACK_MILLISECONDS = 6000;

/** A router that takes the element out and puts it back a moment later must not end the call; a light that stays on longer would be wrong. */
const MOVE_MILLISECONDS = 400;

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
 * @csspart sharing - That the own screen is shared, with the button that stops it.
 * @csspart interrupted - The one tap that brings sound and picture back.
 * @csspart more - What is rarely needed.
 * @csspart people - Everybody in the call, in `more`.
 * @csspart safety-words - The words to compare, in `more`.
 * @csspart devices - The choice of camera and microphone, in `more`.
 * @csspart bar - With whom, when the room is a bar.
 * @csspart restore - The button that makes the bar large again.
 * @csspart controls - The row of buttons.
 * @csspart end - The button that leaves or ends the call.
 * @csspart ended - What is shown after the call.
 * @csspart failed - What is shown when the video does not work.
 * @fires {CallConnectedEvent} call-connected - The first other person is seen or heard.
 * @fires {CallQualityEvent} call-quality - The connection has become better or worse.
 * @fires {CallLayoutChangedEvent} call-layout-changed - The person has made the room small or large.
 * @fires {CallEndRequestEvent} call-end-request - The clinician asks to end the call; cancelable.
 * @fires {CallEndedEvent} call-ended - The call is over here; camera and microphone are off.
 */
export class VideoRoomElement extends VenterumElement<VideoRoomTexts> {
  static override styles: CSSResultGroup = [
    VenterumElement.styles,
    roomStyles,
    tileStyles,
    selfStyles,
    shapeStyles,
  ];

  /** The visit whose room to enter, as the server answered it. */
  @property({ attribute: false }) visit?: VisitView;

  /** The way into the room, when it came with the call; else it is asked for. */
  @property({ attribute: false }) access?: RoomAccess | Promise<RoomAccess>;

  /** Devices to use; else the page's own, which a `<device-check>` may have warmed. */
  @property({ attribute: false }) devices?: DeviceStore;

  /** What carries the media: a provider or a loader of one. Default: the built-in one over PeerJS. */
  @property({ attribute: false }) provider?: VideoProvider | VideoProviderLoader;

  /** How several pictures share the room: `grid`, all alike, or `focus`, the first one large. `bar` is one line, for a host to dock. */
  @property({ reflect: true }) layout: VideoRoomLayout = 'grid';

  /** A store of the integrator's own instead of the built-in one. */
  @property({ attribute: false }) store?: Store<CallState, CallCommand>;

  @state() private corner: Corner = 'bottom-end';
  @state() private isMoreOpen = false;
  @state() private isComparing = false;
  @state() private soundBlocked = false;
  @state() private pinned: string | undefined;
  @state() private waitingOutside: ReadonlySet<string> = new Set();

  readonly #devices = new DevicesController(this, { given: () => this.devices });

  readonly #call = new StoreController<CallState, CallCommand>(this, {
    inputs: () => [this.activeClient, this.visit?.id, this.#devices.store],
    injected: () => this.store,
    create: () => this.#createStore(),
    moveMilliseconds: MOVE_MILLISECONDS,
    changed: (now, before) => this.#changed(now, before),
  });

  readonly #more = new LazyController(this, () => this.#loadMore());

  #quality: MediaQuality | undefined;
  #cause: TroubleCause | undefined;
  #lostAt: number | undefined;
  #backAt: number | undefined;
  #small: SmallWindow | undefined;
  #knock: InstanceType<More['Knock']> | undefined;
  #largeLayout: Exclude<VideoRoomLayout, 'bar'> = 'grid';

  constructor() {
    super({
      da: videoRoomDa,
      en: () => import('./video-room.texts.en.ts').then((module) => module.videoRoomEn),
    });
    new TickController(this, () => this.#call.state?.status === 'connected');
    new WakeLockController(this, () => this.#isGoing);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Out of the page a picture stops, and its sound with it.
    if (this.hasUpdated) this.#playAll();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#small?.close();
    this.#knock?.stop();
  }

  /** Whoever presses a button that goes with what it was for goes on beside it, not at the top of the host's page. */
  protected override update(changes: PropertyValues<this>): void {
    const pressed = this.shadowRoot?.activeElement;
    const place = pressed?.closest('[part]')?.getAttribute('part') ?? '';
    super.update(changes);
    if (pressed === null || pressed === undefined || pressed.isConnected) return;
    const next = this.renderRoot.querySelector<HTMLElement>(`[part='${place}'] button, .controls button`);
    next?.focus();
  }

  protected override get ready(): boolean {
    return this.store !== undefined || super.ready;
  }

  protected override get laterTexts(): Partial<VideoRoomTexts> | undefined {
    return this.#more.value?.moreDa;
  }

  protected override content(): unknown {
    const call = this.#call.state;
    const devices = this.#devices.state;
    if (call === undefined || devices === undefined) return this.texts.oneMoment;
    const view = this.#view(call, devices);
    this.#small?.update(view);
    return videoRoomView(view);
  }

  /** Somebody is, or is about to be, in the call: the screen stays on. */
  get #isGoing(): boolean {
    const status = this.#call.state?.status;
    return this.isConnected && status !== undefined && status !== 'ended' && status !== 'failed';
  }

  #view(call: CallState, devices: DeviceState): VideoRoomView {
    const { texts, language, layout, corner, pinned, waitingOutside, isMoreOpen, isComparing, soundBlocked } =
      this;
    const more = this.#more.value;
    return {
      ...{ texts, language, call, devices, layout, corner, pinned, waitingOutside, soundBlocked },
      ...{ isMoreOpen, isComparing, more, moreFailed: this.#more.status === 'failed' },
      duration: this.#duration(call),
      lostSince: this.#lostAt === undefined ? '' : formatTime(new Date(this.#lostAt).toISOString(), language),
      isBack: this.#backAt !== undefined && this.now() - this.#backAt < BACK_MILLISECONDS,
      dispatch: (command) => void this.#call.dispatch(command),
      useDevice: (command) => void this.#devices.dispatch(command),
      end: () => this.#end(),
      moveSelf: (to) => (this.corner = to ?? nextCorner[this.corner]),
      toggleMore: () => this.#toggleMore(),
      loadMore: () => this.#more.retry(),
      compare: (on) => this.#compare(on),
      pin: (participantId) => (this.pinned = participantId),
      letWait: (participantId) => (this.waitingOutside = new Set(waitingOutside).add(participantId)),
      showSmall: () => void this.#showSmall(),
      setBar: (isBar) => this.#setBar(isBar),
      play: (video) => void this.#play(video),
      playAll: () => this.#playAll(),
      support: () => this.supportView({ state: call.status, failure: call.failure }),
    };
  }

  #createStore(): Store<CallState, CallCommand> | undefined {
    const { activeClient: client, visit, access, provider } = this;
    const devices = this.#devices.store;
    if (client === undefined || visit === undefined || devices === undefined) return undefined;
    const given: VideoProviderLoader | undefined =
      typeof provider === 'object' ? () => Promise.resolve(provider) : provider;
    return createCallStore({ client, visit, access, devices, loadProvider: given ?? builtInProvider });
  }

  #duration({ connectedAt, status }: CallState): string {
    if (connectedAt === undefined || status === 'at-the-door') return '';
    const now = new Date(this.now()).toISOString();
    return formatClock(millisecondsBetween(connectedAt, now) / 1000);
  }

  #end(): void {
    const call = this.#call.state;
    if (call === undefined) return;
    const goesOn = this.dispatchEvent(new CallEndRequestEvent({ visitId: call.visit.id }));
    if (goesOn) void this.#call.dispatch({ type: 'end', outcome: 'completed' });
  }

  #toggleMore(): void {
    this.isMoreOpen = !this.isMoreOpen;
    if (this.isMoreOpen) this.#more.load();
    this.#focus(this.isMoreOpen ? '#more button, #more select' : '.open-more');
  }

  async #loadMore(): Promise<More> {
    const more = await importMore();
    const { elementStyles } = this.constructor as typeof VideoRoomElement;
    if (this.shadowRoot !== null) adoptStyles(this.shadowRoot, [...elementStyles, more.moreStyles]);
    return more;
  }

  #compare(on: boolean): void {
    this.isComparing = on;
    void this.#call.dispatch({ type: 'compare-words', on });
  }

  #setBar(isBar: boolean): void {
    if (this.layout !== 'bar') this.#largeLayout = this.layout;
    this.layout = isBar ? 'bar' : this.#largeLayout;
    this.isMoreOpen = false;
    const visitId = this.#call.state?.visit.id;
    if (visitId !== undefined)
      this.dispatchEvent(new CallLayoutChangedEvent({ visitId, layout: this.layout }));
    this.#focus(isBar ? '.restore' : '.open-more');
  }

  async #showSmall(): Promise<void> {
    const [call, devices, more] = [this.#call.state, this.#devices.state, this.#more.value];
    if (call === undefined || devices === undefined || more === undefined) return;
    this.#small?.close();
    this.#small = await more.openSmallWindow({
      view: this.#view(call, devices),
      video: this.renderRoot.querySelector('.tile video'),
      closed: () => (this.#small = undefined),
    });
    if (!this.isConnected) this.#small?.close();
  }

  #focus(selector: string): void {
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
    this.#note(now);
    this.#noteDoor(now, before);
    if (before === undefined) return;
    this.#tell(now, before);
    if (!this.hasTexts) return;
    const saying = sayingOf(now, before, this.texts);
    if (saying !== undefined) this.announce(saying.text, saying.urgency);
    if (now.status !== before.status && (now.status === 'ended' || now.status === 'failed'))
      this.#focusTitle();
  }

  #note(now: CallState): void {
    this.#noteLoss(now.status);
    if (now.status === 'connected') whenIdle(() => this.#more.load());
    if (now.status === 'ended' || now.status === 'failed') this.#small?.close();
    if (now.remotes.length === 0) this.isComparing = false;
  }

  #noteDoor({ atTheDoor }: CallState, before: CallState | undefined): void {
    const outside = atTheDoor.filter(({ id }) => this.waitingOutside.has(id));
    if (outside.length !== this.waitingOutside.size)
      this.waitingOutside = new Set(outside.map(({ id }) => id));
    if (atTheDoor.length === 0) this.#knock?.stop();
    const knocks = atTheDoor.some(({ id }) => before?.atTheDoor.every((one) => one.id !== id) === true);
    const { value: more } = this.#more;
    if (!knocks || more === undefined || !this.hasTexts) return;
    this.#knock ??= new more.Knock();
    void this.#knock.tell(this.texts.atTheDoor, this.texts.room);
  }

  #noteLoss(status: CallStatus): void {
    if (status === 'reconnecting') this.#lostAt ??= this.now();
    else if (this.#lostAt !== undefined) {
      this.#lostAt = undefined;
      this.#backAt = status === 'connected' ? this.now() : undefined;
    }
  }

  #tell(now: CallState, before: CallState): void {
    const visitId = now.visit.id;
    if (now.connectedAt !== undefined && before.connectedAt === undefined)
      this.dispatchEvent(new CallConnectedEvent({ visitId }));
    const quality = worstQuality(now);
    const cause = weakest(now)?.cause;
    if (quality !== undefined && (quality !== this.#quality || cause !== this.#cause)) {
      [this.#quality, this.#cause] = [quality, cause];
      this.dispatchEvent(new CallQualityEvent({ visitId, quality, ...(cause && { cause }) }));
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

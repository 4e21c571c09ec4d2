import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Two rising notes, a pause, again: heard across a room, not taken for an alarm. In Hz and seconds. */
const NOTES = [
  { frequency: 659, start: 0 },
  { frequency: 880, start: 0.28 },
] as const;
const REPEAT_MILLISECONDS = 2500;
const TITLE_MILLISECONDS = 1000;

/** The host's own title, while any on the page rings. */
let hostTitle = '';
let ringing = 0;

/** Browsers let no page make a sound before one of these; any on it will do. */
const WAKING = ['click', 'keydown'] as const;

/** Calls somebody back to the page: by sound, and by the title of the tab. */
export class CallSound implements ReactiveController {
  readonly #host: (ReactiveControllerHost & Element) | undefined;
  #context: AudioContext | undefined;
  #timers: ReturnType<typeof setInterval>[] = [];

  /** With a host it wakes at the first tap on the page, and goes with it. */
  constructor(host?: ReactiveControllerHost & Element) {
    this.#host = host;
    host?.addController(this);
  }

  hostConnected(): void {
    for (const type of WAKING) document.addEventListener(type, this.#wake, true);
    if ((navigator as Partial<Navigator>).userActivation?.hasBeenActive === true) this.#wake();
  }

  hostDisconnected(): void {
    for (const type of WAKING) document.removeEventListener(type, this.#wake, true);
    queueMicrotask(() => {
      if (this.#host?.isConnected !== true) this.dispose();
    });
  }

  /** Whether it would be heard. */
  get isReady(): boolean {
    return this.#context?.state === 'running';
  }

  /** Wakes the sound. Settles once it is awake, or cannot be. */
  async prepare(): Promise<void> {
    this.#context ??= new AudioContext();
    await this.#context.resume().catch(() => undefined);
  }

  /** Once: something has been said, and nobody is called. */
  chime(): void {
    this.#play();
  }

  /** Rings and changes the title until {@link stop}. */
  ring(title: string): void {
    if (this.#timers.length > 0) return;
    if (ringing === 0) hostTitle = document.title;
    ringing += 1;
    this.#play();
    this.#timers = [
      setInterval(() => this.#play(), REPEAT_MILLISECONDS),
      setInterval(() => this.#flash(title), TITLE_MILLISECONDS),
    ];
    document.title = title;
  }

  /** Silence, and the host's own title. */
  stop(): void {
    if (this.#timers.length === 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    ringing -= 1;
    document.title = hostTitle;
  }

  /** Lets go of the sound device. */
  dispose(): void {
    this.stop();
    void this.#context?.close().catch(() => undefined);
    this.#context = undefined;
  }

  readonly #wake = (): void => {
    if (!this.isReady) void this.prepare().then(() => this.#host?.requestUpdate());
  };

  #flash(title: string): void {
    document.title = document.title === title ? hostTitle : title;
  }

  #play(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    for (const note of NOTES) playNote(context, note);
  }
}

const playNote = (context: AudioContext, { frequency, start }: (typeof NOTES)[number]): void => {
  const begin = context.currentTime + start;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(0.5, begin + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.7);
  const tone = context.createOscillator();
  tone.frequency.value = frequency;
  tone.connect(volume).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + 0.7);
};

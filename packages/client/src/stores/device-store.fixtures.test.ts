/** As much of a track as is used. */
export class FakeTrack extends EventTarget {
  readyState = 'live';
  readonly kind: string;
  readonly deviceId: string;

  constructor(kind: string, deviceId = `${kind}-1`) {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }

  getSettings(): { deviceId: string } {
    return { deviceId: this.deviceId };
  }

  stop(): void {
    this.readyState = 'ended';
  }
}

/** As much of a stream as is used. */
export class FakeStream {
  readonly tracks: FakeTrack[];

  constructor(tracks: FakeTrack[]) {
    this.tracks = tracks;
  }

  getTracks(): FakeTrack[] {
    return this.tracks;
  }
}

/** A browser's devices that do what a test says. */
export class FakeSource extends EventTarget {
  /** What goes wrong, by kind: the name of a DOMException. */
  wrong: Record<string, string | undefined> = {};
  readonly asked: MediaStreamConstraints[] = [];
  readonly given: FakeTrack[] = [];
  devices: { kind: string; deviceId: string; label: string }[] = [];
  /** Holds every answer back while set. */
  gate: Promise<void> | undefined;

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints);
    await this.gate;
    const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind] !== undefined);
    for (const kind of kinds) {
      const name = this.wrong[kind];
      if (name !== undefined) throw new DOMException('no', name);
    }
    const tracks = kinds.map((kind) => new FakeTrack(kind, idOf(constraints[kind]) ?? `${kind}-1`));
    this.given.push(...tracks);
    return new FakeStream(tracks) as unknown as MediaStream;
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return this.devices as MediaDeviceInfo[];
  }
}

const idOf = (constraint: boolean | MediaTrackConstraints | undefined): string | undefined => {
  const wish = typeof constraint === 'object' ? constraint.deviceId : undefined;
  return typeof wish === 'object' && 'exact' in wish ? String(wish.exact) : undefined;
};

/** A clock that stands still until told. */
export class StillClock {
  readonly #due: { at: number; run: () => void }[] = [];
  #now = 0;

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const entry = { at: this.#now + milliseconds, run };
    this.#due.push(entry);
    return () => {
      const index = this.#due.indexOf(entry);
      if (index >= 0) this.#due.splice(index, 1);
    };
  }

  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#now = next.at;
      next.run();
    }
    this.#now = until;
  }

  #next(until: number): { at: number; run: () => void } | undefined {
    this.#due.sort((left, right) => left.at - right.at);
    return (this.#due[0]?.at ?? Infinity) <= until ? this.#due.shift() : undefined;
  }
}

/** An audio context in which everybody speaks at the given loudness. */
export class FakeAudio {
  state = 'running';
  currentTime = 0;
  destination = {};
  static loudness = 0;
  tones = 0;

  createMediaStreamSource(): object {
    return { connect: () => undefined, disconnect: () => undefined };
  }

  createAnalyser(): object {
    return {
      fftSize: 0,
      getFloatTimeDomainData: (samples: Float32Array) => samples.fill(FakeAudio.loudness),
    };
  }

  createGain(): object {
    const gain = { setValueAtTime: noop, linearRampToValueAtTime: noop, exponentialRampToValueAtTime: noop };
    return { gain, connect: noop };
  }

  createOscillator(): object {
    this.tones += 1;
    return { frequency: {}, connect: (next: object) => next, start: noop, stop: noop };
  }

  async close(): Promise<void> {
    this.state = 'closed';
  }
}

const noop = (): void => undefined;

/** Stands for a browser's sound device: it counts what is played, and lets no page sound before it may. */
export class FakeSound {
  /** How many notes were played. */
  static tones = 0;
  /** Whether somebody is tapping the page. */
  static mayWake = true;

  readonly currentTime = 0;
  readonly destination = {};
  state = 'suspended';

  resume(): Promise<void> {
    if (FakeSound.mayWake) this.state = 'running';
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }

  createGain(): unknown {
    const gain = { setValueAtTime: () => 0, linearRampToValueAtTime: () => 0 };
    return { gain: { ...gain, exponentialRampToValueAtTime: () => 0 }, connect: () => 0 };
  }

  createMediaStreamSource(): unknown {
    return { connect: () => 0, disconnect: () => 0 };
  }

  createAnalyser(): unknown {
    return { getFloatTimeDomainData: () => 0 };
  }

  createOscillator(): unknown {
    FakeSound.tones += 1;
    const connect = (): unknown => ({ connect });
    return { frequency: {}, connect, start: () => 0, stop: () => 0 };
  }
}

/** Puts it in the place of the browser's; the answer puts that back. */
export const fakeSound = (): (() => void) => {
  const { AudioContext: own } = globalThis;
  Object.assign(FakeSound, { tones: 0, mayWake: true });
  Object.assign(globalThis, { AudioContext: FakeSound });
  return () => {
    Object.assign(globalThis, { AudioContext: own });
  };
};

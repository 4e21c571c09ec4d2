import type { Clock } from '../clock.ts';

/** Ten readings a second: enough to see speech, few enough to cost nothing. */
const INTERVAL_MILLISECONDS = 100;
/** Speech has an RMS around 0.05-0.2; so scaled, it fills the meter without hitting its end. */
const SCALE = 4;

const loudness = (samples: Float32Array): number => {
  const sum = samples.reduce((total, sample) => total + sample * sample, 0);
  return Math.min(1, Math.sqrt(sum / samples.length) * SCALE);
};

/** What {@link startLevelMeter} needs. */
export interface LevelMeterOptions {
  readonly context: AudioContext;
  readonly stream: MediaStream;
  readonly clock: Clock;
  /** Loudness from 0 to 1, ten times a second. */
  readonly onLevel: (level: number) => void;
}

/** Measures how loud a stream is. The answer ends it. */
export const startLevelMeter = ({ context, stream, clock, onLevel }: LevelMeterOptions): (() => void) => {
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let cancel = (): void => undefined;
  const read = (): void => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(loudness(samples));
    cancel = clock.after(INTERVAL_MILLISECONDS, read);
  };
  read();
  return () => {
    cancel();
    source.disconnect();
  };
};

/** A rising chord that nobody takes for an alarm: hertz and seconds after the start. */
const notes = [
  { frequency: 523, start: 0 },
  { frequency: 659, start: 0.3 },
  { frequency: 784, start: 0.6 },
] as const;
const NOTE_SECONDS = 0.6;

/** How long the test sound lasts, in milliseconds. */
export const testSoundMilliseconds = 1200;

/** Plays three notes through the loudspeaker, made on the spot: no file to fetch. */
export const playTestSound = (context: AudioContext): void => {
  for (const { frequency, start } of notes) {
    const begin = context.currentTime + start;
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.4, begin + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + NOTE_SECONDS);
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + NOTE_SECONDS);
  }
};

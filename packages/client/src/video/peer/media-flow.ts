import type { MediaQuality, TroubleCause } from '../video-provider.ts';

/** Running totals of one connection at one moment. */
export interface FlowSample {
  /** Bytes and answers to checks, of any kind: grows while the other side can be heard at all. */
  readonly received: number;
  readonly packets: number;
  readonly lost: number;
  /** Seconds there and back, when measured. */
  readonly roundTrip: number;
  /** Packets of picture. */
  readonly pictures: number;
  /** Pictures shown, and pictures that came and could not be. */
  readonly frames: number;
  readonly dropped: number;
  /** Energy of the sound played, and seconds of it: nothing but digital silence adds none. */
  readonly energy: number;
  readonly played: number;
  /** Bits a second that can be sent, as the browser believes. */
  readonly bitrate?: number;
  /** Share of our sound that the other side did not get lately, as they say. */
  readonly lostThere?: number;
  /** This device cannot encode as much as the line would bear. */
  readonly isSlowHere: boolean;
  /** The browser sends a smaller picture than asked for, as the line seemed too weak for it. */
  readonly isHeldBack: boolean;
  /** It sends fewer lines than lips and signs can be read from (EN 301 549, 6.5.2), as the line seemed too weak for them. */
  readonly isTiny: boolean;
}

/** Lines of the smallest picture that moves: QVGA (EN 301 549, 6.5.2). */
export const LEAST_LINES = 240;

type Stat = Readonly<Record<string, unknown>>;

const numberOf = (stat: Stat, key: string): number => {
  const value = stat[key];
  return typeof value === 'number' ? value : 0;
};

const nothing: FlowSample = {
  received: 0,
  packets: 0,
  lost: 0,
  roundTrip: 0,
  pictures: 0,
  frames: 0,
  dropped: 0,
  energy: 0,
  played: 0,
  isSlowHere: false,
  isHeldBack: false,
  isTiny: false,
};

type Reader = (sample: FlowSample, stat: Stat) => FlowSample;

/** How each kind of statistics adds to a sample; other kinds tell nothing but bytes. */
const readers: Readonly<Partial<Record<string, Reader>>> = {
  'inbound-rtp': (sample, stat) => ({
    ...sample,
    packets: sample.packets + numberOf(stat, 'packetsReceived'),
    lost: sample.lost + numberOf(stat, 'packetsLost'),
    pictures: sample.pictures + (stat['kind'] === 'video' ? numberOf(stat, 'packetsReceived') : 0),
    frames: sample.frames + numberOf(stat, 'framesDecoded'),
    dropped: sample.dropped + numberOf(stat, 'framesDropped'),
    energy: sample.energy + numberOf(stat, 'totalAudioEnergy'),
    played: sample.played + numberOf(stat, 'totalSamplesDuration'),
  }),
  'candidate-pair': (sample, stat) => {
    const bitrate = numberOf(stat, 'availableOutgoingBitrate');
    return {
      ...sample,
      roundTrip: Math.max(sample.roundTrip, numberOf(stat, 'currentRoundTripTime')),
      ...(bitrate > 0 ? { bitrate } : {}),
    };
  },
  'remote-inbound-rtp': (sample, stat) =>
    stat['kind'] === 'audio' ? { ...sample, lostThere: numberOf(stat, 'fractionLost') } : sample,
  'outbound-rtp': (sample, stat) => {
    const isHeldBack = stat['qualityLimitationReason'] === 'bandwidth';
    // What is not told is no number, and no less than one.
    const lines = Math.min(Number(stat['frameWidth']), Number(stat['frameHeight']));
    return {
      ...sample,
      isSlowHere: sample.isSlowHere || stat['qualityLimitationReason'] === 'cpu',
      isHeldBack: sample.isHeldBack || isHeldBack,
      isTiny: sample.isTiny || (isHeldBack && lines < LEAST_LINES),
    };
  },
};

/** Reads what matters out of a stats report (W3C webrtc-stats). */
export const flowSample = (report: RTCStatsReport): FlowSample => {
  let sample = nothing;
  // The DOM types give each value as `any`.
  report.forEach((stat: Stat) => {
    const received = sample.received + numberOf(stat, 'bytesReceived') + numberOf(stat, 'responsesReceived');
    const read = readers[String(stat['type'])];
    sample = { ...(read === undefined ? sample : read(sample, stat)), received };
  });
  return sample;
};

/** Share of packets lost, and seconds there and back, beyond which speech suffers (ITU-T G.114 for the delay). */
const WEAK_LOSS = 0.05;
const WEAK_ROUND_TRIP = 0.4;
/** Fewer packets say nothing about loss. */
const ENOUGH_PACKETS = 20;

/** How the time between two samples was, or `undefined` when too little came to tell. */
export const qualityBetween = (before: FlowSample, after: FlowSample): MediaQuality | undefined => {
  const lost = Math.max(0, after.lost - before.lost);
  const packets = after.packets - before.packets + lost;
  if (packets < ENOUGH_PACKETS) return undefined;
  return lost / packets > WEAK_LOSS || after.roundTrip > WEAK_ROUND_TRIP ? 'weak' : 'good';
};

/** A device that drops more than this share of the pictures it got cannot keep up. */
const SLOW_DROPS = 0.3;

/** Whether this device is what makes the call bad, between two samples. */
export const deviceCause = (before: FlowSample, after: FlowSample): TroubleCause | undefined => {
  const dropped = after.dropped - before.dropped;
  const isSlowToShow =
    dropped > SLOW_DROPS * (after.frames - before.frames + dropped) && dropped >= ENOUGH_PACKETS;
  return isSlowToShow || (before.isSlowHere && after.isSlowHere) ? 'own-device' : undefined;
};

/** What comes, as far as a time tells. */
export interface Coming {
  readonly hasPicture?: boolean;
  readonly hasSound?: boolean;
  readonly isStill?: boolean;
  readonly isSoundOnly?: boolean;
  readonly isSpeaking?: boolean;
}

/** Samples are half a second apart: a picture may pause for 1.5 s, sound for 4 s. */
const PICTURE_SAMPLES = 3;
const SOUND_SAMPLES = 8;
/** No more pictures than so many a second are none that move. */
const STILL_RATE = 3;
/** Root mean square of speech; a quiet room has a tenth of it. */
const SPEECH = 0.02;

const pictureIn = (before: FlowSample, last: FlowSample): Coming => {
  const hasPicture = last.pictures > before.pictures;
  const isStill = last.frames - before.frames <= (STILL_RATE * PICTURE_SAMPLES) / 2;
  // A browser that counts no pictures shown tells nothing of how they move.
  return { hasPicture, ...(hasPicture && isStill && last.frames > 0 ? { isStill } : {}) };
};

const speechIn = (before: FlowSample, last: FlowSample): Coming => {
  const energy = last.energy - before.energy;
  return energy > SPEECH ** 2 * (last.played - before.played) && energy > 0 ? { isSpeaking: true } : {};
};

/** Nothing played, or never any energy, tells nothing: the browser may wait for a tap, or not measure it. */
const soundIn = (before: FlowSample, last: FlowSample): Coming =>
  last.played === before.played || last.energy === 0 ? {} : { hasSound: last.energy > before.energy };

/** Whether picture and sound came lately, of samples with the oldest first; unknown while there are too few. */
export const comingIn = (samples: readonly FlowSample[]): Coming => {
  const last = samples.at(-1);
  if (last === undefined) return {};
  const since = (count: number, read: (before: FlowSample, after: FlowSample) => Coming): Coming => {
    const before = samples.at(-1 - count);
    return before === undefined ? {} : read(before, last);
  };
  return { ...since(PICTURE_SAMPLES, pictureIn), ...since(SOUND_SAMPLES, soundIn), ...since(2, speechIn) };
};

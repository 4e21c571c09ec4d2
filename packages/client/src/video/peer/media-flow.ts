import type { MediaQuality } from '../video-provider.ts';

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
  /** Energy of the sound played, and seconds of it: nothing but digital silence adds none. */
  readonly energy: number;
  readonly played: number;
}

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
  energy: 0,
  played: 0,
};

const add = (sample: FlowSample, stat: Stat): FlowSample => {
  const received = sample.received + numberOf(stat, 'bytesReceived') + numberOf(stat, 'responsesReceived');
  switch (stat['type']) {
    case 'inbound-rtp':
      return {
        ...sample,
        received,
        packets: sample.packets + numberOf(stat, 'packetsReceived'),
        lost: sample.lost + numberOf(stat, 'packetsLost'),
        pictures: sample.pictures + (stat['kind'] === 'video' ? numberOf(stat, 'packetsReceived') : 0),
        energy: sample.energy + numberOf(stat, 'totalAudioEnergy'),
        played: sample.played + numberOf(stat, 'totalSamplesDuration'),
      };
    case 'candidate-pair':
      return {
        ...sample,
        received,
        roundTrip: Math.max(sample.roundTrip, numberOf(stat, 'currentRoundTripTime')),
      };
    default:
      return { ...sample, received };
  }
};

/** Reads what matters out of a stats report (W3C webrtc-stats). */
export const flowSample = (report: RTCStatsReport): FlowSample => {
  let sample = nothing;
  // The DOM types give each value as `any`.
  report.forEach((stat: Stat) => {
    sample = add(sample, stat);
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

/** What comes, as far as a time tells. */
export interface Coming {
  readonly hasPicture?: boolean;
  readonly hasSound?: boolean;
}

/** Samples are half a second apart: a picture may pause for 1.5 s, sound for 4 s. */
const PICTURE_SAMPLES = 3;
const SOUND_SAMPLES = 8;

/** Whether picture and sound came lately, of samples with the oldest first; unknown while there are too few. */
export const comingIn = (samples: readonly FlowSample[]): Coming => {
  const last = samples.at(-1);
  const forPicture = samples.at(-1 - PICTURE_SAMPLES);
  const forSound = samples.at(-1 - SOUND_SAMPLES);
  return {
    ...(last === undefined || forPicture === undefined
      ? {}
      : { hasPicture: last.pictures > forPicture.pictures }),
    // Nothing played, or never any energy, tells nothing: the browser may wait for a tap, or not measure it.
    ...(last === undefined || forSound === undefined || last.played === forSound.played || last.energy === 0
      ? {}
      : { hasSound: last.energy > forSound.energy }),
  };
};

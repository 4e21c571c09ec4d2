import type { MediaQuality } from '../video-provider.ts';

/** Running totals of one connection at one moment. */
export interface FlowSample {
  /** Bytes and answers to checks, of any kind: grows while the other side can be heard at all. */
  readonly received: number;
  readonly packets: number;
  readonly lost: number;
  /** Seconds there and back, when measured. */
  readonly roundTrip: number;
}

type Stat = Readonly<Record<string, unknown>>;

const numberOf = (stat: Stat, key: string): number => {
  const value = stat[key];
  return typeof value === 'number' ? value : 0;
};

const nothing: FlowSample = { received: 0, packets: 0, lost: 0, roundTrip: 0 };

const add = (sample: FlowSample, stat: Stat): FlowSample => {
  const received = sample.received + numberOf(stat, 'bytesReceived') + numberOf(stat, 'responsesReceived');
  switch (stat['type']) {
    case 'inbound-rtp':
      return {
        ...sample,
        received,
        packets: sample.packets + numberOf(stat, 'packetsReceived'),
        lost: sample.lost + numberOf(stat, 'packetsLost'),
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

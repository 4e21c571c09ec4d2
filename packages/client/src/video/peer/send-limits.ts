import type { PictureStep } from '../video-provider.ts';
import { LEAST_LINES } from './media-flow.ts';

/** What one picture may cost. */
interface Limit {
  /** Lines of the picture; what the camera has more is scaled down. */
  readonly height: number;
  /** Bits a second. */
  readonly bitrate: number;
  /** Frames a second. */
  readonly rate: number;
}

/**
 * By the number of others: in a mesh every picture goes out once to each, from one line and one processor. Never below 20 frames a
 * second and the height of QVGA (EN 301 549, 6.5.2 and 6.5.3).
 */
const limits: readonly [Limit, Limit, Limit, Limit] = [
  { height: 720, bitrate: 2_500_000, rate: 30 },
  { height: 480, bitrate: 900_000, rate: 25 },
  { height: 360, bitrate: 500_000, rate: 20 },
  { height: LEAST_LINES, bitrate: 280_000, rate: 20 },
];

/** A picture a second: what there is to see without what moves. */
const still: Limit = { height: LEAST_LINES, bitrate: 50_000, rate: 1 };

/** How a picture to each of so many others may be. */
export const limitFor = (others: number, step: PictureStep): Limit => {
  if (step === 'still') return still;
  const full = limits[Math.max(others, 1) - 1] ?? limits[3];
  return step === 'small' ? { ...full, height: LEAST_LINES } : full;
};

/** Words on a screen stay sharp before they move; faces and signs move before they are sharp (EN 301 549, 6.5), while they can be. */
const preferenceOf = (track: MediaStreamTrack, step: PictureStep): RTCDegradationPreference => {
  // Between two preferences the browser forgets how far it had made the picture smaller.
  if (step === 'none') return 'balanced';
  return track.contentHint === 'detail' || step === 'small' ? 'maintain-resolution' : 'maintain-framerate';
};

const limitPicture = (
  parameters: RTCRtpSendParameters,
  track: MediaStreamTrack,
  { limit, step }: { readonly limit: Limit; readonly step: PictureStep },
): void => {
  const { height = limit.height, width = height } = track.getSettings();
  // A telephone held upright has its lines the other way round.
  const lines = Math.min(width, height);
  const isScreen = track.contentHint === 'detail';
  parameters.degradationPreference = preferenceOf(track, step);
  for (const encoding of parameters.encodings) {
    encoding.active = step !== 'none';
    encoding.priority = 'low';
    encoding.maxBitrate = limit.bitrate;
    encoding.maxFramerate = limit.rate;
    encoding.scaleResolutionDownBy = isScreen ? 1 : Math.max(1, lines / limit.height);
  }
};

/** Limits what one sender sends: sound first, a picture as the step and the number of others allow. */
const limitSender = async (
  sender: RTCRtpSender,
  given: { readonly limit: Limit; readonly step: PictureStep },
): Promise<void> => {
  const { track } = sender;
  if (track === null) return;
  const parameters = sender.getParameters();
  if (track.kind === 'video') limitPicture(parameters, track, given);
  else for (const encoding of parameters.encodings) encoding.priority = 'high';
  await sender.setParameters(parameters);
};

/** Limits what goes over one connection. Browsers that know less of it do less of it. */
export const limitSending = async (
  connection: RTCPeerConnection,
  others: number,
  step: PictureStep,
): Promise<void> => {
  const limit = limitFor(others, step);
  await Promise.allSettled(connection.getSenders().map((sender) => limitSender(sender, { limit, step })));
};

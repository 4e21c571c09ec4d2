import type { PictureStep } from '../video-provider.ts';

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
const limits: readonly Limit[] = [
  { height: 720, bitrate: 2_500_000, rate: 30 },
  { height: 480, bitrate: 900_000, rate: 25 },
  { height: 360, bitrate: 500_000, rate: 20 },
  { height: 240, bitrate: 280_000, rate: 20 },
];

/** A picture a second: what there is to see without what moves. */
const still: Limit = { height: 240, bitrate: 50_000, rate: 1 };

/** How a picture to each of so many others may be. */
export const limitFor = (others: number, step: PictureStep): Limit => {
  if (step === 'still') return still;
  const index = Math.min(Math.max(others, 1), limits.length) - 1;
  return limits[index] ?? still;
};

/** Words on a screen stay sharp before they move; faces and signs move before they are sharp (EN 301 549, 6.5). */
const preferenceOf = (track: MediaStreamTrack): RTCDegradationPreference =>
  track.contentHint === 'detail' ? 'maintain-resolution' : 'maintain-framerate';

const limitPicture = (
  parameters: RTCRtpSendParameters,
  track: MediaStreamTrack,
  { limit, step }: { readonly limit: Limit; readonly step: PictureStep },
): void => {
  const { height = limit.height } = track.getSettings();
  const isScreen = track.contentHint === 'detail';
  // Between two preferences the browser forgets how far it had made the picture smaller.
  parameters.degradationPreference = step === 'none' ? 'balanced' : preferenceOf(track);
  for (const encoding of parameters.encodings) {
    encoding.active = step !== 'none';
    encoding.priority = 'low';
    encoding.maxBitrate = limit.bitrate;
    encoding.maxFramerate = limit.rate;
    encoding.scaleResolutionDownBy = isScreen ? 1 : Math.max(1, height / limit.height);
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

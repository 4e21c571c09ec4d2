// Shared by all three frame rigs, so that they differ in nothing but the way the call is made.

/** Milliseconds on the clock that all pages of one machine share. */
export const now = () => performance.timeOrigin + performance.now();

/** The moment the first frame of the stream is on the screen. */
export const firstFrame = (stream) =>
  new Promise((resolve) => {
    const video = document.createElement('video');
    video.muted = true;
    video.autoplay = true;
    video.playsInline = true;
    video.srcObject = stream;
    document.body.append(video);
    video.requestVideoFrameCallback(() => resolve(now()));
  });

/** Devices as the consultation asks for them, warm before the clock starts. */
export const warmDevices = () =>
  navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 }, audio: true });

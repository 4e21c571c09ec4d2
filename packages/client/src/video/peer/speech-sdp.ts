/**
 * What Opus is asked for (RFC 7587 § 6.1): every packet carries a little of the one before, so that a lost one is still heard; silence
 * costs nothing; the whole band of speech (EN 301 549, 6.1). Browsers already offer the rest.
 */
const wanted = ['useinbandfec=1', 'usedtx=1', 'maxplaybackrate=48000'];

const keyOf = (parameter: string): string => parameter.split('=')[0]?.trim() ?? '';

const merged = (parameters: string): string => {
  const keys = wanted.map(keyOf);
  const others = parameters.split(';').filter((one) => one.trim() !== '' && !keys.includes(keyOf(one)));
  return [...others, ...wanted].join(';');
};

/** A session description in which every Opus asks for what keeps speech whole on a bad line. */
export const speechSdp = (sdp: string): string => {
  let result = sdp;
  for (const [line, payload = ''] of sdp.matchAll(/^a=rtpmap:(\d+) opus\/48000.*$/gim)) {
    const format = new RegExp(`^a=fmtp:${payload} (.*)$`, 'm');
    result = format.test(result)
      ? result.replace(format, (_all, parameters: string) => `a=fmtp:${payload} ${merged(parameters.trim())}`)
      : result.replace(line, `${line}\r\na=fmtp:${payload} ${merged('')}`);
  }
  return result;
};

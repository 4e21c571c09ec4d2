/** 128 random bits in lower-case hex. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** From 0 up to 1; for jitter only, never for secrets. */
export const systemRandom = (): number => Math.random();

import { waitUntil as heldWithin } from '@open-wc/testing';

/**
 * Waits until something holds: 8 s at most, as a busy machine may need, where the library’s own end of 1 s would
 * fail tests that measure no time.
 *
 * @throws Error with `meanwhile`, when it does not come to hold.
 */
export const waitUntil = (holds: () => unknown, meanwhile?: string): Promise<void> =>
  heldWithin(() => Boolean(holds()), meanwhile, { interval: 10, timeout: 8000 });

import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';

/** A log nobody reads. */
export const silentLog: Log = { write: () => undefined };

/** Counts nothing. */
export const noMetrics: Metrics = {
  request: () => undefined,
  streams: () => undefined,
  streamDropped: () => undefined,
  text: () => Promise.resolve({ contentType: 'text/plain; charset=utf-8', body: '' }),
};

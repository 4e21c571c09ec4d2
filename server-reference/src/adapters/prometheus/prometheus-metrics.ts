import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../../ports/metrics.ts';

/** Counts for Prometheus, with the process's own. Labels come from closed sets only. */
export const createPrometheusMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'venterum_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const streams = new Gauge({ name: 'venterum_streams', help: 'Open event streams.', registers: [registry] });
  const dropped = new Counter({
    name: 'venterum_streams_dropped_total',
    help: 'Clients dropped because they did not read.',
    registers: [registry],
  });
  return {
    request: ({ route, status, seconds }) => {
      requests.observe({ route, status: String(status) }, seconds);
    },
    streams: (count) => {
      streams.set(count);
    },
    streamDropped: () => {
      dropped.inc();
    },
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
};

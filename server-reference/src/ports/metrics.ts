import type { RouteLabel } from './log.ts';

/** Counts, for whoever watches the server. */
export interface Metrics {
  request(label: { readonly route: RouteLabel; readonly status: number; readonly seconds: number }): void;
  /** Open event streams. */
  streams(count: number): void;
  /** One more client was dropped because it did not read. */
  streamDropped(): void;
  /** What `/metrics` answers. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

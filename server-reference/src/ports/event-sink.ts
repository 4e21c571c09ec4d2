/** One open event stream, seen from the side that writes. */
export interface EventSink {
  /** Writes, and tells how many bytes the reader has not taken yet. */
  write(text: string): number;
  close(): void;
  /** The reader went away, or {@link close} was called. */
  onClose(listener: () => void): void;
}

/** What a sink is opened with. */
export interface SinkRequest {
  /** What the HTTP server gives along with a request. */
  readonly env: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A sink and the answer that stands for it. */
export interface OpenedSink {
  readonly sink: EventSink;
  readonly response: Response;
}

/** Opens event streams in the way the HTTP server in use does it best. */
export type OpenSink = (request: SinkRequest) => OpenedSink;

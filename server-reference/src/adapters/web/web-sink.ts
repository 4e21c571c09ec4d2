import type { EventSink, OpenSink } from '../../ports/event-sink.ts';

const encoder = new TextEncoder();
const highWaterMark = 64 * 1024;

/** Event streams through a `ReadableStream`: for apps inside a page, and for any runtime with fetch. */
export const openWebSink: OpenSink = ({ headers }) => {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const listeners = new Set<() => void>();
  const closed = (): void => {
    controller = undefined;
    for (const listener of listeners) listener();
    listeners.clear();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started;
      },
      cancel: closed,
    },
    new ByteLengthQueuingStrategy({ highWaterMark }),
  );
  const sink: EventSink = {
    write: (text) => {
      controller?.enqueue(encoder.encode(text));
      return highWaterMark - (controller?.desiredSize ?? highWaterMark);
    },
    close: () => {
      controller?.close();
      closed();
    },
    onClose: (listener) => {
      listeners.add(listener);
    },
  };
  return { sink, response: new Response(body, { headers }) };
};

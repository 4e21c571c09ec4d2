/** One message of an event stream. */
export interface SseMessage {
  /** Of the last `id` field so far; empty before the first. */
  readonly id: string;
  /** `message` unless the stream says otherwise. */
  readonly type: string;
  readonly data: string;
}

/**
 * Parses `text/event-stream` (WHATWG HTML § 9.2.6) from pieces cut anywhere. The answer takes the next piece.
 * `retry` is left out: the client has its own pace.
 */
export const createSseParser = (onMessage: (message: SseMessage) => void): ((piece: string) => void) => {
  let rest = '';
  let endedInReturn = false;
  let atStart = true;
  let id = '';
  let type = '';
  let data: string[] = [];

  const dispatch = (): void => {
    const message = { id, type: type || 'message', data: data.join('\n') };
    const isEmpty = data.length === 0;
    type = '';
    data = [];
    if (!isEmpty) onMessage(message);
  };

  const takeField = (name: string, value: string): void => {
    if (name === 'data') data.push(value);
    else if (name === 'event') type = value;
    else if (name === 'id' && !value.includes('\0')) id = value;
  };

  const takeLine = (line: string): void => {
    if (line === '') {
      dispatch();
      return;
    }
    const colon = line.indexOf(':');
    const value = colon < 0 ? '' : line.slice(colon + 1);
    takeField(colon < 0 ? line : line.slice(0, colon), value.startsWith(' ') ? value.slice(1) : value);
  };

  return (piece) => {
    if (piece === '') return;
    let text = atStart && piece.startsWith('\uFEFF') ? piece.slice(1) : piece;
    // The line feed of a pair that was cut in two.
    if (endedInReturn && text.startsWith('\n')) text = text.slice(1);
    atStart = false;
    endedInReturn = piece.endsWith('\r');
    const lines = (rest + text).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line);
  };
};

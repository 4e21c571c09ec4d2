import assert from 'node:assert/strict';
import type { SequencedEvent, Session, StreamEventType } from '@venterum/contract';
import type { World } from './server-world.fixtures.test.ts';

/** An event as it came, with the id it can be resumed from. */
export interface ReadEvent {
  readonly id?: string;
  readonly event: SequencedEvent;
}

const parse = (block: string): ReadEvent | undefined => {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  const event = JSON.parse(data) as SequencedEvent;
  assert.equal(fields.get('event'), event.type);
  const id = fields.get('id');
  return { event, ...(id === undefined ? {} : { id }) };
};

/** One open event stream, read to the end. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  readonly response: Response;
  #text = '';
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  closed = false;

  constructor(response: Response) {
    assert.ok(response.body);
    this.response = response;
    this.#reader = response.body.getReader();
    void this.#read();
  }

  /** Everything that came, comments too. */
  get text(): string {
    return this.#text;
  }

  /** Types in the order they came. */
  get types(): readonly StreamEventType[] {
    return this.events.map(({ event }) => event.type);
  }

  /** The id to resume from. */
  get lastId(): string {
    return [...this.events].reverse().find(({ id }) => id !== undefined)?.id ?? '';
  }

  /** The latest state told of a visit. */
  state(visitId: string): string | undefined {
    const found = [...this.events]
      .reverse()
      .find(({ event }) => event.type === 'visit' && event.visit.id === visitId);
    return found?.event.type === 'visit' ? found.event.visit.state : undefined;
  }

  /** Goes away, as a closed page does. */
  async leave(): Promise<void> {
    await this.#reader.cancel();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for (let chunk = await this.#reader.read(); !chunk.done; chunk = await this.#reader.read()) {
      const text = decoder.decode(chunk.value, { stream: true });
      this.#text += text;
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const read = parse(block);
        if (read !== undefined) this.events.push(read);
      }
    }
    this.closed = true;
  }
}

/** Opens the event stream as a browser would, and waits for what it starts with. */
export const openEvents = async (
  world: World,
  as: Session,
  options: { readonly clinic?: string; readonly lastEventId?: string } = {},
): Promise<EventReader> => {
  const { clinic, lastEventId } = options;
  const response = await world.server.app.request(
    `/v1/events${clinic === undefined ? '' : `?clinic=${clinic}`}`,
    {
      headers: {
        authorization: `Bearer ${as.token}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    },
  );
  assert.equal(response.status, 200);
  const reader = new EventReader(response);
  await settled(world);
  return reader;
};

/** Waits until what was written has been read. */
export const settled = async (world: World): Promise<void> => {
  await world.settled();
  // The web stream hands over in its own turns.
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

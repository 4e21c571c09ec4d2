import type { SequencedEvent } from '@venterum/contract';

/** Watches that no event is missed or heard twice. */
export interface Sequence {
  /** What to resume after, unless it must start afresh. */
  lastId(): string | undefined;
  /** The event; `known`: heard before; `gap`: something is missing, and the next connection starts afresh. */
  take(id: string, data: string): SequencedEvent | 'known' | 'gap';
}

const parse = (data: string): SequencedEvent | undefined => {
  try {
    return JSON.parse(data) as SequencedEvent;
  } catch {
    return undefined;
  }
};

const startsAfresh = ({ type }: SequencedEvent): boolean => type === 'reset' || type === 'snapshot';

interface Place {
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
}

/** Said to one reader alone: without a place in the stream. */
const isAside = ({ type }: SequencedEvent): boolean => type === 'session-ending' || type === 'session-ended';

const judge = (event: SequencedEvent, stream: string, last: Place | undefined): 'next' | 'known' | 'gap' => {
  if (startsAfresh(event)) return 'next';
  if (last?.stream !== stream) return 'gap';
  if (event.seq <= last.seq) return 'known';
  return event.seq === last.seq + 1 ? 'next' : 'gap';
};

/** Makes a sequence that has heard nothing. Ids are `<stream>-<seq>`; `seq` is contiguous from a snapshot on. */
export const createSequence = (): Sequence => {
  let last: Place | undefined;
  return {
    lastId: () => last?.id,
    take: (id, data) => {
      const event = parse(data);
      if (event !== undefined && isAside(event)) return event;
      const stream = id.slice(0, id.lastIndexOf('-'));
      const verdict = event === undefined ? 'gap' : judge(event, stream, last);
      if (event === undefined || verdict === 'gap') {
        last = undefined;
        return 'gap';
      }
      if (verdict === 'known') return 'known';
      last = { id, stream, seq: event.seq };
      return event;
    },
  };
};

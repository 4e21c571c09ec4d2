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

/** Makes a sequence that has heard nothing. Ids are `<stream>-<seq>`; `seq` is contiguous from a snapshot on. */
export const createSequence = (): Sequence => {
  let last: { readonly id: string; readonly stream: string; readonly seq: number } | undefined;
  return {
    lastId: () => last?.id,
    take: (id, data) => {
      const event = parse(data);
      const stream = id.slice(0, id.lastIndexOf('-'));
      const sameStream = last?.stream === stream;
      if (event !== undefined && sameStream && !startsAfresh(event) && event.seq <= (last?.seq ?? 0))
        return 'known';
      const follows = sameStream && event?.seq === (last?.seq ?? 0) + 1;
      if (event === undefined || !(follows || startsAfresh(event))) {
        last = undefined;
        return 'gap';
      }
      last = { id, stream, seq: event.seq };
      return event;
    },
  };
};

import { timeDoor, type DoorTime } from '../rigs/door-times.ts';
import { row, type Row } from '../row.ts';

const ROUNDS = 10;
const LIMIT_MILLISECONDS = 1000;

const slowest = (id: string, what: string, times: readonly DoorTime[]): Row =>
  row({
    id,
    what: `${what}, the slowest of ${times.length}, beside the request alone`,
    unit: 'ms',
    ours: Math.max(...times.map(({ effect }) => effect)),
    reference: Math.max(...times.map(({ request }) => request)),
    goal: `<= ${LIMIT_MILLISECONDS} ms`,
    holds: ({ ours }) => ours <= LIMIT_MILLISECONDS,
  });

/** Letting somebody into a call of two, and sending them out: `door.admit`, `door.remove`. */
export const doorRows = async (): Promise<readonly Row[]> => {
  const { admit, remove } = await timeDoor(ROUNDS);
  return [
    slowest('door.admit', 'from the doctor’s tap to the way in on the guest’s screen', admit),
    slowest(
      'door.remove',
      'from the doctor’s tap to the last connection to or from the guest closed',
      remove,
    ),
  ];
};

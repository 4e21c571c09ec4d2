import { expect } from '@open-wc/testing';
import type { JoinState } from '@venterum/client';
import { eventsBetween } from './queue-join.changes.ts';
import { states, visit } from './queue-join.fixtures.test.ts';

const joined = visit.id;

type Row = readonly [name: string, before: JoinState, now: JoinState, types: readonly string[]];

const rows: readonly Row[] = [
  ['joins', states.joining, { ...states.waiting, joined }, ['visit-joined']],
  [
    'is called before the answer is there',
    states.joining,
    { ...states.called, joined },
    ['visit-joined', 'visit-called'],
  ],
  [
    'a guest redeems',
    states.starting,
    { ...states['waiting-self'], kind: 'guest', joined },
    ['visit-joined'],
  ],
  ['a guest comes again', states.starting, { ...states['waiting-self'], kind: 'guest' }, []],
  ['finds the place again', states.starting, states.waiting, []],
  ['is told that there is a place already', states.joining, states.waiting, []],
  [
    'moves up',
    { ...states.waiting, joined },
    { ...states.waiting, joined, visit: { ...visit, position: 1 } },
    [],
  ],
  ['is called', { ...states.waiting, joined }, { ...states.called, joined }, ['visit-called']],
  ['is called after a reload', states.starting, states.called, ['visit-called']],
  [
    'is sent on to another clinic',
    { ...states.waiting, joined },
    { ...states['waiting-moved'], joined: 'visit-2' },
    ['visit-joined'],
  ],
  ['is let go', { ...states.called, joined }, { ...states.waiting, joined }, []],
  ['leaves', { ...states.waiting, joined }, { ...states.left, joined }, ['visit-left']],
  ['ends', { ...states['in-call'], joined }, { ...states.ended, joined }, ['visit-ended']],
  [
    'goes on by telephone straight from the queue',
    { ...states.waiting, joined },
    { ...states['moved-to-phone'], joined },
    ['visit-ended'],
  ],
  ['joins again', { ...states.joining, joined: 'visit-0' }, { ...states.waiting, joined }, ['visit-joined']],
];

describe('what <queue-join> tells the host when somebody', () => {
  for (const [name, before, now, types] of rows)
    it(`${name}: ${types.join(' and ') || 'nothing'}`, () => {
      expect(eventsBetween(now, before).map(({ type }) => type)).to.deep.equal(types);
    });
});

import { expect } from '@open-wc/testing';
import type { Clock, JoinState } from '@venterum/client';
import type { Instant } from '@venterum/contract';
import { FakeClock } from '@venterum/testing';
import { now, silentClient, states } from './queue-join.fixtures.test.ts';
import { guestStates } from './queue-join.guest.fixtures.test.ts';
import { begin, words, type JoinStore } from './queue-join.page.test.ts';
import type { QueueJoinElement } from './queue-join.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const early = 'Du er her i god tid.';
const past = 'Tiden er nået.';

const inMinutes = (minutes: number): Instant => new Date(Date.parse(now) + minutes * minute).toISOString();

const waitingFor = (agreedAt: Instant): JoinState => ({
  ...guestStates.waiting,
  visit: { ...guestStates.waiting.visit, agreedAt },
});

interface Waiting {
  readonly element: QueueJoinElement;
  readonly store: JoinStore;
  readonly time: FakeClock;
  /** Milliseconds of every timer there was. */
  readonly asked: readonly number[];
}

/** Somebody who waits for an agreed time. Timers go off so many milliseconds too early. */
const wait = async (state: JoinState, tooEarly = 0): Promise<Waiting> => {
  const time = new FakeClock(now);
  const asked: number[] = [];
  const clock: Clock = {
    now: () => Date.parse(time.now()),
    after: (milliseconds, run) => {
      asked.push(milliseconds);
      return time.after(Math.max(1, milliseconds - tooEarly), run);
    },
  };
  const { element, store } = await begin(state, { ...silentClient(), clock });
  await waitUntil(() => words(element).includes(early), words(element));
  return { element, store, time, asked };
};

describe('<queue-join> at the agreed time', () => {
  it('P6: says so by itself, and has no timer left', async () => {
    const { element, time } = await wait(waitingFor(inMinutes(15)));
    expect(time.timers).to.equal(1);
    await time.advance(15 * minute - 1);
    await element.updateComplete;
    expect(words(element)).to.include(early);
    await time.advance(1);
    await element.updateComplete;
    expect(words(element)).to.include(past).and.not.include(early);
    expect(time.timers).to.equal(0);
  });

  it('says so once it is so, where a timer goes off too early', async () => {
    const { element, time } = await wait(waitingFor(inMinutes(15)), 2);
    await time.advance(15 * minute - 2);
    await element.updateComplete;
    expect(words(element)).to.include(early);
    await time.advance(2, async () => {
      await element.updateComplete;
    });
    expect(words(element)).to.include(past);
    expect(time.timers).to.equal(0);
  });

  it('goes by a time that was moved, and by none where nobody waits any more', async () => {
    const { element, store, time } = await wait(waitingFor(inMinutes(15)));
    store.set(waitingFor(inMinutes(30)));
    await element.updateComplete;
    expect(time.timers).to.equal(1);
    await time.advance(15 * minute);
    await element.updateComplete;
    expect(words(element)).to.include(early);
    store.set(states.called);
    await element.updateComplete;
    expect(time.timers).to.equal(0);
  });

  it('E11: has no timer once it is off the page, and its own again when it is back', async () => {
    const { element, time } = await wait(waitingFor(inMinutes(15)));
    const parent = element.parentElement;
    element.remove();
    await waitUntil(() => time.timers === 0);
    parent?.append(element);
    await waitUntil(() => time.timers === 1);
    await time.advance(15 * minute);
    await element.updateComplete;
    expect(words(element)).to.include(past);
  });

  it('looks once a day at a time that is far away: longer timers go off at once', async () => {
    const { element, time, asked } = await wait(waitingFor(inMinutes(40 * 24 * 60)));
    await time.advance(day);
    await element.updateComplete;
    expect(asked).to.deep.equal([day, day]);
    expect(words(element)).to.include(early);
  });
});

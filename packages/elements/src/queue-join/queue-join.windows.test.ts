import { expect } from '@open-wc/testing';
import { states } from './queue-join.fixtures.test.ts';
import { begin, find } from './queue-join.page.test.ts';
import { OtherWindows } from './queue-join.windows.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

describe('windows that show the same place', () => {
  const made: OtherWindows[] = [];
  const open = (visitId: string): OtherWindows => {
    const windows = new OtherWindows(() => undefined);
    windows.show(visitId);
    made.push(windows);
    return windows;
  };
  afterEach(() => {
    for (const windows of made.splice(0)) windows.show(undefined);
  });

  it('know of each other, however many, and of nobody with another place', async () => {
    const first = open('a');
    expect(first.any).to.equal(false);
    const [second, third, other] = [open('a'), open('a'), open('b')];
    await waitUntil(() => first.any && second.any && third.any);
    second.show(undefined);
    third.show('b');
    await waitUntil(() => !first.any && other.any);
  });

  it('leave when their page does, and come back with it', async () => {
    const [first, second] = [open('a'), open('a')];
    await waitUntil(() => first.any && second.any);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect([first.any, second.any]).to.deep.equal([false, false]);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => first.any && second.any);
  });

  it('<queue-join> says so for as long as it is so', async () => {
    const { element, store } = await begin(states.waiting);
    const notices = (): string => find(element, '.notices').textContent;
    const other = open('visit-1');
    await waitUntil(() => notices().includes('Køen er også åben i et andet vindue.'));
    other.show(undefined);
    await waitUntil(() => !notices().includes('Køen er også åben'));
    store.set(states.left);
    await element.updateComplete;
    const later = open('visit-1');
    const third = open('visit-1');
    await waitUntil(() => third.any);
    third.show(undefined);
    await waitUntil(() => !later.any, 'what is over is shown by no window');
  });
});

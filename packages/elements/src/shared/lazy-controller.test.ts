import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { failureText, failureWords, fetchFailureWords } from './failure-text.ts';
import { LazyController } from './lazy-controller.ts';
import { sharedDa } from './shared.texts.da.ts';
import { waitUntil } from './wait-until.fixtures.test.ts';

/** What a page begins with; read here before anything has fetched more. */
const atFirst = failureWords();

describe('LazyController', () => {
  let asked = 0;
  let isDown = true;
  // Asks at every rendering, as elements do.
  const host = { requestUpdate: () => lazy.load() } as ReactiveControllerHost;
  const lazy = new LazyController(host, () => {
    asked += 1;
    return isDown ? Promise.reject(new Error('offline')) : Promise.resolve('code');
  });

  it('does not ask again and again for what cannot be fetched, but at once when somebody does', async () => {
    lazy.load();
    await waitUntil(() => lazy.status === 'failed');
    expect(asked).to.equal(1);
    lazy.load();
    expect(asked).to.equal(1);
    isDown = false;
    lazy.retry();
    expect(lazy.status).to.equal('loading');
    await waitUntil(() => lazy.value === 'code');
    lazy.retry();
    expect(asked).to.equal(2);
  });

  it('asks again by itself after a pause', async () => {
    const timers: (() => void)[] = [];
    const set = globalThis.setTimeout;
    let tries = 0;
    const quiet = { requestUpdate: () => undefined } as unknown as ReactiveControllerHost;
    const failing = new LazyController(quiet, () => Promise.reject(new Error(`offline ${(tries += 1)}`)));
    failing.load();
    globalThis.setTimeout = ((work: () => void) => timers.push(work)) as unknown as typeof set;
    await Promise.resolve();
    await Promise.resolve();
    globalThis.setTimeout = set;
    expect(failing.status).to.equal('failed');
    failing.load();
    expect(tries).to.equal(1);
    for (const pass of timers) pass();
    failing.load();
    expect(tries).to.equal(2);
  });
});

describe('words for failures', () => {
  it('are there from the beginning for what keeps the others from being fetched', () => {
    expect(atFirst).to.deep.equal({});
    for (const code of ['offline', 'unavailable'] as const)
      expect(failureText({ code }, sharedDa)).not.to.equal(sharedDa['failure:internal']);
  });

  it('are fetched when one is missing, and until then the fault is ours', async () => {
    expect(failureText({ code: 'clinic-closed' }, sharedDa)).to.equal(sharedDa['failure:internal']);
    await fetchFailureWords();
    const texts = { ...failureWords(), ...sharedDa };
    expect(failureText({ code: 'clinic-closed' }, texts)).to.include('lukket for video');
  });
});

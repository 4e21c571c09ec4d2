import { expect, fixture, fixtureSync, html } from '@open-wc/testing';
import type { Store } from '@venterum/client';
import { problemStatus, type ProblemCode } from '@venterum/contract';
import { LitElement } from 'lit';
import { failureText } from './failure-text.ts';
import { failuresDa } from './failures.texts.da.ts';
import { formatClock, formatMinutes, formatMoment, formatTime, formatWait, minutesSince } from './format.ts';
import { languageOf } from './language.ts';
import { safeUrl } from './safe-url.ts';
import { ScriptedStore } from './scripted-store.test.ts';
import { sharedDa } from './shared.texts.da.ts';
import { sharedEn } from './shared.texts.en.ts';
import { CallSound } from './sound.ts';
import { StoreController } from './store-controller.ts';
import { fill } from './texts.ts';
import { onTick } from './ticker.ts';

class StoredElement extends LitElement {
  readonly made: ScriptedStore<number, string>[] = [];
  readonly heard: [number, number | undefined][] = [];
  input = 1;
  injected: Store<number, string> | undefined;
  readonly store = new StoreController<number, string>(this, {
    inputs: () => [this.input],
    injected: () => this.injected,
    create: () => {
      const store = new ScriptedStore<number, string>(this.input);
      this.made.push(store);
      return store;
    },
    changed: (now, before) => this.heard.push([now, before]),
  });
}
customElements.define('test-stored', StoredElement);

const stored = (): Promise<StoredElement> => fixture<StoredElement>(html`<test-stored></test-stored>`);

describe('StoreController', () => {
  it('makes one store, follows it, and tells what it was before', async () => {
    const element = await stored();
    element.made[0]?.set(7);
    await element.updateComplete;
    expect(element.made).to.have.length(1);
    expect(element.store.state).to.equal(7);
    expect(element.heard).to.deep.equal([
      [1, undefined],
      [7, 1],
    ]);
  });

  it('E11: lets go of a store when the element goes, and makes a new one when it is back', async () => {
    const element = await stored();
    const place = element.parentElement;
    element.remove();
    await Promise.resolve();
    expect(element.made[0]?.disposed).to.be.true;
    expect(element.made[0]?.listeners).to.equal(0);
    place?.append(element);
    await element.updateComplete;
    expect(element.made).to.have.length(2);
  });

  it('keeps a store through a move in the DOM', async () => {
    const element = await stored();
    fixtureSync(html`<div></div>`).append(element);
    await element.updateComplete;
    expect(element.made).to.have.length(1);
    expect(element.made[0]?.disposed).to.be.false;
  });

  it('makes a new store when an input changes, and none when one is injected', async () => {
    const element = await stored();
    element.input = 2;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.made.map(({ disposed }) => disposed)).to.deep.equal([true, false]);
    const own = new ScriptedStore<number, string>(9);
    element.injected = own;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.store.state).to.equal(9);
    await element.store.dispatch('go');
    expect(own.commands).to.deep.equal(['go']);
    element.remove();
    await Promise.resolve();
    expect(own.disposed).to.be.false;
  });
});

describe('words', () => {
  it('has words for every refusal there is that a person can meet', () => {
    // These tell a developer of a wrong call; a person is told that the fault is ours.
    const forDevelopers: readonly string[] = [
      'route-not-found',
      'method-not-allowed',
      'idempotency-mismatch',
      'body-too-large',
      'media-type',
    ];
    const codes = [
      ...Object.keys(problemStatus),
      'offline',
      'login-cancelled',
      'video-unavailable',
    ] as ProblemCode[];
    for (const texts of [{ ...failuresDa, ...sharedDa }, sharedEn]) {
      for (const code of codes) {
        const own = failureText({ code }, texts) !== texts['failure:internal'];
        expect(own || code === 'internal', code).to.equal(!forDevelopers.includes(code));
      }
    }
  });

  it('E9: takes no words from a polluted prototype', () => {
    const code = 'made-up' as ProblemCode;
    const polluted = Object.assign(Object.create({ 'failure:made-up': 'bad' }) as typeof sharedDa, sharedDa);
    expect(failureText({ code }, polluted)).to.equal(sharedDa['failure:internal']);
    expect(fill('{toString} {name}', { name: 'Lund' })).to.equal('{toString} Lund');
  });

  it('reads the language of the closest ancestor, and Danish where there is none', () => {
    const place = fixtureSync(
      html`<div lang="en-GB">
        <p lang="da"><b></b></p>
        <i></i>
      </div>`,
    );
    expect(
      [place.querySelector('b'), place.querySelector('i')].map((one) => one && languageOf(one)),
    ).to.deep.equal(['da', 'en']);
    expect(languageOf(document.createElement('p'))).to.equal('da');
  });

  it('E3: makes no link of anything but a web address', () => {
    for (const bad of ['javascript:alert(1)', ' data:text/html,x', 'vbscript:x', '//example.dk', '']) {
      expect(safeUrl(bad), bad).to.equal(undefined);
    }
    expect(safeUrl('https://example.dk/hjælp')).to.equal('https://example.dk/hjælp');
  });
});

describe('format', () => {
  const instant = '2026-11-22T13:30:00.000Z';
  const now = Date.parse(instant);

  it('writes times as they are written in Denmark', () => {
    expect(formatTime(instant, 'da')).to.equal('14.30');
    expect(formatMoment(instant, 'da')).to.equal('22. nov. kl. 14.30');
    expect(formatTime(instant, 'en')).to.equal('14:30');
    expect(formatMoment(instant, 'en')).to.equal('22 Nov 14:30');
    expect(formatMoment(instant, 'da', now)).to.equal('kl. 14.30');
    expect(formatMoment(instant, 'da', now + 86_400_000)).to.equal('22. nov. kl. 14.30');
  });

  it('means Danish time, summer and winter, where it is another day already', () => {
    expect(new Date(instant).getDate(), 'where this test runs').to.equal(23);
    expect(formatMoment('2026-07-22T21:59:00.000Z', 'da', Date.parse('2026-07-21T22:00:00.000Z'))).to.equal(
      'kl. 23.59',
    );
    expect(formatMoment('2026-07-22T22:00:00.000Z', 'da', Date.parse('2026-07-22T21:59:00.000Z'))).to.equal(
      '23. jul. kl. 00.00',
    );
  });

  it('writes waits as ranges and lengths in minutes', () => {
    expect(formatWait({ fromMinutes: 10, toMinutes: 20 }, 'da')).to.equal('10-20 min.');
    expect(formatWait({ fromMinutes: 0, toMinutes: 5 }, 'da')).to.equal('under 5 min.');
    expect(formatMinutes(65, 'da')).to.equal('1 t. 5 min.');
    expect(minutesSince(instant, now - 1)).to.equal(0);
    expect(minutesSince(instant, now + 120_000)).to.equal(2);
    expect([42, 725, 3725].map(formatClock)).to.deep.equal(['0:42', '12:05', '1:02:05']);
  });
});

describe('page-wide helpers', () => {
  it('ticks for several with one timer and stops with the last', () => {
    const started: number[] = [];
    const stopped: unknown[] = [];
    const { setInterval: set, clearInterval: clear } = globalThis;
    Object.assign(globalThis, {
      setInterval: () => started.push(1),
      clearInterval: (timer: unknown) => stopped.push(timer),
    });
    try {
      const stops = [onTick(() => undefined), onTick(() => undefined)];
      stops[0]?.();
      expect([started.length, stopped.length]).to.deep.equal([1, 0]);
      stops[1]?.();
      expect([started.length, stopped.length]).to.deep.equal([1, 1]);
    } finally {
      Object.assign(globalThis, { setInterval: set, clearInterval: clear });
    }
  });

  it('gives the host its title back, also when it was stopped twice', () => {
    document.title = 'Journal';
    const sound = new CallSound();
    sound.ring('Lægen er klar');
    sound.ring('Lægen er klar');
    expect(document.title).to.equal('Lægen er klar');
    sound.dispose();
    sound.dispose();
    expect(document.title).to.equal('Journal');
  });
});

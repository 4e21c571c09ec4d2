import { expect } from '@open-wc/testing';
import { calledByMe, magnus, many, nancy, ready, withoutCpr } from './waiting-room.fixtures.test.ts';
import { begin, button, find, focused, key, press, show } from './waiting-room.harness.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const start = (name: string): string => `Start video med ${name}`;

describe('<waiting-room> by keys', () => {
  it('is one stop of the tab key, however many wait', async () => {
    const { element } = await begin(ready({ visits: many(20) }));
    const tabbed = [...find(element, '[part="visits"]').querySelectorAll('button')].filter(
      ({ tabIndex }) => tabIndex === 0,
    );
    expect(tabbed.length, 'number, start and more of one row').to.equal(3);
    expect(new Set(tabbed.map((one) => one.closest('.row'))).size).to.equal(1);
  });

  it('goes up and down, to the ends and by pages, and stays at its kind of button', async () => {
    const { element } = await begin(ready({ visits: many(30) }));
    const rows = [...element.renderRoot.querySelectorAll('.row')];
    const at = (kind: string): number =>
      rows.findIndex((row) => row.querySelector(kind) === focused(element));
    rows[0]?.querySelector<HTMLElement>('.more')?.focus();
    for (const [name, index] of [
      ['ArrowDown', 1],
      ['ArrowUp', 0],
      ['ArrowUp', 0],
      ['PageDown', 10],
      ['End', 29],
      ['ArrowDown', 29],
      ['PageUp', 19],
      ['Home', 0],
    ] as const) {
      await key(element, name);
      expect(at('.more'), name).to.equal(index);
    }
    expect(rows[0]?.querySelector<HTMLElement>('.more')?.tabIndex).to.equal(0);
    expect(rows[19]?.querySelector<HTMLElement>('.more')?.tabIndex).to.equal(-1);
  });

  it('goes to start where a row has no number to show', async () => {
    const { element } = await begin(ready({ visits: [nancy, withoutCpr] }));
    find(element, '.reveal').focus();
    await key(element, 'ArrowDown');
    expect(focused(element)).to.equal(button(element, start('Bruno Elmer')));
  });

  it('stays with its patient when the row moves', async () => {
    const { element, store } = await begin(ready({ visits: [nancy, magnus, withoutCpr] }));
    button(element, start('Bruno Elmer')).focus();
    await show(element, store, ready({ visits: [withoutCpr, nancy, magnus] }));
    expect(focused(element)).to.equal(button(element, start('Bruno Elmer')));
    await show(element, store, ready({ visits: [nancy, magnus, withoutCpr] }));
    expect(focused(element)).to.equal(button(element, start('Bruno Elmer')));
  });

  it('stays with its patient when the row is made anew in another group', async () => {
    const visits = many(10);
    const { element, store } = await begin(ready({ visits }));
    const [first = nancy] = visits;
    find(element, '.more').focus();
    expect(focused(element)?.closest<HTMLElement>('.row')?.dataset['visit']).to.equal(first.id);
    const before = focused(element);
    await show(element, store, ready({ visits: [...visits.slice(1), first] }));
    expect(focused(element)).not.to.equal(before);
    expect(focused(element)?.matches('.more')).to.equal(true);
    expect(focused(element)?.closest<HTMLElement>('.row')?.dataset['visit']).to.equal(first.id);
  });

  it('goes to whoever takes the place of a row that goes', async () => {
    const { element, store } = await begin(ready({ visits: [nancy, magnus, withoutCpr] }));
    button(element, 'Flere handlinger for Magnus').focus();
    await show(element, store, ready({ visits: [nancy, withoutCpr] }));
    expect(focused(element)).to.equal(button(element, 'Flere handlinger for Bruno Elmer'));
    await show(element, store, ready({ visits: [nancy] }));
    expect(focused(element)).to.equal(button(element, 'Flere handlinger for Nancy Ann Berggren'));
    await show(element, store, ready());
    expect(focused(element)).to.equal(find(element, '#queue'));
  });

  it('is not lost by what can be pressed no more', async () => {
    const { element, store } = await begin(ready({ visits: [nancy] }));
    button(element, start('Nancy Ann Berggren')).focus();
    await show(element, store, ready({ visits: [nancy], offlineSince: '2026-11-22T13:26:00.000Z' }));
    expect(focused(element)).to.equal(button(element, start('Nancy Ann Berggren')));
    button(element, 'Lukket for video').focus();
    await show(element, store, ready({ visits: [nancy], openingBusy: true }));
    expect(focused(element)?.matches('.closed')).to.equal(true);
  });

  it('goes from the list to the patient with the call', async () => {
    const { element, store } = await begin(ready({ visits: [nancy, magnus] }));
    button(element, start('Nancy Ann Berggren')).focus();
    await press(element, start('Nancy Ann Berggren'));
    await press(element, 'Ja, start video');
    await show(element, store, ready({ visits: [calledByMe, magnus], current: { visit: calledByMe } }));
    expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    expect(focused(element)).to.equal(find(element, '#patient'));
  });

  it('folds menu and settings away with Escape', async () => {
    const { element } = await begin(ready({ visits: [nancy] }));
    await press(element, 'Indstillinger');
    find(element, '#message').focus();
    await key(element, 'Escape');
    await waitUntil(() => element.renderRoot.querySelector('.settings') === null);
    expect(focused(element)).to.equal(find(element, '.settings-toggle'));
  });
});

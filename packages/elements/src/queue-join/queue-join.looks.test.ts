import { expect } from '@open-wc/testing';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { states } from './queue-join.fixtures.test.ts';
import { guestStates } from './queue-join.guest.fixtures.test.ts';
import { begin, button, find, words } from './queue-join.page.test.ts';
import type { QueueJoinElement } from './queue-join.ts';

const box = (element: QueueJoinElement, selector: string): DOMRect =>
  find(element, selector).getBoundingClientRect();

/** As wide as the smallest telephone. */
const narrow = async (state: Parameters<typeof begin>[0]): Promise<Awaited<ReturnType<typeof begin>>> => {
  const begun = await begin(state);
  begun.element.style.inlineSize = '320px';
  await begun.element.updateComplete;
  return begun;
};

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.top < other.bottom && other.top < one.bottom && other.height > 0;

describe('<queue-join> to look at', () => {
  for (const name of ['invited-offline', 'code-unknown', 'code-limit'] as const)
    it(`says what went wrong next to what was pressed: ${name}`, async () => {
      const { element } = await narrow(guestStates[name]);
      const gap = box(element, '[part=failure]').top - box(element, '.primary').bottom;
      expect(gap).to.be.within(0, 24);
      expect(box(element, '.base').width).to.equal(320);
    });

  it('says beside the question that declining did not get through', async () => {
    const { element, store } = await narrow(guestStates.invited);
    button(element, 'Linket er ikke til mig').click();
    store.set(guestStates['invited-offline']);
    await element.updateComplete;
    expect(words(element)).to.include('Er linket ikke til dig?').and.include('Der er ingen forbindelse');
    const gap = box(element, '[part=failure]').top - box(element, '.danger').bottom;
    expect(gap).to.be.within(0, 24);
  });

  for (const [name, state] of Object.entries({
    guest: guestStates['waiting-offline'],
    employee: states['waiting-offline'],
    door: { ...guestStates.door, offlineSince: '2026-11-22T13:28:00.000Z' },
  }))
    it(`lies over no button and moves none while somebody waits offline: ${name}`, async () => {
      const { offlineSince, ...online } = state;
      const { element, store } = await narrow(online);
      const { height } = box(element, '.either');
      store.set({ ...online, offlineSince });
      await waitUntil(() => words(element).includes('Pladsen holdes til kl. '), 'the words of the wait');
      const notice = box(element, '[part=offline]');
      for (const control of element.renderRoot.querySelectorAll('button, a, device-check'))
        expect(overlap(notice, control.getBoundingClientRect()), control.textContent).to.equal(false);
      expect(element.renderRoot.querySelectorAll('[part=offline]').length).to.equal(1);
      expect(box(element, '.either').height).to.equal(height);
      expect(notice.top, 'after the place').to.be.above(box(element, '.position').bottom);
    });

  for (const [name, state] of Object.entries({
    ready: { ...states.ready, sessionEndsAt: '2026-11-22T13:30:30.000Z' },
    waiting: states['waiting-session-ending'],
  }))
    for (const height of [320, 480, 640, 800])
      it(`what is about to end the session lies over nothing to be tapped there, and is seen: ${name}, ${height}`, async () => {
        const { element } = await narrow(state);
        const window = element.parentElement ?? element;
        Object.assign(window.style, { blockSize: `${height}px`, overflow: 'auto' });
        const frame = window.getBoundingClientRect();
        for (let top = 0; top <= window.scrollHeight - height; top += 40) {
          window.scrollTop = top;
          const notice = box(element, '[part=session]');
          for (const control of element.renderRoot.querySelectorAll('.actions button, .primary:not(.stay)'))
            expect(
              overlap(notice, control.getBoundingClientRect()),
              `${control.textContent} ${top}`,
            ).to.equal(false);
          const isAbove = notice.bottom <= frame.top;
          expect(isAbove || notice.bottom <= frame.bottom + 1, `seen at ${top}`).to.equal(true);
        }
      });

  it('a slim bar keeps its height while offline: that is said below it', async () => {
    const { element, store } = await begin(states.waiting);
    element.minimised = true;
    await element.updateComplete;
    const { height } = box(element, '.slim');
    store.set(states['waiting-offline']);
    await element.updateComplete;
    expect(box(element, '.slim').height).to.equal(height);
    expect(box(element, '[part=offline]').top).to.be.at.least(box(element, '.slim').bottom);
  });

  for (const lang of ['da', 'en'])
    it(`a telephone number stands in one line, ${lang}`, async () => {
      const { element } = await narrow(guestStates['invited-ended-call']);
      element.lang = lang;
      const words = lang === 'da' ? 'Ring' : 'Phone';
      await waitUntil(() => find(element, 'a.primary').textContent.includes(`${words} 86`), 'words');
      const range = document.createRange();
      range.selectNodeContents(find(element, 'a.primary'));
      expect(range.getBoundingClientRect().height).to.be.below(30);
    });

  for (const lang of ['da', 'en'])
    it(`the button of a guest is as high while the waiting room opens, ${lang}`, async () => {
      const { element, store } = await narrow(guestStates.invited);
      element.lang = lang;
      await waitUntil(() => /Gå ind|Enter the/.test(find(element, '.primary').textContent), 'words');
      const { height } = box(element, '.primary');
      store.set(guestStates.redeeming);
      await element.updateComplete;
      expect(box(element, '.primary').height).to.equal(height);
    });
});

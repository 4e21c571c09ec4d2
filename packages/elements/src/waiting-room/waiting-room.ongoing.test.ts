import { expect } from '@open-wc/testing';
import {
  calledByMe,
  magnus,
  minutesAgo,
  ready,
  withColleague,
  withNobody,
} from './waiting-room.fixtures.test.ts';
import { begin, button, press, show, words } from './waiting-room.harness.fixtures.test.ts';

const gone = ready({ visits: [withNobody, magnus] });

describe('<waiting-room>: a consultation whose clinician is gone', () => {
  for (const view of ['full', 'list'] as const)
    it(`B5: says so, and a colleague takes it, in view ${view}`, async () => {
      const { element, store } = await begin(gone, view);
      expect(words(element)).to.include('Læge Test Dam har forladt samtalen 3 min.');
      await press(element, 'Overtag');
      expect(store.commands).to.deep.equal([{ type: 'hand-over', visitId: 'v-niels', to: 'doctor-1' }]);
    });

  it('B5: a colleague ends it, and says how', async () => {
    const { element, store } = await begin(gone);
    await press(element, 'Afslut');
    await press(element, 'Teknisk fejl');
    expect(store.commands).to.deep.equal([{ type: 'end', visitId: 'v-niels', outcome: 'technical-failure' }]);
  });

  it('is nobody else’s before a minute has gone by, or once they are back', async () => {
    const { element, store } = await begin(
      ready({ visits: [{ ...withColleague, unattendedSince: minutesAgo(0.99) }, magnus] }),
    );
    for (const said of ['first', 'back']) {
      expect(words(element), said).to.include('Hos Læge Test Dam').and.not.to.include('Overtag');
      await show(element, store, gone);
      expect(words(element)).to.include('Overtag');
      await show(element, store, ready({ visits: [withColleague, magnus] }));
    }
  });

  it('is taken by nobody who has somebody already', async () => {
    const { element } = await begin(
      ready({ visits: [withNobody, calledByMe], current: { visit: calledByMe } }),
    );
    expect(button(element, 'Overtag').disabled).to.equal(true);
  });
});

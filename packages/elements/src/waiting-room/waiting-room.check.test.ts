import { expect } from '@open-wc/testing';
import { calledByColleague, magnus, nancy, ready, states } from './waiting-room.fixtures.test.ts';
import {
  begin,
  button,
  callIn,
  dialogOf,
  focused,
  press,
  show,
} from './waiting-room.harness.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

describe('<waiting-room> looks whether it is the right patient', () => {
  it('shows in full whom the call would be to, and one tap confirms', async () => {
    const { element } = await begin(states['mixed']);
    await press(element, 'Start video med Nancy Ann Berggren');
    const dialog = dialogOf(element);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(focused(element)).to.equal(button(element, 'Ja, start video'));
    for (const fact of ['Nancy Ann Berggren', '251248-••••', 'Plejehjem', 'Sår på', 'SOSU Test Holm'])
      expect(dialog.textContent).to.include(fact);
    expect(dialog.textContent).not.to.include('9996');
    const reveal = dialog.querySelector<HTMLElement>('.reveal');
    reveal?.click();
    await element.updateComplete;
    expect(dialog.textContent).to.include('251248-9996');
  });

  it('goes back from the wrong patient without a call, and the focus with it', async () => {
    const { element, store } = await begin(ready({ visits: [nancy, magnus] }));
    button(element, 'Start video med Magnus').focus();
    await press(element, 'Start video med Magnus');
    await press(element, 'Tilbage til køen');
    await waitUntil(() => element.renderRoot.querySelector('dialog') === null, 'closed');
    await waitUntil(() => focused(element) === button(element, 'Start video med Magnus'));
    expect(store.commands).to.deep.equal([]);
  });

  it('says who has called the patient in while somebody was looking', async () => {
    const { element, store } = await begin(
      ready({ visits: [{ ...calledByColleague, state: 'waiting' }, nancy] }),
    );
    await press(element, 'Start video med Niels Vendelboe');
    await show(element, store, ready({ visits: [calledByColleague, nancy] }));
    expect(dialogOf(element).textContent).to.include('Læge Test Dam har kaldt Niels Vendelboe ind');
    expect(element.renderRoot.querySelector('.confirm')).to.equal(null);
    await show(element, store, ready({ visits: [nancy] }));
    expect(element.renderRoot.querySelector('dialog'), 'goes with its visit').to.equal(null);
  });

  it('keeps asking about the patient when only the way to the server failed', async () => {
    const { element, store } = await begin(ready({ visits: [nancy] }));
    await callIn(element, 'Nancy Ann Berggren');
    await show(element, store, ready({ visits: [nancy], failure: { code: 'offline' } }));
    expect(dialogOf(element).textContent).to.include('Der er ingen forbindelse');
    await press(element, 'Ja, start video');
    expect(store.commands.length).to.equal(2);
  });
});

import { aTimeout, expect } from '@open-wc/testing';
import { accessFor } from '@venterum/testing/video';
import { borrowDevices, type DeviceLoan } from '../shared/shared-devices.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { calledByMe, nancy, ready, support } from './waiting-room.fixtures.test.ts';
import { begin, callIn, find, press, show } from './waiting-room.harness.fixtures.test.ts';

describe('<waiting-room>: camera and microphone', () => {
  const query = navigator.permissions.query.bind(navigator.permissions);
  const calling = { visits: [nancy], busy: new Set(['v-nancy']) };
  const called = ready({
    visits: [calledByMe],
    current: { visit: calledByMe, access: accessFor('participant-1') },
  });
  let permission: PermissionState;
  let asked: number;
  let loan: DeviceLoan;

  beforeEach(async () => {
    permission = 'granted';
    asked = 0;
    navigator.permissions.query = () => {
      asked += 1;
      return Promise.resolve({ state: permission } as PermissionStatus);
    };
    loan = borrowDevices();
    // An earlier test may have had them a moment ago.
    await waitUntil(() => loan.store.getState().camera !== 'asking', 'settled');
    await loan.store.dispatch({ type: 'stop' });
  });

  afterEach(() => {
    loan.giveBack();
    navigator.permissions.query = query;
  });

  const tracksOnce = async (): Promise<readonly MediaStreamTrack[]> => {
    await waitUntil(() => loan.store.getState().camera === 'on', 'on');
    const tracks = loan.store.getState().stream?.getTracks() ?? [];
    expect(tracks).to.have.length(2);
    loan.giveBack();
    return tracks;
  };
  const allOff = (tracks: readonly MediaStreamTrack[]): Promise<void> =>
    waitUntil(() => tracks.every(({ readyState }) => readyState === 'ended'), 'off');

  it('D17: stay off until somebody has said that it is the right patient', async () => {
    const { element, store } = await begin(ready({ visits: [nancy] }));
    await press(element, 'Start video med Nancy Ann Berggren');
    for (const event of [
      new PointerEvent('pointerenter'),
      new PointerEvent('pointerdown', { bubbles: true }),
      new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }),
    ])
      find(element, '.confirm').dispatchEvent(event);
    await show(element, store, ready(calling));
    expect(asked, 'busy, but not by an answer').to.equal(0);
    await show(element, store, ready({ visits: [nancy] }));
    await press(element, 'Ja, start video');
    await show(element, store, ready(calling));
    await waitUntil(() => asked === 2);
    await tracksOnce();
    element.remove();
  });

  for (const [how, after] of [
    ['the call is refused', ready({ visits: [nancy], failure: { code: 'claimed-by-other' } })],
    ['the call is undone', ready({ visits: [nancy] })],
    ['the session ends', { status: 'session-ended', support, reason: 'idle' }],
  ] as const)
    it(`D17: go off when ${how}`, async () => {
      const { element, store } = await begin(ready({ visits: [nancy] }));
      await callIn(element, 'Nancy Ann Berggren');
      await show(element, store, ready(calling));
      const tracks = await tracksOnce();
      if (how !== 'the call is refused') await show(element, store, called);
      expect(tracks.every(({ readyState }) => readyState === 'live')).to.equal(true);
      store.set(after);
      await allOff(tracks);
    });

  it('D17: go off when the element goes', async () => {
    const { element, store } = await begin(ready({ visits: [nancy] }));
    await callIn(element, 'Nancy Ann Berggren');
    await show(element, store, ready(calling));
    const tracks = await tracksOnce();
    element.remove();
    await allOff(tracks);
  });

  it('stay off where nobody has allowed them before: the call itself asks', async () => {
    permission = 'prompt';
    const { element, store } = await begin(ready({ visits: [nancy] }));
    await callIn(element, 'Nancy Ann Berggren');
    await show(element, store, ready(calling));
    await waitUntil(() => asked === 2);
    await aTimeout(0);
    expect(loan.store.getState().camera).to.equal('unknown');
  });

  it('are the host’s own in a list', async () => {
    const { element, store } = await begin(ready({ visits: [nancy] }), 'list');
    await callIn(element, 'Nancy Ann Berggren');
    await show(element, store, ready(calling));
    await show(element, store, called);
    expect(asked).to.equal(0);
  });
});

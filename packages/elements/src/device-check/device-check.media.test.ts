import { expect, fixture, html } from '@open-wc/testing';
import { borrowDevices } from '../shared/shared-devices.ts';
import './device-check.define.ts';
import type { DeviceCheckElement } from './device-check.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const words = (element: DeviceCheckElement): string =>
  (element.renderRoot.querySelector('.check-devices')?.textContent ?? '').replace(/\s+/g, ' ');

const until = async (holds: () => boolean): Promise<void> => {
  await waitUntil(holds, 'in time');
};

describe('<device-check> with the devices of the browser', () => {
  it('D17: hands warm devices on to whoever comes next, and switches them off when nobody does', async () => {
    const element = await fixture<DeviceCheckElement>(html`<device-check></device-check>`);
    await until(() => words(element).includes('Vi kan høre dig.'));
    element.remove();
    const next = borrowDevices();
    const tracks = next.store.getState().stream?.getTracks() ?? [];
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['live', 'live']);
    next.giveBack();
    next.giveBack();
    await until(() => tracks.every(({ readyState }) => readyState === 'ended'));
  });

  it('hears the microphone of the browser', async () => {
    const element = await fixture<DeviceCheckElement>(html`<device-check></device-check>`);
    await until(() => words(element).includes('Vi kan høre dig.'));
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { FakeDevices } from '@venterum/testing/video';
import './device-check.define.ts';
import type { NetworkCommand, NetworkState } from '@venterum/client';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import { deviceStates, networkStates } from './device-check.fixtures.test.ts';
import type { DeviceCheckElement } from './device-check.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const begin = async (name: string, lang = 'da', theme = 'light'): Promise<DeviceCheckElement> => {
  const devices = new FakeDevices({ ...deviceStates[name], stream: new MediaStream() });
  const element = await fixture<DeviceCheckElement>(
    html`<device-check
      lang=${lang}
      theme=${theme}
      ?compact=${lang === 'da'}
      .devices=${devices}
    ></device-check>`,
  );
  await waitUntil(() => element.renderRoot.querySelector('.side') !== null);
  return element;
};

describe('<device-check> accessibility', () => {
  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const)
    for (const name of Object.keys(deviceStates))
      it(`has no fault: ${name}, ${lang}, ${theme}`, async () => {
        await expect(await begin(name, lang, theme)).to.be.accessible();
      });

  for (const name of Object.keys(deviceStates))
    it(`reads as before: ${name}`, async () => {
      await expectTree(await begin(name), name);
    });

  for (const theme of ['light', 'dark'])
    for (const state of Object.values(networkStates))
      it(`has no fault: network ${state.status}, ${theme}`, async () => {
        const element = await begin('on', 'da', theme);
        element.network = new ScriptedStore<NetworkState, NetworkCommand>(state);
        await element.updateComplete;
        await expect(element).to.be.accessible();
      });

  it('gives the level as a meter with a name', async () => {
    const meter = (await begin('on')).renderRoot.querySelector('[role="meter"]');
    expect(meter?.getAttribute('aria-label')).to.equal('Så højt hører vi dig');
    expect(meter?.getAttribute('aria-valuenow')).to.equal('5');
  });
});

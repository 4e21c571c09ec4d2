import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { FakeDevices } from '@venterum/testing/video';
import { deviceDa } from '../shared/device.texts.da.ts';
import { allowText } from '../shared/device-problem.ts';
import './device-check.define.ts';
import type { NetworkCommand, NetworkState } from '@venterum/client';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import { deviceStates, networkStates } from './device-check.fixtures.test.ts';
import { DeviceCheckElement } from './device-check.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const begin = async (name: string): Promise<{ element: DeviceCheckElement; devices: FakeDevices }> => {
  const devices = new FakeDevices({ ...deviceStates[name], stream: new MediaStream() });
  const element = await fixture<DeviceCheckElement>(html`<device-check .devices=${devices}></device-check>`);
  return { element, devices };
};

const words = (element: DeviceCheckElement): string =>
  (element.renderRoot.querySelector('.check-devices')?.textContent ?? '').replace(/\s+/g, ' ');

const press = (element: DeviceCheckElement, text: string): void => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => one.textContent.trim() === text,
  );
  if (found === undefined) throw new Error(`no button "${text}"`);
  found.click();
};

describe('<device-check>', () => {
  it('is registered once, by its define file', () => {
    expect(customElements.get('device-check')).to.equal(DeviceCheckElement);
  });

  for (const [name, text] of [
    ['asking', 'Tryk Tillad'],
    ['on', 'Vi kan høre dig.'],
    ['not heard yet', 'Sig noget'],
    ['sound playing', 'Spiller …'],
    ['both denied', 'Browseren må ikke bruge kamera og mikrofon.'],
    ['camera denied', 'Browseren må ikke bruge kameraet.'],
    ['microphone denied', 'så ingen kan høre dig'],
    ['both missing', 'brug en anden enhed'],
    ['no camera', 'fortsæt med lyd alene'],
    ['no microphone', 'Vi kan ikke finde en mikrofon.'],
    ['both busy', 'Kamera og mikrofon bruges af et andet program.'],
    ['camera busy', 'Kameraet bruges af et andet program.'],
    ['microphone busy', 'Mikrofonen bruges af et andet program.'],
    ['both lost', 'Kamera og mikrofon er gået fra.'],
    ['camera lost', 'Man kan høre dig, men ikke se dig.'],
    ['microphone lost', 'Man kan ikke høre dig.'],
  ] as const)
    it(`says in words, with what to do: ${name}`, async () => {
      const { element } = await begin(name);
      expect(words(element)).to.include(text);
    });

  for (const [browser, touch, key] of [
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 5, 'allowIos'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1', 5, 'allowIos'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1', 0, 'allowSafari'],
    ['Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Mobile Safari/537.36', 5, 'allowAndroid'],
    ['Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0', 0, 'allowFirefox'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0', 0, 'allowChromium'],
  ] as const)
    it(`knows how to allow in ${key}, ${touch} touch points`, () => {
      expect(allowText(deviceDa, browser, touch)).to.equal(deviceDa[key]);
    });

  it('asks for the devices as soon as it is shown, and not again when they are warm', async () => {
    const cold = new FakeDevices();
    await fixture(html`<device-check .devices=${cold}></device-check>`);
    expect(cold.commands).to.deep.equal([{ type: 'start' }]);
    const { devices } = await begin('on');
    expect(devices.commands).to.be.empty;
  });

  it('tries again, plays the sound, and takes another camera', async () => {
    const { element, devices } = await begin('camera busy');
    press(element, 'Prøv igen');
    press(element, 'Prøv lyden');
    const select = element.renderRoot.querySelector('select');
    if (select === null) throw new Error('no choice of cameras');
    select.value = 'rear';
    select.dispatchEvent(new Event('change'));
    expect(devices.commands).to.deep.equal([
      { type: 'start' },
      { type: 'play-test-sound' },
      { type: 'use-camera', deviceId: 'rear' },
    ]);
    expect(select.textContent).to.include('Kamera 2', 'a camera without a name');
  });

  it('tells the host when one can be heard, with or without a picture', async () => {
    const { element, devices } = await begin('asking');
    setTimeout(() => devices.become({ camera: 'missing', microphone: 'on' }));
    expect((await oneEvent(element, 'devices-ready')).detail).to.deep.equal({
      camera: false,
      microphone: true,
    });
  });

  it('tells nothing when nobody can be heard', async () => {
    const { element, devices } = await begin('asking');
    let told = 0;
    element.addEventListener('devices-ready', () => (told += 1));
    devices.become({ camera: 'on', microphone: 'denied' });
    expect(told).to.equal(0);
  });

  it('keeps its height when somebody is heard', async () => {
    const { element, devices } = await begin('not heard yet');
    element.style.inlineSize = '600px';
    await element.updateComplete;
    const before = element.offsetHeight;
    devices.become({ heard: true });
    await element.updateComplete;
    expect(element.offsetHeight).to.equal(before);
  });

  describe('the way to the server', () => {
    const withNetwork = async (status: keyof typeof networkStates) => {
      const network = new ScriptedStore<NetworkState, NetworkCommand>(networkStates[status]);
      const devices = new FakeDevices({ ...deviceStates['on'], stream: new MediaStream() });
      const element = await fixture<DeviceCheckElement>(
        html`<device-check
          .devices=${devices}
          .network=${network}
          server="https://video.example.dk"
        ></device-check>`,
      );
      return { element, network };
    };

    for (const [status, text] of [
      ['checking', 'Tjekker forbindelsen …'],
      ['good', 'Forbindelsen er god.'],
      ['slow', 'Gå tættere på routeren'],
      ['no-network', 'Slå wifi eller mobildata til.'],
      ['no-server', 'vi kan ikke nå videoserveren. Prøv et andet net'],
      ['no-socket', 'Nettet her spærrer for video.'],
    ] as const)
      it(`is named in words, with what to do: ${status}`, async () => {
        const { element } = await withNetwork(status);
        expect(words(element)).to.include(text);
      });

    it('is checked as soon as it is shown, and not again when that is done', async () => {
      expect((await withNetwork('unknown')).network.commands).to.deep.equal([{ type: 'check' }]);
      expect((await withNetwork('good')).network.commands).to.be.empty;
    });

    it('is checked again by a tap, and when the device is back on a network; not once the element is gone', async () => {
      const { element, network } = await withNetwork('no-server');
      press(element, 'Tjek igen');
      expect(network.commands).to.have.lengthOf(1);
      dispatchEvent(new Event('online'));
      expect(network.commands).to.have.lengthOf(2);
      element.remove();
      dispatchEvent(new Event('online'));
      expect(network.commands).to.have.lengthOf(2);
    });

    it('is announced when something is wrong with it', async () => {
      const { element, network } = await withNetwork('checking');
      network.set(networkStates['no-network']);
      const region = element.renderRoot.querySelector('[data-live=polite]');
      await waitUntil(() => region?.textContent.includes('Enheden er ikke på nettet.') === true);
    });

    it('is left out where there is no server to reach', async () => {
      const { element } = await begin('on');
      expect(element.renderRoot.querySelector('[part=network]')).to.equal(null);
    });
  });

  it('says what to do about a sound that is not heard, once it has been tried', async () => {
    const devices = new FakeDevices({ ...deviceStates['on'], stream: new MediaStream() });
    const element = await fixture<DeviceCheckElement>(
      html`<device-check compact .devices=${devices}></device-check>`,
    );
    expect(words(element)).not.to.include('skru op');
    press(element, 'Prøv lyden');
    await element.updateComplete;
    expect(words(element)).to.include('skru op');
  });
});

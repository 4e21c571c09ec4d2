import { expect, fixture, html } from '@open-wc/testing';
import type { CallCommand, CallState } from '@venterum/client';
import { FakeCallClient, FakeDevices } from '@venterum/testing/video';
import { expectTree } from '../shared/accessibility-tree.fixtures.test.ts';
import { ScriptedStore } from '../shared/scripted-store.test.ts';
import './video-room.define.ts';
import { devicesOn, roomStates } from './video-room.fixtures.test.ts';
import type { VideoRoomElement } from './video-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const states = roomStates();

const begin = async (name: string, lang = 'da', theme = 'light'): Promise<VideoRoomElement> => {
  const { call, devices, layout } = states[name] ?? { call: undefined };
  if (call === undefined) throw new Error(`no state ${name}`);
  const element = await fixture<VideoRoomElement>(
    html`<video-room
      lang=${lang}
      theme=${theme}
      .client=${new FakeCallClient().asClient}
      .devices=${new FakeDevices(devices ?? devicesOn)}
      layout=${layout ?? 'grid'}
      .store=${new ScriptedStore<CallState, CallCommand>(call)}
    ></video-room>`,
  );
  await waitUntil(() => element.renderRoot.querySelector('.room') !== null);
  return element;
};

/** Roles and names in the order a screen reader meets them. */
const tree = (element: VideoRoomElement): readonly string[] =>
  [...element.renderRoot.querySelectorAll('button, h2, h3, figcaption, video, .overlay, .facts')].map(
    (node) =>
      `${node.localName}: ${(node.getAttribute('aria-label') ?? node.textContent).replace(/\s+/g, ' ').trim()}`,
  );

describe('<video-room> accessibility', () => {
  for (const [lang, theme] of [
    ['da', 'light'],
    ['en', 'dark'],
  ] as const)
    for (const name of Object.keys(states))
      it(`has no fault: ${name}, ${lang}, ${theme}`, async () => {
        await expect(await begin(name, lang, theme)).to.be.accessible();
      });

  for (const name of Object.keys(states))
    it(`reads as before: ${name}`, async () => {
      await expectTree(await begin(name), name);
    });

  for (const name of ['two', 'six', 'two at the door', 'safety words'])
    it(`has no fault with what is rare open: ${name}`, async () => {
      const element = await begin(name);
      element.renderRoot.querySelector<HTMLElement>('.open-more')?.click();
      await waitUntil(() => element.renderRoot.querySelector('.compare') !== null);
      element.renderRoot.querySelector<HTMLElement>('.compare')?.click();
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

  it('says who is who in reading order', async () => {
    expect(tree(await begin('two'))).to.deep.equal([
      'p: 1:00 Også i rummet: Nancy Ann Berggren (borger)',
      'figcaption: Læge Test Lund læge, Lægerne Test Torv',
      'video: Billede af Læge Test Lund',
      'video: Dit billede',
      'figcaption: Dig',
      'button: Flyt dit billede til et andet hjørne',
      'button: Slå lyd fra',
      'button: Sluk kamera',
      'button: Mere',
      'button: Forlad samtalen',
    ]);
  });

  it('puts the door first', async () => {
    expect(tree(await begin('at the door')).slice(0, 2)).to.deep.equal([
      'h3: Venter på at komme ind',
      'button: Luk ind: Bruno Elmer',
    ]);
  });

  it('has every button at least 44 px high, counting the own picture, all of which moves it', async () => {
    for (const name of ['two', 'at the door', 'devices lost', 'left', 'failed', 'bar']) {
      const element = await begin(name);
      for (const button of element.renderRoot.querySelectorAll('button'))
        expect(
          (button.closest('.self') ?? button).getBoundingClientRect().height,
          `${name}: ${button.textContent.trim()}`,
        ).to.be.at.least(44);
    }
  });

  it('takes a tap anywhere on the own picture for a move', async () => {
    const element = await begin('two');
    const { left, top } = element.renderRoot.querySelector('.self')?.getBoundingClientRect() ?? new DOMRect();
    const target = element.shadowRoot?.elementFromPoint(left + 20, top + 20);
    expect(target?.localName).to.equal('button');
  });
});

import { expect, fixtureSync, html } from '@open-wc/testing';
import type { VenterumClient } from '@venterum/client';
import { html as template } from 'lit';
import { setDefaultClient } from '../shared/default-client.ts';
import { sharedDa } from '../shared/shared.texts.da.ts';
import { VenterumElement } from '../shared/venterum-element.ts';
import type { VenterumProviderElement } from './venterum-provider.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

/** Shows which client it got. */
class ProbeElement extends VenterumElement {
  constructor() {
    super({
      da: sharedDa,
      en: () => import('../shared/shared.texts.en.ts').then((module) => module.sharedEn),
    });
  }

  protected override content(): unknown {
    return template`<p>${this.activeClient?.server} ${this.texts.retry}</p>`;
  }
}
customElements.define('test-probe', ProbeElement);

// Only `server` is read here.
const clientAt = (server: string): VenterumClient => ({ server }) as VenterumClient;

const text = (root: ParentNode): string =>
  root.querySelector<ProbeElement>('test-probe')?.renderRoot.querySelector('p')?.textContent.trim() ?? '';

const untilText = async (root: ParentNode, expected: string): Promise<void> => {
  await waitUntil(() => text(root) === expected);
};

describe('<venterum-provider>', () => {
  it('reaches elements that were there before it was defined', async () => {
    const provider = fixtureSync<VenterumProviderElement>(
      html`<venterum-provider><test-probe></test-probe></venterum-provider>`,
    );
    provider.client = clientAt('early');
    expect(customElements.get('venterum-provider')).to.equal(undefined);
    await import('./venterum-provider.define.ts');
    // What was set before the upgrade is an own property that hides the accessor; Lit takes it over.
    await untilText(provider.parentElement ?? document, 'early Prøv igen');
  });

  it('gives a client that comes late, and its successor', async () => {
    const place = fixtureSync<VenterumProviderElement>(
      html`<venterum-provider
        ><div><test-probe></test-probe></div
      ></venterum-provider>`,
    );
    await untilText(place, 'Et øjeblik …');
    place.client = clientAt('one');
    await untilText(place, 'one Prøv igen');
    place.client = clientAt('two');
    await untilText(place, 'two Prøv igen');
  });

  it('gives its language', async () => {
    const place = fixtureSync<VenterumProviderElement>(
      html`<venterum-provider lang="en" .client=${clientAt('one')}
        ><test-probe></test-probe
      ></venterum-provider>`,
    );
    await untilText(place, 'one Try again');
    place.lang = 'da';
    await untilText(place, 'one Prøv igen');
  });

  it('reaches through shadow roots', async () => {
    const place = fixtureSync(
      html`<venterum-provider lang="en" .client=${clientAt('one')}><div></div></venterum-provider>`,
    );
    const root = place.querySelector('div')?.attachShadow({ mode: 'open' });
    if (root === undefined) throw new Error('no root');
    root.append(document.createElement('test-probe'));
    await untilText(root, 'one Try again');
  });

  it('gives way to an element’s own client, and goes before the page’s default', async () => {
    setDefaultClient(clientAt('default'));
    try {
      const alone = fixtureSync(html`<div><test-probe></test-probe></div>`);
      await untilText(alone, 'default Prøv igen');
      const place = fixtureSync(
        html`<venterum-provider .client=${clientAt('one')}><test-probe></test-probe></venterum-provider>`,
      );
      await untilText(place, 'one Prøv igen');
      const probe = place.querySelector<ProbeElement>('test-probe');
      if (probe === null) throw new Error('no probe');
      probe.client = clientAt('own');
      await untilText(place, 'own Prøv igen');
      alone.append(probe);
      await untilText(place.ownerDocument, 'default Prøv igen');
    } finally {
      setDefaultClient(undefined);
    }
  });

  it('gives words by tag, also later and through shadow roots; the closest count', async () => {
    const place = fixtureSync<VenterumProviderElement>(
      html`<venterum-provider
        .client=${clientAt('one')}
        .strings=${{ 'test-probe': { retry: 'Igen' }, 'other-probe': { retry: 'Nej' } }}
        ><div></div
      ></venterum-provider>`,
    );
    const inner = fixtureSync<VenterumProviderElement>(
      html`<venterum-provider><test-probe></test-probe></venterum-provider>`,
    );
    const root = place.querySelector('div')?.attachShadow({ mode: 'open' });
    root?.append(inner);
    const probe = inner.querySelector<ProbeElement>('test-probe');
    if (probe === null) throw new Error('no probe');
    await untilText(inner, 'one Igen');
    place.strings = { 'test-probe': { retry: 'Om igen' } };
    await untilText(inner, 'one Om igen');
    inner.strings = { 'test-probe': { retry: 'Endnu en gang' } };
    await untilText(inner, 'one Endnu en gang');
    probe.strings = { retry: 'Mit eget' };
    await untilText(inner, 'one Mit eget');
    probe.strings = {};
    inner.strings = {};
    place.strings = {};
    await untilText(inner, 'one Prøv igen');
  });

  it('follows an element that is moved out of it', async () => {
    const place = fixtureSync(
      html`<venterum-provider .client=${clientAt('one')}><test-probe></test-probe></venterum-provider>`,
    );
    const other = fixtureSync(html`<venterum-provider .client=${clientAt('two')}></venterum-provider>`);
    await untilText(place, 'one Prøv igen');
    other.append(...place.children);
    await untilText(other, 'two Prøv igen');
  });
});

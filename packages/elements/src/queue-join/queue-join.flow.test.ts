import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { VenterumClient } from '@venterum/client';
import { createTestWorld, testCitizens, type TestWorld } from '@venterum/testing';
import './queue-join.define.ts';
import { button, find, words } from './queue-join.page.test.ts';
import type { QueueJoinElement } from './queue-join.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

const citizen = testCitizens.nancy;

const shows = (element: QueueJoinElement, text: string): Promise<void> =>
  waitUntil(() => words(element).includes(text), `"${text}" in: ${words(element)}`);

/** A network on which nothing is recorded before somebody lets it. */
const slowToRecord = (carry: typeof fetch): { readonly fetch: typeof fetch; readonly letGo: () => void } => {
  let letGo = (): void => undefined;
  const allowed = new Promise<void>((resolve) => (letGo = resolve));
  return {
    letGo: () => letGo(),
    fetch: async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input);
      if (pathname === '/v1/consents') await allowed;
      return carry(input, init);
    },
  };
};

const tick = async (element: QueueJoinElement): Promise<void> => {
  const box = (): HTMLElement | null =>
    element.renderRoot
      .querySelector('consent-form')
      ?.shadowRoot?.querySelector<HTMLElement>('input[type=checkbox]') ?? null;
  await waitUntil(() => box() !== null, 'the tick box');
  box()?.click();
};

const callFirst = async (doctor: VenterumClient): Promise<string> => {
  const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
  const [first] = visits;
  if (first === undefined) throw new Error('nobody waits');
  await doctor.request('visits.call', { id: first.id });
  return first.id;
};

describe('<queue-join> on the real server in memory', () => {
  let world: TestWorld;
  let doctor: VenterumClient;

  beforeEach(async () => {
    world = await createTestWorld();
    doctor = world.client('doctor');
  });
  afterEach(() => world.dispose());

  const open = (
    more: { reason?: string; fetch?: typeof fetch; test?: boolean } = {},
  ): Promise<QueueJoinElement> =>
    fixture<QueueJoinElement>(
      html`<queue-join
        .client=${world.client('employee', { fetch: more.fetch ?? world.network.fetch })}
        .citizen=${citizen}
        reason=${more.reason ?? ''}
        ?test=${more.test ?? false}
      ></queue-join>`,
    );

  const joined = async (test = false): Promise<QueueJoinElement> => {
    const element = await open({ reason: 'Sår på venstre fod', test });
    await shows(element, 'Stil borger i kø');
    const given = oneEvent(element, 'consent-given');
    await tick(element);
    await given;
    await element.updateComplete;
    const event = oneEvent(element, 'visit-joined');
    button(element, 'Stil borger i kø').click();
    await event;
    await shows(element, 'Du er nummer 1');
    return element;
  };

  it('J1: is in the queue after one tick and one tap, is called, and ends with facts for the record', async () => {
    const element = await joined();
    const called = oneEvent(element, 'visit-called');
    const id = await callFirst(doctor);
    await called;
    await shows(element, 'Læge Test Lund');
    button(element, 'Gå til lægen').click();
    await shows(element, 'Videokonsultation');
    const ended = oneEvent<HTMLElementEventMap['visit-ended']>(element, 'visit-ended');
    await doctor.request('visits.end', { id, body: { outcome: 'moved-to-phone' } });
    expect((await ended).detail).to.include({ visitId: id, state: 'ended', outcome: 'moved-to-phone' });
    await shows(element, 'Lægen fortsætter på telefon');
  });

  for (const test of [true, false])
    it(`S20: the host’s test=${String(test)} is sent, shown here, and seen by the clinic`, async () => {
      const element = await joined(test);
      const [request] = world.network.to('POST', '/v1/visits');
      expect(JSON.parse(String(request?.body))).to.include({ test });
      expect(element.renderRoot.querySelector('[part=test]') !== null).to.equal(test);
      const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
      expect(visits.map((visit) => visit.test)).to.deep.equal([test]);
    });

  for (const recorded of [true, false])
    it(`J1: tapped on before the server has the declaration it waits for it${recorded ? ', and joins' : '; where it is refused, nothing is joined and the form says why'}`, async () => {
      const { fetch, letGo } = slowToRecord(world.network.fetch);
      const element = await open({ fetch });
      await shows(element, 'Stil borger i kø');
      if (!recorded)
        world.network.fault(
          ({ path }) => path === '/v1/consents',
          Response.json({ code: 'consent-text-unknown' }, { status: 422 }),
        );
      await tick(element);
      button(element, 'Stil borger i kø').click();
      await shows(element, 'Gemmer samtykket …');
      expect(world.network.to('POST', '/v1/visits')).to.be.empty;
      letGo();
      if (recorded) await shows(element, 'Du er nummer 1');
      else {
        await shows(element, 'Stil borger i kø');
        expect(find(element, 'consent-form').shadowRoot?.textContent).to.include('Genindlæs siden.');
        expect(world.network.to('POST', '/v1/visits')).to.be.empty;
      }
    });

  it('shows the clinic’s words to somebody it removed', async () => {
    const element = await joined();
    const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
    await doctor.request('visits.remove', {
      id: visits[0]?.id ?? '',
      body: { message: 'Ring til os i dag.' },
    });
    await shows(element, 'Ring til os i dag.');
  });

  it('B6: does not join a clinic that has closed meanwhile, and shows its message', async () => {
    const element = await open();
    await shows(element, 'Stil borger i kø');
    const given = oneEvent(element, 'consent-given');
    await tick(element);
    await given;
    await doctor.request('clinics.opening', {
      id: 'clinic-lund',
      body: { open: false, message: 'Vi åbner igen kl. 9.' },
    });
    button(element, 'Stil borger i kø').click();
    await shows(element, 'Vi åbner igen kl. 9.');
  });

  it('keeps what was typed and says so when the network is gone', async () => {
    const element = await open({ reason: 'Sår på venstre fod' });
    await shows(element, 'Stil borger i kø');
    const given = oneEvent(element, 'consent-given');
    await tick(element);
    await given;
    world.network.offline = true;
    button(element, 'Stil borger i kø').click();
    // The client tries again for a while before it gives up.
    await world.clock.advance(120_000, () => new Promise((resolve) => setTimeout(resolve)));
    await said(element, 'assertive', 'Der er ingen forbindelse');
    const field = find(element, '#reason');
    expect(field instanceof HTMLTextAreaElement && field.value).to.equal('Sår på venstre fod');
    world.network.offline = false;
    button(element, 'Stil borger i kø').click();
    await shows(element, 'Du er nummer 1');
  });

  it('P5: a reload finds the place again', async () => {
    const before = await joined();
    before.remove();
    const element = await open();
    await shows(element, 'Du er nummer 1');
  });

  it('goes on with the visit the host names, where a number alone tells nobody apart', async () => {
    const before = await joined();
    const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
    before.remove();
    const { cpr } = citizen;
    const element = await fixture<QueueJoinElement>(
      html`<queue-join
        .client=${world.client('employee')}
        .citizen=${{ cpr }}
        visit-id=${visits[0]?.id ?? ''}
      ></queue-join>`,
    );
    await shows(element, 'Du er nummer 1');
  });

  it('gives up the place on the server', async () => {
    const element = await joined();
    button(element, 'Forlad køen').click();
    await element.updateComplete;
    button(element, 'Ja, forlad køen').click();
    await shows(element, 'Du har forladt køen');
    const { visits } = await doctor.request('visits.list', { query: { clinic: 'clinic-lund' } });
    expect(visits.filter(({ state }) => state === 'waiting')).to.be.empty;
  });
});

import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { VenterumClient } from '@venterum/client';
import { createTestWorld, testCitizens, type TestWorld } from '@venterum/testing';
import {
  button,
  callIn,
  dialogOf,
  find,
  press,
  submit,
  control,
  words,
} from './waiting-room.harness.fixtures.test.ts';
import type { WaitingRoomElement } from './waiting-room.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

const shows = (element: WaitingRoomElement, text: string): Promise<void> =>
  waitUntil(() => words(element).includes(text), `"${text}" in: ${words(element)}`);

const hides = (element: WaitingRoomElement, text: string): Promise<void> =>
  waitUntil(() => !words(element).includes(text), `no "${text}"`);

describe('<waiting-room> on the real server in memory', () => {
  let world: TestWorld;
  let employee: VenterumClient;

  beforeEach(async () => {
    world = await createTestWorld();
    employee = world.client('employee');
  });
  afterEach(() => world.dispose());

  const open = async (login: 'doctor' | 'colleague' = 'doctor'): Promise<WaitingRoomElement> => {
    const element = await fixture<WaitingRoomElement>(
      html`<waiting-room .client=${world.client(login)}></waiting-room>`,
    );
    await shows(element, 'Lægehuset Lund');
    // What is loaded after the list; its own test watches it come.
    await import('./waiting-room.later.ts');
    await aTimeout(0);
    return element;
  };

  const join = async (citizen: { readonly cpr: string; readonly name: string }): Promise<string> => {
    const { id: consentId } = await employee.request('consents.record', {
      body: { purpose: 'declaration', textVersion: '2026-11', language: 'da' },
    });
    const visit = await employee.request('visits.join', {
      body: { clinicId: 'clinic-lund', citizen, consentId, reason: 'Sår på venstre fod' },
    });
    return visit.id;
  };

  it('J2, I2: the same list twice, one doctor gets the patient, the other sees who', async () => {
    const [mine, theirs] = [await open('doctor'), await open('colleague')];
    await join(testCitizens.nancy);
    for (const element of [mine, theirs]) await shows(element, '1 venter');
    const called = oneEvent(mine, 'visit-called');
    await callIn(mine, 'Nancy Ann Berggren');
    await called;
    await shows(mine, 'Ringer op …');
    await shows(theirs, 'Kaldt ind af Læge Test Lund');
    await press(mine, 'Fortryd');
    await shows(theirs, '1 venter');
  });

  it('ends with facts for the record and is ready for the next', async () => {
    const element = await open();
    const id = await join(testCitizens.nancy);
    await shows(element, '1 venter');
    await callIn(element, 'Nancy Ann Berggren');
    await shows(element, 'Ringer op …');
    await waitUntil(() => element.renderRoot.querySelector('video-room') !== null, 'video');
    find(element, 'video-room').dispatchEvent(new Event('call-end-request', { cancelable: true }));
    await waitUntil(() => element.renderRoot.querySelector('dialog')?.open === true);
    const ended = oneEvent<HTMLElementEventMap['visit-ended']>(element, 'visit-ended');
    [...dialogOf(element).querySelectorAll('button')]
      .find((one) => one.textContent.includes('telefon'))
      ?.click();
    expect((await ended).detail).to.include({ visitId: id, outcome: 'moved-to-phone', kind: 'consultation' });
    await shows(element, 'Nancy Ann Berggren: Skift til telefon');
    await press(element, 'Klar til næste');
    await shows(element, 'Ingen venter');
    await shows(element, 'Afsluttet i dag (1)');
  });

  it('closes, tells a delay, and removes with the clinic’s words', async () => {
    const element = await open();
    const id = await join(testCitizens.nancy);
    await shows(element, '1 venter');
    await press(element, 'Lukket for video');
    await press(element, 'Luk, og behold køen');
    await waitUntil(() => find(element, '.closed').ariaPressed === 'true');
    await press(element, 'Indstillinger');
    // The stream may tell of the closing before the answer does; until then nothing else is taken.
    await waitUntil(
      () => element.renderRoot.querySelector('.settings button:not([type], :disabled)') !== null,
    );
    control(element, '#delay').value = '20';
    submit(element, '.settings');
    await shows(element, 'Forsinket ca. 20 min.');
    await press(element, 'Flere handlinger for Nancy Ann Berggren');
    find(element, '.menu .danger').click();
    await element.updateComplete;
    control(element, '#words').value = 'Vi ringer.';
    submit(element, 'dialog form');
    await hides(element, 'Nancy Ann Berggren 251248');
    expect((await employee.request('visits.get', { id })).message).to.equal('Vi ringer.');
  });

  it('turns grey when the network is gone, and true again by itself', async () => {
    const element = await open();
    await join(testCitizens.nancy);
    await shows(element, '1 venter');
    world.network.offline = true;
    world.network.cut();
    const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    await world.clock.advance(60_000, turn);
    await shows(element, 'Ingen forbindelse. Listen er fra kl. ');
    expect(button(element, 'Start video med Nancy Ann Berggren').ariaDisabled).to.equal('true');
    world.network.offline = false;
    await world.clock.advance(60_000, turn);
    await waitUntil(() => element.renderRoot.querySelector('.notice') === null);
  });

  it('B1: tells somebody from another clinic that there is no way in', async () => {
    const element = await fixture<WaitingRoomElement>(
      html`<waiting-room clinic="clinic-lund" .client=${world.client('stranger')}></waiting-room>`,
    );
    const said = (): string =>
      element.renderRoot.querySelector('clinic-settings')?.shadowRoot?.textContent ?? '';
    await waitUntil(() => said().includes('Du har ikke adgang til klinikkens venteværelse'), said());
  });

  it('invites by sms in its own tab', async () => {
    const element = await open();
    await press(element, 'Sms (0)');
    await waitUntil(() => element.renderRoot.querySelector('sms-invite') !== null, 'the element');
    const sms = find(element, 'sms-invite');
    const inside = <Found extends HTMLElement>(selector: string, kind: new () => Found): Found => {
      const found = sms.shadowRoot?.querySelector(selector);
      if (!(found instanceof kind)) throw new Error(`no ${selector}`);
      return found;
    };
    const type = (selector: string, value: string): void => {
      const field = inside(selector, HTMLInputElement);
      field.value = value;
      field.dispatchEvent(new InputEvent('input'));
    };
    await waitUntil(() => sms.shadowRoot?.querySelector('#name-0') !== null, 'the form');
    type('#name-0', 'Datter Test');
    type('#phone-0', '20123456');
    inside('form', HTMLFormElement).requestSubmit();
    await waitUntil(() => sms.shadowRoot?.querySelector('.send') !== null);
    const sent = oneEvent(element, 'invite-sent');
    inside('.send', HTMLButtonElement).click();
    await sent;
    await shows(element, 'Sms (1)');
    await waitUntil(() => sms.shadowRoot?.textContent.includes('20 12 34 56') === true);
  });
});

import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { InviteState } from '@venterum/client';
import './sms-invite.define.ts';
import { faultsOf } from './sms-invite.draft.ts';
import {
  client,
  everyStatus,
  fakeStore,
  invite,
  ready,
  states,
  type InviteScript,
} from './sms-invite.fixtures.test.ts';
import { SmsInviteElement } from './sms-invite.ts';

const begin = async (
  state: InviteState = ready(),
  visit?: string,
): Promise<{ element: SmsInviteElement; store: InviteScript }> => {
  const store = fakeStore(state);
  const element = await fixture<SmsInviteElement>(
    html`<sms-invite clinic="clinic-1" .visit=${visit} .client=${client} .store=${store}></sms-invite>`,
  );
  return { element, store };
};

const find = <Found extends HTMLElement = HTMLElement>(
  element: SmsInviteElement,
  selector: string,
): Found => {
  const found = element.renderRoot.querySelector<Found>(selector);
  if (found === null) throw new Error(`no ${selector} in ${words(element)}`);
  return found;
};

const words = (element: SmsInviteElement): string =>
  (element.renderRoot.querySelector('.base')?.textContent ?? '').replace(/\s+/g, ' ');

const press = async (element: SmsInviteElement, label: string): Promise<void> => {
  const found = [...element.renderRoot.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === label,
  );
  if (found === undefined) throw new Error(`no button "${label}" in ${words(element)}`);
  found.click();
  await element.updateComplete;
};

const type = async (element: SmsInviteElement, selector: string, text: string): Promise<void> => {
  const field = find<HTMLInputElement>(element, selector);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
};

const fill = async (
  element: SmsInviteElement,
  name = 'Datter Test',
  phone = '20 12 34 56',
): Promise<void> => {
  await type(element, '#name-0', name);
  await type(element, '#phone-0', phone);
};

const show = async (element: SmsInviteElement, store: InviteScript, state: InviteState): Promise<void> => {
  store.set(state);
  await element.updateComplete;
};

const focused = (element: SmsInviteElement): Element | null => element.shadowRoot?.activeElement ?? null;

const help = (element: SmsInviteElement, field: string): string =>
  find(element, `#${field}-help`).textContent.trim();

describe('<sms-invite>', () => {
  it('registers nothing by its class, once by its define file', () => {
    expect(customElements.get('sms-invite')).to.equal(SmsInviteElement);
  });

  describe('each state says what is so and what to do', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      starting: ['Henter sms-invitationer'],
      empty: ['Inviter til video', 'Ingen er inviteret.'],
      sent: ['Sms til Datter Test er i kø hos sms-tjenesten.'],
      limit: ['Der er sendt for mange sms’er lige nu', 'ring i stedet'],
      gateway: ['Sms-tjenesten svarer ikke', 'Intet er sendt'],
      offline: ['Ingen forbindelse. Listen er fra kl. '],
      unavailable: ['Invitationer kan ikke hentes', 'Prøv igen'],
      forbidden: ['Du har ikke adgang', 'Bed klinikkens leder'],
      busy: ['Sender igen …'],
    };
    for (const [name, sentences] of Object.entries(expected)) {
      it(`${name}`, async () => {
        const { element } = await begin(states[name]);
        for (const sentence of sentences) expect(words(element)).to.include(sentence);
        expect(words(element), 'support on every screen').to.include('70 12 34 56');
      });
    }

    it('every status has its word and what it means', async () => {
      const { element } = await begin(states['list']);
      const said = [...element.renderRoot.querySelectorAll('.badge')].map((one) => one.textContent);
      expect(said).to.deep.equal([
        'I kø',
        'Sendt',
        'Leveret',
        'Åbnet',
        'Klar',
        'I samtale',
        'Fejlet',
        'Ukendt',
        'Udløbet',
        'Tilbagekaldt',
      ]);
      for (const one of element.renderRoot.querySelectorAll('.status'))
        expect(one.textContent.trim().length).to.be.above(15);
    });
  });

  describe('C7: the number', () => {
    const refused: readonly (readonly [string, string])[] = [
      ['2012a456', 'Nummeret må kun have cifre.'],
      ['201234567', 'Der er for mange cifre. Et dansk nummer har 8.'],
      ['+46 70 123 45 67', 'Udenlandske numre kan ikke få sms herfra. Brug et dansk nummer.'],
      ['90 12 34 56', 'Numre, der begynder med 90, er betalingsnumre og kan ikke bruges.'],
    ];
    for (const [typed, reason] of refused) {
      it(`is refused as it is typed: ${typed}`, async () => {
        const { element } = await begin();
        await type(element, '#phone-0', typed);
        expect(help(element, 'phone-0')).to.equal(reason);
        expect(find(element, '#phone-0').ariaInvalid).to.equal('true');
      });
    }

    it('is not told off while digits are still missing, but after', async () => {
      const { element } = await begin();
      await type(element, '#phone-0', '2012');
      expect(find(element, '#phone-0').ariaInvalid).to.equal('false');
      find(element, '#phone-0').dispatchEvent(new FocusEvent('blur'));
      await element.updateComplete;
      expect(help(element, 'phone-0')).to.equal('Der mangler cifre. Et dansk nummer har 8.');
    });

    it('is read back in groups as soon as it is one', async () => {
      const { element } = await begin();
      await type(element, '#phone-0', '+45 20123456');
      expect(help(element, 'phone-0')).to.equal('Læses som 20 12 34 56');
    });

    it('may not stand there twice', () => {
      const draft = { key: 0, name: 'A', phone: '20123456', role: 'citizen' } as const;
      expect(faultsOf([draft, { ...draft, phone: '+4520123456' }])).to.deep.equal([{}, { phone: 'twice' }]);
    });

    it('is shown and confirmed before anything is sent', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      expect(find(element, '.phone').textContent).to.equal('20 12 34 56');
      expect(words(element)).to.include('Er nummeret rigtigt?');
      await waitUntil(() => focused(element) === find(element, '#confirm'));
      expect(store.commands).to.deep.equal([]);
      await press(element, 'Ja, send sms');
      expect(store.commands).to.deep.equal([
        {
          type: 'send',
          request: {
            clinicId: 'clinic-1',
            recipients: [{ name: 'Datter Test', phone: '+4520123456', role: 'citizen' }],
            language: 'da',
          },
        },
      ]);
    });

    it('can be mended after it was read back', async () => {
      const { element } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await press(element, 'Ret');
      expect(find<HTMLInputElement>(element, '#phone-0').value).to.equal('20 12 34 56');
      await waitUntil(() => focused(element)?.localName === 'input');
    });
  });

  describe('composing', () => {
    it('goes to the first thing to mend and keeps what was typed', async () => {
      const { element, store } = await begin();
      await type(element, '#phone-0', '2012');
      await press(element, 'Tjek numre');
      await waitUntil(() => focused(element) === find(element, '#name-0'));
      expect(help(element, 'name-0')).to.include('Skriv et navn');
      expect(help(element, 'phone-0')).to.include('Der mangler cifre');
      expect(find<HTMLInputElement>(element, '#phone-0').value).to.equal('2012');
      expect(store.commands).to.deep.equal([]);
    });

    it('takes up to five, and goes to each new one', async () => {
      const { element } = await begin();
      for (let count = 2; count <= 5; count += 1) await press(element, 'Tilføj modtager');
      await waitUntil(() => focused(element)?.id === 'name-4');
      expect(words(element)).to.include('Højst 5 ad gangen.').and.not.to.include('Tilføj modtager');
      await press(element, 'Fjern modtager 2');
      expect(element.renderRoot.querySelectorAll('fieldset').length).to.equal(4);
    });

    it('sends for a running visit with each role', async () => {
      const { element, store } = await begin(ready(), 'visit-9');
      expect(words(element)).to.include('Inviter flere til samtalen');
      await fill(element);
      const role = find<HTMLSelectElement>(element, '#role-0');
      role.value = 'interpreter';
      role.dispatchEvent(new Event('change'));
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request).to.deep.equal({
        clinicId: 'clinic-1',
        visitId: 'visit-9',
        recipients: [{ name: 'Datter Test', phone: '+4520123456', role: 'interpreter' }],
        language: 'da',
      });
    });

    it('starts anew once the server has taken it, says so, and tells the host ids only (E10)', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      const sent = [invite('i-1', 'queued')];
      setTimeout(() => store.set(ready({ invites: sent, sent })));
      const event = await oneEvent(element, 'invite-sent');
      await element.updateComplete;
      expect(event.detail).to.deep.equal({
        invites: [{ inviteId: 'i-1', visitId: 'visit-1', status: 'queued' }],
      });
      await waitUntil(() => focused(element) === find(element, '#sent'));
      expect(find<HTMLInputElement>(element, '[id^=name-]').value).to.equal('');
    });

    it('keeps everything when the gateway is down, so that it can be tried again', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      await show(element, store, ready({ failure: { code: 'unavailable' } }));
      expect(words(element)).to.include('Sms-tjenesten svarer ikke').and.include('20 12 34 56');
      const region = find(element, '[data-live=assertive]');
      await waitUntil(() => region.textContent.includes('Intet er sendt'));
      await press(element, 'Ja, send sms');
      expect(store.commands.length).to.equal(2);
    });

    it('goes back to the field that the server refused', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await show(
        element,
        store,
        ready({ failure: { code: 'request-invalid', fields: ['/recipients/0/phone'] } }),
      );
      await waitUntil(() => focused(element)?.id === 'phone-0');
      expect(find<HTMLInputElement>(element, '#phone-0').value).to.equal('20 12 34 56');
    });

    it('can be sent once while it is being sent', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await show(element, store, ready({ status: 'sending' }));
      expect(find<HTMLButtonElement>(element, '.send').disabled).to.equal(true);
      expect(find(element, '.send').textContent.trim()).to.equal('Sender …');
    });
  });

  describe('the list', () => {
    it('C8: follows each status live, aloud and to the host', async () => {
      const { element, store } = await begin(ready({ invites: [invite('i-1', 'sent')] }));
      setTimeout(() => store.set(ready({ invites: [invite('i-1', 'failed')] })));
      const event = await oneEvent(element, 'invite-status');
      await element.updateComplete;
      expect(event.detail).to.deep.equal({ inviteId: 'i-1', visitId: 'visit-1', status: 'failed' });
      expect(words(element)).to.include('Sms’en kom ikke frem. Tjek nummeret, og send igen.');
      const region = find(element, '[data-live=assertive]');
      await waitUntil(() => region.textContent === 'Datter Test: Fejlet');
    });

    it('sends again what may be sent again', async () => {
      const { element, store } = await begin(ready({ invites: everyStatus }));
      const offered = [...element.renderRoot.querySelectorAll('.invite')]
        .filter(
          (one) =>
            one.textContent.includes('Send igen\n') || /Send igen\s+(Tilbagekald)?\s*$/.test(one.textContent),
        )
        .map((one) => one.querySelector('.badge')?.textContent);
      expect(offered).to.deep.equal(['Sendt', 'Leveret', 'Fejlet', 'Ukendt', 'Udløbet']);
      await press(element, 'Send igen til Datter Test');
      expect(store.commands).to.deep.equal([{ type: 'resend', inviteId: 'i-sent' }]);
    });

    it('revokes after asking, with focus in the dialog', async () => {
      const { element, store } = await begin(ready({ invites: [invite('i-1', 'delivered')] }));
      await press(element, 'Tilbagekald invitationen til Datter Test');
      const dialog = find<HTMLDialogElement>(element, 'dialog');
      expect(dialog.matches(':modal')).to.equal(true);
      expect(dialog.textContent).to.include('20 12 34 56');
      expect(store.commands).to.deep.equal([]);
      find(element, '.yes').click();
      expect(store.commands).to.deep.equal([{ type: 'revoke', inviteId: 'i-1' }]);
      setTimeout(() => store.set(ready({ invites: [invite('i-1', 'revoked')] })));
      await oneEvent(element, 'invite-revoked');
      await element.updateComplete;
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
      expect(words(element)).to.include('Tilbagekaldt');
      await waitUntil(() => focused(element) === find(element, '#list'));
    });

    it('keeps the invitation with Escape', async () => {
      const { element, store } = await begin(ready({ invites: [invite('i-1', 'delivered')] }));
      await press(element, 'Tilbagekald invitationen til Datter Test');
      find<HTMLDialogElement>(element, 'dialog').close();
      await waitUntil(() => element.renderRoot.querySelector('dialog') === null);
      expect(store.commands).to.deep.equal([]);
    });

    it('shows a visit’s own only, when for a visit', async () => {
      const other = invite('i-2', 'sent', { visitId: 'visit-2' });
      const { element } = await begin(ready({ invites: [invite('i-1', 'sent'), other] }), 'visit-2');
      expect(element.renderRoot.querySelectorAll('.invite').length).to.equal(1);
    });
  });

  it('E10: nothing of a recipient is in the page outside', async () => {
    const { element } = await begin(states['list']);
    await fill(element);
    for (const secret of ['Datter', '20123456', '20 12 34 56'])
      expect(document.body.innerHTML).not.to.include(secret);
  });

  it('keeps what was typed when it is moved', async () => {
    const { element } = await begin();
    await fill(element);
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await element.updateComplete;
    expect(find<HTMLInputElement>(element, '#name-0').value).to.equal('Datter Test');
    other.remove();
  });
});

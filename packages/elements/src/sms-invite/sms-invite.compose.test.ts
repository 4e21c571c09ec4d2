import { expect, oneEvent } from '@open-wc/testing';
import { faultsOf } from './sms-invite.draft.ts';
import { invite, ready } from './sms-invite.fixtures.test.ts';
import {
  begin,
  control,
  fill,
  find,
  focused,
  help,
  press,
  show,
  type,
  words,
} from './sms-invite.harness.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

describe('<sms-invite> composing', () => {
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
      const draft = { key: 0, name: 'A', phone: '20123456', role: 'citizen', withoutSms: false } as const;
      expect(faultsOf([draft, { ...draft, phone: '+4520123456' }])).to.deep.equal([{}, { phone: 'twice' }]);
    });

    it('is shown and confirmed before anything is sent', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      expect(find(element, '.phone').textContent.trim()).to.equal('20 12 34 56');
      expect(words(element)).to.include('Er nummeret rigtigt?');
      await waitUntil(() => focused(element) === find(element, '#confirm'));
      expect(store.commands).to.deep.equal([]);
      await press(element, 'Ja, send sms');
      expect(store.commands).to.deep.equal([
        {
          type: 'send',
          request: {
            kind: 'consultation',
            recipients: [{ name: 'Datter Test', phone: '+4520123456', role: 'citizen', language: 'da' }],
          },
        },
      ]);
    });

    it('can be mended after it was read back', async () => {
      const { element } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await press(element, 'Ret');
      expect(control(element, '#phone-0').value).to.equal('20 12 34 56');
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
      expect(control(element, '#phone-0').value).to.equal('2012');
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
      const role = control(element, '#role-0');
      role.value = 'interpreter';
      role.dispatchEvent(new Event('change'));
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request).to.deep.equal({
        visitId: 'visit-9',
        recipients: [{ name: 'Datter Test', phone: '+4520123456', role: 'interpreter', language: 'da' }],
      });
    });

    it('makes a new visit of the kind that the host says', async () => {
      const { element, store } = await begin();
      element.kind = 'conference';
      await fill(element);
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request.kind).to.equal('conference');
    });

    it('S20: anybody can make it a test call, which is said before it is sent, and the next is none', async () => {
      const { element, store } = await begin();
      await fill(element);
      find(element, '#test').click();
      await element.updateComplete;
      expect(words(element)).to.include('Prøveopkald. Det tæller ikke med.');
      expect(element.renderRoot.querySelector('[part=test]'), 'nothing jumps').to.equal(null);
      await press(element, 'Tjek numre');
      expect(find(element, '[part=test]').textContent).to.include('Prøveopkald');
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request.test).to.equal(true);
      const sent = [invite('i-1', 'queued', { test: true })];
      await show(element, store, ready({ invites: sent, sent }));
      expect(control(element, '#test').checked).to.equal(false);
    });

    it('S20: a call that was not meant as a test any more is none', async () => {
      const { element, store } = await begin();
      await fill(element);
      find(element, '#test').click();
      await press(element, 'Tjek numre');
      await press(element, 'Ret');
      find(element, '#test').click();
      await press(element, 'Tjek numre');
      expect(element.renderRoot.querySelector('[part=test]')).to.equal(null);
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request).not.to.have.any.keys('test');
    });

    it('S20: where the page says so every call is a test call, and nobody is asked', async () => {
      const { element, store } = await begin();
      element.test = true;
      await element.updateComplete;
      expect(words(element)).to.include('Prøveopkald. Det tæller ikke med.');
      expect(element.renderRoot.querySelector('#test')).to.equal(null);
      await fill(element);
      await press(element, 'Tjek numre');
      expect(words(element), 'also when the numbers are read back').to.include('Prøveopkald');
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request.test).to.equal(true);
    });

    it('S20: whoever is added to a running visit is in what that is', async () => {
      const { element, store } = await begin(ready(), 'visit-9');
      expect(words(element)).not.to.include('Prøveopkald');
      element.test = true;
      await fill(element);
      expect(words(element)).not.to.include('Prøveopkald');
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      const [command] = store.commands;
      expect(command?.type === 'send' && command.request).not.to.have.any.keys('test', 'agreedAt');
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
      expect(control(element, '[id^=name-]').value).to.equal('');
    });

    it('C8: what it says of the last one sent follows the message, and never its first word', async () => {
      const { element, store } = await begin();
      const sent = [invite('i-1', 'queued')];
      const notice = (): HTMLElement => find(element, '#sent');
      await show(element, store, ready({ invites: sent, sent }));
      expect(notice().textContent).to.equal('Datter Test: I kø');
      await show(element, store, ready({ invites: [invite('i-1', 'delivered')], sent }));
      expect(notice().textContent).to.equal('Datter Test: Leveret');
      expect(notice().matches('.success')).to.equal(true);
      await show(element, store, ready({ invites: [invite('i-1', 'failed')], sent }));
      expect(notice().textContent).to.equal('Datter Test: Fejlet');
      expect(notice().matches('.error:not(.success)')).to.equal(true);
    });

    it('keeps everything when the server is gone, and blames nobody else for it', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      await show(element, store, ready({ failure: { code: 'unavailable' } }));
      expect(words(element))
        .to.include('Serveren svarer ikke')
        .and.include('20 12 34 56')
        .and.not.include('Sms-tjenesten');
      const region = find(element, '[data-live=assertive]');
      await waitUntil(() => region.textContent.includes('Serveren svarer ikke'));
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
      expect(control(element, '#phone-0').value).to.equal('20 12 34 56');
    });

    it('can be sent once while it is being sent', async () => {
      const { element, store } = await begin();
      await fill(element);
      await press(element, 'Tjek numre');
      await show(element, store, ready({ status: 'sending' }));
      expect(control(element, '.send').disabled).to.equal(true);
      expect(find(element, '.send').textContent.trim()).to.equal('Sender …');
    });
  });
});

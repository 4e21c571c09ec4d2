import { expect, oneEvent } from '@open-wc/testing';
import { everyStatus, invite, ready, states } from './sms-invite.fixtures.test.ts';
import {
  begin,
  control,
  fill,
  find,
  focused,
  press,
  type,
  words,
} from './sms-invite.harness.fixtures.test.ts';
import { SmsInviteElement } from './sms-invite.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

describe('<sms-invite>', () => {
  it('registers nothing by its class, once by its define file', () => {
    expect(customElements.get('sms-invite')).to.equal(SmsInviteElement);
  });

  describe('each state says what is so and what to do', () => {
    const expected: Readonly<Record<string, readonly string[]>> = {
      starting: ['Henter sms-invitationer'],
      empty: ['Inviter til video', 'Ingen er inviteret.'],
      sent: ['Datter Test: I kø'],
      'sent-two': ['Datter Test: Leveret · Datter Test: I kø'],
      limit: ['Der er sendt for mange sms’er lige nu', 'Vent 60 min., eller ring i stedet'],
      full: ['Der er plads til seks i samtalen', 'Tilbagekald en invitation'],
      gateway: ['Datter Test: Fejlet', 'Sms-tjenesten kunne ikke sende. Send igen'],
      'server-gone': ['Serveren svarer ikke lige nu. Prøv igen'],
      offline: ['Ingen forbindelse. Listen er fra kl. '],
      unavailable: ['Invitationer kan ikke hentes', 'Prøv igen'],
      'signed-out': ['Invitationer kan ikke hentes', 'Du er ikke logget ind. Log ind', 'Prøv igen'],
      'logged-off': ['Du er logget af. Log ind igen', 'Prøv igen'],
      'for-later': ['I kø', 'Sendes 24. nov. kl. '],
      forbidden: ['Du har ikke adgang', 'Bed klinikkens leder'],
      busy: ['Sender igen …'],
    };
    for (const [name, sentences] of Object.entries(expected)) {
      it(name, async () => {
        const { element } = await begin(states[name]);
        for (const sentence of sentences) expect(words(element)).to.include(sentence);
        expect(words(element), 'support on every screen').to.include('70 12 34 56');
      });
    }

    it('every status has its word and what it means', async () => {
      const { element } = await begin(states['list']);
      const said = [...element.renderRoot.querySelectorAll('.badge')].map((one) => one.textContent);
      expect(said).to.deep.equal([
        'Uden sms',
        'I kø',
        'Sendt',
        'Leveret',
        'Åbnet',
        'Klar',
        'I samtale',
        'Brugt',
        'Fejlet',
        'Ukendt',
        'Udløbet',
        'Tilbagekaldt',
      ]);
      for (const one of element.renderRoot.querySelectorAll('.status'))
        expect(one.textContent.trim().length).to.be.above(15);
    });
  });

  describe('the list', () => {
    it('says the agreed time of each, that a call is a test, and never that something is done already', async () => {
      const { element } = await begin(states['agreed']);
      const rows = [...element.renderRoot.querySelectorAll('.invite')].map((one) => one.textContent);
      expect(rows[0]).to.include('Aftalt 24. nov. kl. 08.15').and.not.include('Prøveopkald');
      expect(rows[1])
        .to.include('Aftalt 24. nov. kl. 08.15')
        .and.include('Linket virker til 24. nov. kl. 09.00.')
        .and.not.include('Lavet');
      expect(rows[2])
        .to.include('Aftalt kl. 14.30')
        .and.include('Prøveopkald')
        .and.include('Sendt kl. 14.20.');
    });

    it('says when a message goes out, which is revoked and not sent again before', async () => {
      const { element } = await begin(states['for-later']);
      expect(words(element)).to.include('Sendes 24. nov. kl. 08.00.').and.not.to.include('Sendt kl.');
      const buttons = [...element.renderRoot.querySelectorAll('.invite button')];
      expect(buttons.map((one) => one.textContent.trim())).to.deep.equal([
        'QR, kode eller link',
        'Tilbagekald',
      ]);
    });

    it('C8: follows each status live, aloud and to the host', async () => {
      const { element, store } = await begin(ready({ invites: [invite('i-1', 'sent')] }));
      setTimeout(() => store.set(ready({ invites: [invite('i-1', 'failed')] })));
      const event = await oneEvent(element, 'invite-status');
      await element.updateComplete;
      expect(event.detail).to.deep.equal({ inviteId: 'i-1', visitId: 'visit-1', status: 'failed' });
      expect(words(element)).to.include(
        'Sms’en kom ikke frem. Send igen, eller tilbagekald og ret nummeret.',
      );
      const region = find(element, '[data-live=assertive]');
      await waitUntil(() => region.textContent.includes('Datter Test: Fejlet'));
    });

    const offered = (element: SmsInviteElement, label: string): readonly (string | undefined)[] =>
      [...element.renderRoot.querySelectorAll('.invite')]
        .filter((one) => [...one.querySelectorAll('button')].some((b) => b.textContent.trim() === label))
        .map((one) => one.querySelector('.badge')?.textContent);

    it('sends again what the contract lets be sent again', async () => {
      const { element, store } = await begin(ready({ invites: everyStatus }));
      expect(offered(element, 'Send igen')).to.deep.equal([
        'I kø',
        'Sendt',
        'Leveret',
        'Fejlet',
        'Ukendt',
        'Udløbet',
      ]);
      await press(element, 'Send igen til Datter Test');
      expect(store.commands).to.deep.equal([{ type: 'resend', inviteId: 'i-queued' }]);
    });

    it('revokes what the contract lets be revoked, also whoever is in the call', async () => {
      const { element } = await begin(ready({ invites: everyStatus }));
      expect(offered(element, 'Tilbagekald')).to.deep.equal([
        'Uden sms',
        'I kø',
        'Sendt',
        'Leveret',
        'Åbnet',
        'Klar',
        'I samtale',
        'Fejlet',
        'Ukendt',
      ]);
      find(element, '[data-status=in-call] .revoke').click();
      await element.updateComplete;
      expect(find(element, 'dialog').textContent).to.include(
        'kommer med det samme ud af køen eller samtalen',
      );
    });

    it('C4: says how long a link works only as long as nobody has opened it', async () => {
      const { element } = await begin(ready({ invites: everyStatus }));
      for (const [status, ends] of [
        ['delivered', true],
        ['failed', true],
        ['opened', false],
        ['ready', false],
        ['expired', false],
      ] as const)
        expect(find(element, `[data-status=${status}]`).textContent.includes('Linket virker til')).to.equal(
          ends,
          status,
        );
    });

    it('P8: a wrong number is revoked and written anew, with name and role kept', async () => {
      const interpreter = {
        name: 'Tolk Test',
        phone: '+4520123456',
        role: 'interpreter',
        language: 'da',
      } as const;
      const { element, store } = await begin(
        ready({ invites: [invite('i-1', 'delivered', { recipient: interpreter })] }),
      );
      await press(element, 'Tilbagekald invitationen til Tolk Test');
      await press(element, 'Tilbagekald, og ret nummeret');
      expect(store.commands).to.deep.equal([{ type: 'rewrite', inviteId: 'i-1' }]);
      store.set(ready({ invites: [invite('i-1', 'revoked', { recipient: interpreter })] }));
      await waitUntil(() => focused(element)?.id.startsWith('phone-') === true, 'the number has the focus');
      expect(control(element, '[id^=name-]').value).to.equal('Tolk Test');
      expect(control(element, '[id^=phone-]').value).to.equal('');
      expect(control(element, '[id^=role-]').value).to.equal('interpreter');
      expect(element.renderRoot.querySelectorAll('fieldset').length).to.equal(1);
    });

    it('P8: the right number is invited to the same visit, and nobody else who was in the form', async () => {
      const wrong = invite('i-1', 'revoked', { wrongPerson: true });
      const { element, store } = await begin(ready({ invites: [wrong] }));
      await fill(element, 'Patient Test', '20111111');
      await press(element, 'Skriv nyt nummer til Datter Test');
      await waitUntil(() => focused(element)?.id.startsWith('phone-') === true);
      expect(words(element)).to.include('Skriv nyt nummer').and.not.include('Patient Test');
      const id = focused(element)?.id ?? '';
      await type(element, `#${id}`, '20123457');
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      const [sending] = store.commands;
      expect(sending?.type === 'send' && sending.request).to.deep.include({ visitId: 'visit-1' });
      expect(sending?.type === 'send' && sending.request.recipients.map(({ phone }) => phone)).to.deep.equal([
        '+4520123457',
      ]);

      store.set(ready({ invites: [wrong], sent: [invite('i-2', 'queued')] }));
      await waitUntil(() => focused(element)?.id === 'sent');
      expect(control(element, '#name-0').value, 'what was typed meanwhile is back').to.equal('Patient Test');
      await press(element, 'Tjek numre');
      await press(element, 'Ja, send sms');
      const [, next] = store.commands;
      expect(next?.type === 'send' && next.request).not.to.have.property('visitId');
    });

    it('P8: a number that is not written anew after all leaves the form as it was', async () => {
      const later = { sentAt: '2026-11-24T07:00:00.000Z', expiresAt: '2026-11-24T08:00:00.000Z' };
      const wrong = invite('i-1', 'revoked', { wrongPerson: true, ...later });
      const { element } = await begin(ready({ invites: [wrong] }));
      await press(element, 'Skriv nyt nummer til Datter Test');
      await waitUntil(() => focused(element)?.id.startsWith('phone-') === true);
      expect(control(element, '#sendAt').value, 'for the time there was').to.equal('2026-11-24T08:00');
      expect(element.renderRoot.querySelector('#agreedAt-on'), 'the visit has its own').to.equal(null);
      await press(element, 'Fjern modtager 1');
      expect(words(element)).to.include('Inviter til video');
      expect(control(element, '[id^=name-]').value).to.equal('');
      expect(element.renderRoot.querySelector('#sendAt')).to.equal(null);
    });

    it('a revoked one is not written anew when nobody asked for it', async () => {
      const { element, store } = await begin(ready({ invites: [invite('i-1', 'delivered')] }));
      await press(element, 'Tilbagekald invitationen til Datter Test');
      find(element, '.yes').click();
      store.set(ready({ invites: [invite('i-1', 'revoked')] }));
      await element.updateComplete;
      expect(control(element, '#name-0').value).to.equal('');
    });

    it('revokes after asking, with focus in the dialog', async () => {
      const { element, store } = await begin(ready({ invites: [invite('i-1', 'delivered')] }));
      await press(element, 'Tilbagekald invitationen til Datter Test');
      const dialog = find(element, 'dialog') as HTMLDialogElement;
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
      (find(element, 'dialog') as HTMLDialogElement).close();
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
    expect(control(element, '#name-0').value).to.equal('Datter Test');
    other.remove();
  });
});

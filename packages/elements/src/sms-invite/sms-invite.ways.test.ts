import { expect } from '@open-wc/testing';
import { client, invite, ready, shown, states, withoutSms } from './sms-invite.fixtures.test.ts';
import {
  begin,
  control,
  fill,
  find,
  focused,
  press,
  show,
  type,
  words,
} from './sms-invite.harness.fixtures.test.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';

describe('<sms-invite> without an sms', () => {
  it('P9: somebody without a number is invited by name alone, with nothing to read back', async () => {
    const { element, store } = await begin();
    await type(element, '#name-0', 'Datter Test');
    find(element, '#without-0').click();
    await element.updateComplete;
    expect(control(element, '#phone-0').disabled).to.equal(true);
    await press(element, 'Lav invitation');
    expect(store.commands).to.deep.equal([
      {
        type: 'send',
        request: {
          kind: 'consultation',
          recipients: [{ name: 'Datter Test', role: 'citizen', language: 'da' }],
        },
      },
    ]);
  });

  it('shows the ways in as soon as such an invitation is made', async () => {
    const { element, store } = await begin();
    await show(element, store, ready({ invites: [withoutSms()], sent: [withoutSms()] }));
    expect(store.commands).to.deep.equal([{ type: 'show', inviteId: 'i-1' }]);
    expect(words(element)).to.include('Datter Test: Uden sms');
  });

  it('reads back the numbers there are, and says who gets none', async () => {
    const { element } = await begin();
    await fill(element);
    await press(element, 'Tilføj modtager');
    await type(element, '#name-1', 'Tolk Test');
    find(element, '#without-1').click();
    await element.updateComplete;
    await press(element, 'Tjek numre');
    expect(words(element)).to.include('20 12 34 56').and.include('Uden sms: QR, kode eller link');
    expect(find(element, '.send').textContent.trim()).to.equal('Ja, send sms');
  });

  it('sends to each in the language chosen for them', async () => {
    const { element, store } = await begin();
    await fill(element);
    const language = control(element, '#language-0');
    language.value = 'en';
    language.dispatchEvent(new Event('change'));
    await press(element, 'Tjek numre');
    await press(element, 'Ja, send sms');
    const [command] = store.commands;
    expect(command?.type === 'send' && command.request.recipients[0]?.language).to.equal('en');
  });

  it('takes numbers of the countries that the server allows', async () => {
    const config = () => Promise.resolve({ smsCountries: ['298'] });
    const { element } = await begin(ready(), undefined, { ...client, config } as unknown as typeof client);
    await element.updateComplete;
    await type(element, '#phone-0', '+298 21 12 34');
    await waitUntil(() => control(element, '#phone-0').ariaInvalid === 'false');
  });
});

describe('<sms-invite> ways in', () => {
  it('asks for the ways in of one invitation, and closes', async () => {
    const { element, store } = await begin(ready({ invites: [invite('i-1', 'delivered')] }));
    await press(element, 'QR, kode eller link til Datter Test');
    expect(store.commands).to.deep.equal([{ type: 'show', inviteId: 'i-1' }]);
    await show(element, store, states['shown'] ?? ready());
    const dialog = find(element, 'dialog') as HTMLDialogElement;
    expect(dialog.matches(':modal')).to.equal(true);
    await press(element, 'Luk');
    expect(store.commands.at(-1)).to.deep.equal({ type: 'hide' });
    await show(element, store, ready({ invites: [invite('i-1', 'delivered')] }));
    expect(element.renderRoot.querySelector('dialog')).to.equal(null);
  });

  it('shows the code in groups with the address to type it at, and reads it digit by digit', async () => {
    const { element } = await begin(states['shown']);
    expect(find(element, '.code [aria-hidden]').textContent).to.equal('123 456');
    expect(find(element, '.code .unseen').textContent).to.include('1 2 3').and.include('4 5 6');
    expect(words(element)).to.include('Gå til video.example.dk/guest').and.include('Virker til kl.');
  });

  it('C4: a code that has run out is not shown, but a new one can be had', async () => {
    const { element, store } = await begin(states['shown-over']);
    expect(find(element, '.code').textContent.trim()).to.equal('');
    expect(find(element, 'dialog').textContent)
      .to.include('Koden er udløbet. Lav en ny.')
      .and.not.include('skriv koden');
    await press(element, 'Ny kode');
    expect(store.commands).to.deep.equal([{ type: 'show', inviteId: 'i-1' }]);
  });

  it('draws the QR code dark on light, with its own margin', async () => {
    const { element } = await begin(states['shown']);
    const qr = find(element, '.qr');
    expect(qr.getAttribute('viewBox')).to.equal('0 0 4 4');
    expect(qr.querySelector('path')?.getAttribute('d')).to.equal(shown.qr.path);
    const { fill: dark, backgroundColor } = getComputedStyle(qr);
    expect([dark, backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(qr.getBoundingClientRect().width).to.be.above(180);
  });

  it('copies the link, or selects it where the page may not', async () => {
    const { element } = await begin(states['shown']);
    const written: string[] = [];
    const { clipboard } = navigator;
    const put = (writeText: (text: string) => Promise<void>): unknown =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      put((text) => Promise.resolve(void written.push(text)));
      await press(element, 'Kopiér linket');
      await waitUntil(() => words(element).includes('Kopieret'));
      expect(written).to.deep.equal([shown.link]);
      put(() => Promise.reject(new Error('not allowed')));
      await press(element, 'Kopieret');
      await waitUntil(() => control(element, '#link').selectionEnd === shown.link.length);
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('E10: link and code are nowhere in the page outside', async () => {
    await begin(states['shown']);
    expect(document.body.innerHTML).not.to.include('123456').and.not.to.include('abcdefgh');
  });
});

describe('<sms-invite> what became of it', () => {
  it('C8: says why an sms failed, and what to do about it', async () => {
    const { element } = await begin(states['trouble']);
    for (const sentence of [
      'Nummeret findes ikke.',
      'Telefonen er slukket eller uden net.',
      'Telefonen tager ikke imod sms’er.',
      'Sms-tjenesten kunne ikke sende.',
    ])
      expect(words(element)).to.include(sentence);
  });

  it('C3: says that the link was tried on another device, aloud as well', async () => {
    const { element, store } = await begin(ready({ invites: [invite('i-1', 'opened')] }));
    expect(words(element)).not.to.include('anden enhed');
    const tried = invite('i-1', 'opened', { otherDeviceAt: '2026-11-22T13:25:00.000Z' });
    await show(element, store, ready({ invites: [tried] }));
    expect(find(element, '.other').textContent).to.include('prøvet på en anden enhed');
    const region = find(element, '[data-live=assertive]');
    await waitUntil(() => region.textContent.includes('Datter Test: Linket er også prøvet'));
  });

  it('P8: a link that reached the wrong person says so, and its number is written anew', async () => {
    const { element, store } = await begin(ready({ invites: [invite('i-1', 'delivered')] }));
    await show(element, store, ready({ invites: [invite('i-1', 'revoked', { wrongPerson: true })] }));
    const region = find(element, '[data-live=assertive]');
    await waitUntil(() => region.textContent.includes('linket ikke er til dem'));
    await press(element, 'Skriv nyt nummer til Datter Test');
    await waitUntil(() => focused(element)?.id.startsWith('phone-') === true);
    expect(control(element, '[id^=name-]').value).to.equal('Datter Test');
    expect(store.commands).to.deep.equal([]);
  });

  it('somebody without a number is not sent to again, but gets a new link once the old is dead', async () => {
    const expired = invite('i-2', 'expired', { recipient: withoutSms().recipient });
    const { element } = await begin(ready({ invites: [withoutSms(), expired] }));
    expect(words(element)).not.to.include('Send igen');
    expect(words(element)).to.include('Nyt link');
  });
});

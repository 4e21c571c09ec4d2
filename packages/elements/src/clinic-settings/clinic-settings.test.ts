import { expect, oneEvent } from '@open-wc/testing';
import { hostToken, type VenterumClient } from '@venterum/client';
import { createTestWorld, type TestWorld } from '@venterum/testing';
import {
  begin,
  buttons,
  control,
  find,
  focuses,
  press,
  shows,
  type,
  words,
} from './clinic-settings.fixtures.test.ts';
import { ClinicSettingsElement } from './clinic-settings.ts';
import { waitUntil } from '../shared/wait-until.fixtures.test.ts';
import { said } from '../shared/said.fixtures.test.ts';

const code = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/;

describe('<clinic-settings>', () => {
  let world: TestWorld;

  beforeEach(async () => {
    world = await createTestWorld();
  });
  afterEach(() => world.dispose());

  /** The manager's list, once it is there, with the doctor on it. */
  const asManager = async (
    client: VenterumClient = world.client('manager'),
  ): Promise<ClinicSettingsElement> => {
    await world.client('doctor').session.ensure();
    const element = await begin(client);
    await shows(element, 'Medarbejdere (2)');
    return element;
  };

  const add = async (element: ClinicSettingsElement, name: string): Promise<string> => {
    await type(element, '#name', name);
    await press(element, 'Tilføj, og lav en kode');
    await shows(element, `Kode til ${name}`);
    return find(element, 'code').textContent;
  };

  it('is registered once, by its define file', () => {
    expect(customElements.get('clinic-settings')).to.equal(ClinicSettingsElement);
  });

  it('B1: shows everybody on the list to a doctor, and no way to change it', async () => {
    await world.client('manager').session.ensure();
    const element = await begin(world.client('doctor'));
    await shows(element, 'Medarbejdere (2)');
    for (const text of [
      'Leder Test Lund',
      'klinikleder',
      'Læge Test Lund Dig læge, med autorisations-id · Logget ind',
      'Kun en klinikleder',
    ])
      expect(words(element)).to.include(text);
    expect(buttons(element)).to.deep.equal(['Medarbejdere', 'Åbningstider', 'Kopiér fejlrapport']);
  });

  it('gives a manager nothing to change about themselves, and says why', async () => {
    const element = await asManager();
    expect(buttons(element).filter((name) => name.startsWith('Ret'))).to.deep.equal(['Ret Læge Test Lund']);
    expect(words(element)).to.include('Kun en anden leder kan ændre eller fjerne dig.');
  });

  describe('somebody new', () => {
    it('gets a code, shown this one time, and is on the list as invited', async () => {
      const element = await asManager();
      const changed = oneEvent(element, 'members-changed');
      expect(await add(element, 'Vikar')).to.match(code);
      expect((await changed).detail).to.deep.equal({ change: 'added' });
      expect(words(element)).to.include('gælder til 30. nov. kl.');
      expect(words(element)).to.include('Har ikke brugt sin kode endnu. Den gælder til 30. nov.');
      expect(control(element, '#name').value).to.equal('');
      await focuses(element, '#code-title');
      await press(element, 'Koden er givet videre');
      expect(words(element)).not.to.match(code);
      await focuses(element, '#members');
    });

    it('needs a name: says so, and puts the focus there', async () => {
      const element = await asManager();
      await press(element, 'Tilføj, og lav en kode');
      expect(words(element)).to.include('Skriv et navn.');
      await focuses(element, '#name[aria-invalid=true]');
      expect(world.network.requests.filter(({ method }) => method === 'POST')).to.have.lengthOf(2);
    });

    it('stays typed when the network is away, and is added by one more tap, once', async () => {
      const element = await asManager();
      world.network.fault(
        ({ path, method }) => path.endsWith('/members') && method === 'POST',
        'lose-request',
        3,
      );
      await type(element, '#name', 'Vikar');
      await press(element, 'Tilføj, og lav en kode');
      await world.advance(20_000);
      await said(element, 'assertive', 'Der er ingen forbindelse.');
      expect(control(element, '#name').value).to.equal('Vikar');
      await focuses(element, '#failure button');
      await press(element, 'Prøv igen');
      await shows(element, 'Kode til Vikar');
      expect(control(element, '#name').value).to.equal('');
      expect(words(element)).to.include('Medarbejdere (3)');
    });

    it('comes in by the code, and the manager sees it without asking', async () => {
      const element = await asManager();
      const memberCode = await add(element, 'Vikar');
      const theirs = await begin(world.client('newcomer'));
      await shows(theirs, 'Du har ikke adgang til klinikkens venteværelse');
      await type(theirs, '#code', memberCode.toLowerCase());
      await press(theirs, 'Brug koden');
      await shows(theirs, 'Vikar Test Dig');
      await world.advance(10_000);
      await shows(element, 'Vikar Test klinikpersonale, uden autorisations-id · Logget ind');
      await said(element, 'polite', 'Vikar Test er nu med.');
    });
  });

  describe('a code', () => {
    it('that does not work stays typed, with why and the focus on it', async () => {
      const element = await begin(world.client('newcomer'));
      await shows(element, 'Kode fra klinikkens leder');
      await press(element, 'Brug koden');
      await shows(element, 'Skriv koden.');
      await type(element, '#code', 'AAAA-BBBB-CCCC-DDDD');
      await press(element, 'Brug koden');
      await shows(element, 'Koden virker ikke. Tjek den, eller bed lederen om en ny.');
      await focuses(element, '#code[aria-invalid=true]');
      expect(control(element, '#code').value).to.equal('AAAA-BBBB-CCCC-DDDD');
    });

    it('that does not work is not tried again with the login alone', async () => {
      const element = await begin(world.client('stranger'), { clinic: 'clinic-lund' });
      await shows(element, 'Kode fra klinikkens leder');
      await type(element, '#code', 'AAAA-BBBB-CCCC-DDDD');
      await press(element, 'Brug koden');
      await shows(element, 'Koden virker ikke.');
      element.clinic = 'clinic-mark';
      await shows(element, 'Medarbejdere (1)');
    });

    it('for another clinic than the one shown is told so', async () => {
      const { code: memberCode } = await world
        .client('manager')
        .request('members.add', { id: 'clinic-lund', body: { name: 'Vikar', role: 'staff' } });
      const element = await begin(world.client('newcomer'), { clinic: 'clinic-mark' });
      await shows(element, 'Kode fra klinikkens leder');
      await type(element, '#code', memberCode);
      await press(element, 'Brug koden');
      await shows(element, 'men til en anden klinik');
    });
  });

  describe('somebody on the list', () => {
    const open = async (): Promise<ClinicSettingsElement> => {
      const element = await asManager();
      await press(element, 'Ret Læge Test Lund');
      await focuses(element, '#edited-role');
      return element;
    };

    it('gets another role', async () => {
      const element = await open();
      const changed = oneEvent(element, 'members-changed');
      await type(element, '#edited-role', 'manager');
      await press(element, 'Gem rolle');
      expect((await changed).detail).to.deep.equal({ change: 'role' });
      await said(element, 'polite', 'Læge Test Lund er nu klinikleder.');
      await shows(element, 'Læge Test Lund klinikleder, med autorisations-id · Ikke logget ind');
      await focuses(element, '[aria-label="Ret Læge Test Lund"]');
    });

    it('A5: is removed after a question that says what happens, and not by a no', async () => {
      const element = await open();
      await press(element, 'Fjern fra klinikken');
      const dialog = find(element, 'dialog') as HTMLDialogElement;
      expect(dialog.matches(':modal')).to.equal(true);
      expect(dialog.textContent).to.include('bliver logget af alle steder med det samme');
      await press(element, 'Fortryd');
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
      await press(element, 'Fjern fra klinikken');
      const changed = oneEvent(element, 'members-changed');
      find(element, '.yes').click();
      expect((await changed).detail).to.deep.equal({ change: 'removed' });
      await shows(element, 'Medarbejdere (1)');
      await said(element, 'polite', 'Læge Test Lund er fjernet.');
      await focuses(element, '#members');
    });

    it('A5: is logged off everywhere', async () => {
      const element = await open();
      await press(element, 'Log af overalt');
      expect(find(element, 'dialog').textContent).to.include('Login virker igen bagefter.');
      const changed = oneEvent(element, 'members-changed');
      find(element, '.yes').click();
      expect((await changed).detail).to.deep.equal({ change: 'signed-out' });
      await shows(element, 'Læge Test Lund læge, med autorisations-id · Ikke logget ind');
      await waitUntil(() => !buttons(element).includes('Log af overalt'));
    });

    it('who was removed by another manager meanwhile is said to be gone', async () => {
      const element = await open();
      const other = world.client('manager');
      const { members } = await other.request('members.list', { id: 'clinic-lund' });
      const member = members.find(({ name }) => name === 'Læge Test Lund')?.id ?? '';
      await other.request('members.remove', { id: 'clinic-lund', query: { member } });
      await press(element, 'Gem rolle');
      await said(element, 'assertive', 'Medarbejderen er ikke på listen længere.');
      await press(element, 'Luk');
      await shows(element, 'Medarbejdere (1)');
    });

    it('is folded away by Escape alone, and only then what is around', async () => {
      const element = await open();
      let around = 0;
      element.parentElement?.addEventListener('keydown', () => (around += 1));
      const escape = (): boolean =>
        find(element, '.toggle').dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
        );
      escape();
      await element.updateComplete;
      expect(element.renderRoot.querySelector('#edited-role')).to.equal(null);
      expect(around).to.equal(0);
      escape();
      expect(around).to.equal(1);
    });
  });

  it('A14: who logged in long ago proves again who they are, and what was asked for is done', async () => {
    let token = 'manager@2026-11-23T07:44:00.000Z';
    const credentials = hostToken(() => Promise.resolve(token));
    const element = await asManager(world.clientWith({ credentials, device: 'personal' }));
    await type(element, '#name', 'Vikar');
    await press(element, 'Tilføj, og lav en kode');
    await shows(element, 'Log ind igen for at ændre det.');
    expect(control(element, '#name').value).to.equal('Vikar');
    token = `manager@${world.clock.now()}`;
    await press(element, 'Log ind igen');
    await shows(element, 'Kode til Vikar');
    expect(element.renderRoot.querySelector('#failure')).to.equal(null);
  });

  it('says since when it is offline, and asks for nothing meanwhile', async () => {
    const element = await asManager();
    world.network.offline = true;
    world.network.cut();
    await world.advance(3000);
    await shows(element, 'Forbindelsen er væk siden');
    const asked = world.network.requests.filter(({ path }) => path.endsWith('/members')).length;
    await world.advance(30_000);
    expect(world.network.requests.filter(({ path }) => path.endsWith('/members'))).to.have.lengthOf(asked);
  });

  it('asks no more once it is gone', async () => {
    const element = await asManager();
    element.remove();
    const asked = world.network.requests.length;
    await world.advance(30_000);
    expect(world.network.requests.filter(({ path }) => path.endsWith('/members')).length).to.be.at.most(
      asked,
    );
  });
});

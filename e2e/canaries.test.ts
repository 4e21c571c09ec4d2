import assert from 'node:assert/strict';
import process from 'node:process';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, employee, enter, openRecord, queueUp } from './harness/bedside.ts';
import { filesBelow, sightings, tracesOf, type Canary, type Place } from './harness/canaries.ts';
import { atTheClinic, callIn, endWith, staff } from './harness/clinic.ts';
import { linkFor, sendInvite } from './harness/invites.ts';
import { seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';

const resident = 'Nancy Ann Berggren';
const reason = 'Kanariegult sekret fra anklen';
const recipient = 'Elsebeth Kanarie';
const phoneNumber = '20 12 34 56';

const personal: readonly Canary[] = [
  { what: 'the CPR number', value: '2512489996' },
  { what: 'the name of the citizen', value: resident },
  { what: 'the reason', value: reason },
  { what: 'the name of the recipient', value: recipient },
  { what: 'the phone number', value: phoneNumber.replaceAll(' ', '') },
  { what: 'the name of the employee', value: employee },
  { what: 'the name of the doctor', value: staff.doctor },
];

describe('after a whole day', () => {
  let scene: Scene;
  let clinic: Person;
  let bedside: Person;
  let guest: Person;
  let secrets: readonly Canary[];
  let traces: readonly Place[];

  const consultation = async (): Promise<void> => {
    await openRecord(bedside.page, resident);
    await queueUp(bedside.page, reason);
    await callIn(clinic.page, resident);
    await enter(bedside.page);
    await seesMovingPicture(clinic.page, 'the doctor');
  };

  const invitation = async (): Promise<string> => {
    const phone = await scene.person('/phone/');
    await sendInvite(clinic.page, recipient, phoneNumber);
    const link = await linkFor(phone.page, phoneNumber);
    guest = await scene.person(link);
    await guest.page.getByLabel('Dit fornavn').fill(recipient);
    await guest.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await guest.page.getByRole('heading', { name: /Du er nummer/ }).waitFor();
    return new URL(link).hash.slice(1);
  };

  before(async () => {
    scene = await setScene();
    [clinic, bedside] = await Promise.all([atTheClinic(scene, staff.doctor), atTheBedside(scene)]);
    await consultation();
    const pid = scene.demo.server.pid();
    assert.ok(pid !== undefined);
    process.kill(pid, 'SIGKILL');
    await scene.demo.server.ready();
    await endWith(clinic.page, 'Gennemført');
    await bedside.page.getByRole('heading', { name: 'Samtalen er slut' }).waitFor();
    const inviteToken = await invitation();
    const tokens = [...[clinic, bedside, guest].flatMap(({ watch }) => [...watch.secrets]), inviteToken];
    secrets = tokens.map((value, index) => ({ what: `token ${index + 1}`, value }));
    traces = (
      await Promise.all([tracesOf(clinic, 'clinic'), tracesOf(bedside, 'bedside'), tracesOf(guest, 'guest')])
    ).flat();
  });

  after(() => scene.close());

  it('would find a canary, were there one', () => {
    const bytes = Buffer.from(`noise ${Buffer.from(`ab${reason}cd`).toString('base64')} noise`);
    assert.deepEqual(sightings(personal, [{ where: 'here', bytes }]), ['the reason in here']);
    assert.ok(secrets.length >= 5, `${secrets.length} tokens passed by`);
  });

  it('F1 F2: nothing personal and no token lies in database, log or any other file', async () => {
    await scene.demo.stop();
    const files = (await filesBelow(scene.folder)).filter(({ where }) => !where.startsWith('config/'));
    assert.ok(
      files.some(({ where }) => where.endsWith('.sqlite')),
      'the database is among the files',
    );
    assert.deepEqual(sightings([...personal, ...secrets], files), []);
  });

  it('A12: no token lies in storage, address, console or attribute of any page', () => {
    assert.deepEqual(sightings(secrets, traces), []);
  });

  it('F2: nothing personal lies in storage, address, console or attribute of any page', () => {
    assert.deepEqual(sightings(personal, traces), []);
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});

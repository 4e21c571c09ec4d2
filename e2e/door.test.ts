import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ClinicVisit, VisitList } from '@venterum/contract';
import { apiOf, type Api } from './harness/api.ts';
import { atTheClinic, callIn, staff } from './harness/clinic.ts';
import { linkFor } from './harness/invites.ts';
import { logInAsCitizen } from './harness/logins.ts';
import { bytesReceived, seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { until } from './harness/until.ts';

const citizen = 'May Moberg';
const guestPhone = '20 12 34 56';

describe('three in a call, one of them through the door', () => {
  let scene: Scene;
  let doctor: Person;
  let patient: Person;
  let guest: Person;
  let api: Api;

  const visit = async (): Promise<ClinicVisit> => {
    const { visits } = await api.get<VisitList>('/v1/visits');
    const [running] = visits.filter((one) => one.view === 'clinic');
    assert.ok(running);
    return running;
  };

  const interpreterId = async (): Promise<string> => {
    const { participants } = await visit();
    return participants.find(({ role }) => role === 'interpreter')?.id ?? '';
  };

  /** Nothing more comes to anybody from somebody who is out: two readings in a row are alike. */
  const hearsNothing = async (person: Person): Promise<void> => {
    await until('nothing more comes', async () => {
      const before = await bytesReceived(person.page);
      // Long enough for some packets of sound, which never rests while anybody is connected.
      await person.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      return (await bytesReceived(person.page)) === before;
    });
  };

  before(async () => {
    scene = await setScene();
    doctor = await atTheClinic(scene, staff.doctor);
    api = apiOf(scene, doctor);
    patient = await scene.person('/citizen/');
    await logInAsCitizen(patient.page, citizen);
    await patient.page.getByRole('button', { name: 'Stil dig i kø' }).click();
    await callIn(doctor.page, citizen);
    await patient.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await seesMovingPicture(doctor.page, 'the doctor');
  });

  after(() => scene.close());

  it('B8: an interpreter who was invited stands outside and gets neither sound nor picture', async () => {
    const { id, clinicId } = await visit();
    const recipients = [
      { name: 'Tolk Test Vest', phone: '+4520123456', role: 'interpreter', language: 'da' },
    ];
    await api.post('/v1/invites', { clinicId, visitId: id, recipients });
    const phone = await scene.person('/phone/', { width: 390, height: 844 });
    guest = await scene.person(await linkFor(phone.page, guestPhone), { width: 390, height: 844 });
    await guest.page.getByLabel('Dit fornavn').fill('Vest');
    await guest.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
    await guest.page.getByRole('heading', { name: 'Du venter uden for samtalen' }).waitFor();
    assert.equal(await bytesReceived(guest.page), 0);
    await assert.rejects(apiOf(scene, guest).post(`/v1/visits/${id}/ticket`), /not-admitted/);
  });

  it('B8: comes in when the doctor opens, and all three see one another', async () => {
    const { id } = await visit();
    await api.post(`/v1/visits/${id}/admit`, { participantId: await interpreterId() });
    await guest.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await Promise.all([
      seesMovingPicture(guest.page, 'the guest'),
      seesMovingPicture(doctor.page, 'the doctor'),
      seesMovingPicture(patient.page, 'the patient'),
    ]);
    await until('everybody is connected with both others', async () => {
      const open = await Promise.all(
        [doctor, patient, guest].map(({ page }) =>
          page.evaluate(
            () =>
              (window.recordedConnections ?? []).filter(
                ({ connectionState }) => connectionState === 'connected',
              ).length,
          ),
        ),
      );
      return open.every((count) => count === 2);
    });
  });

  it('B9, D17: is out when the doctor says so: hears nothing, is heard by nobody, camera and microphone off', async () => {
    const { id } = await visit();
    await api.post(`/v1/visits/${id}/dismiss`, { participantId: await interpreterId() });
    await guest.page.getByRole('heading', { name: 'Du venter uden for samtalen' }).waitFor();
    await hearsNothing(guest);
    await seesMovingPicture(doctor.page, 'the doctor, the patient still');
    await until('the guest’s lights are off', () =>
      guest.page.evaluate(() =>
        (window.recordedConnections ?? [])
          .flatMap((connection) => connection.getSenders())
          .every(({ track }) => track === null || track.readyState === 'ended'),
      ),
    );
  });

  it('B9: comes back when the door is opened again', async () => {
    const { id } = await visit();
    await api.post(`/v1/visits/${id}/admit`, { participantId: await interpreterId() });
    await guest.page.getByRole('button', { name: 'Gå til lægen' }).click();
    await seesMovingPicture(guest.page, 'the guest');
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});

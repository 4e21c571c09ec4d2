import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { atTheBedside, enter, openRecord, queueUp } from './harness/bedside.ts';
import { atTheClinic, callIn, endWith, staff, startButton } from './harness/clinic.ts';
import { dropConnections, seesMovingPicture } from './harness/media.ts';
import { faultsOf, setScene, type Person, type Scene } from './harness/scene.ts';
import { letGoTogether } from './harness/together.ts';
import { gone, until } from './harness/until.ts';

const resident = 'Bruno Elmer';

describe('J2: one queue for the whole clinic', () => {
  let scene: Scene;
  let doctor: Person;
  let colleague: Person;
  let third: Person;
  let bedside: Person;
  const names = new Map<Person, string>();
  const nameOf = (person: Person): string => names.get(person) ?? '';

  before(async () => {
    scene = await setScene();
    [doctor, colleague, third, bedside] = await Promise.all([
      atTheClinic(scene, staff.doctor),
      atTheClinic(scene, staff.otherDoctor),
      atTheClinic(scene, staff.secretary),
      atTheBedside(scene),
    ]);
    names.set(doctor, staff.doctor).set(colleague, staff.otherDoctor);
    await openRecord(bedside.page, resident);
    await queueUp(bedside.page);
  });

  after(() => scene.close());

  it('shows all clinicians the same patient', async () => {
    await Promise.all([
      startButton(doctor.page, resident).waitFor(),
      startButton(colleague.page, resident).waitFor(),
      startButton(third.page, resident).waitFor(),
    ]);
  });

  it('B5: of two who start at once one gets the patient, and the other sees who has', async () => {
    await letGoTogether([doctor.page, colleague.page], '**/v1/visits/*/call');
    await Promise.all([callIn(doctor.page, resident), callIn(colleague.page, resident)]);
    const calling = (page: Person['page']): Promise<boolean> =>
      page.getByText('Ringer op').first().isVisible();
    const [first, second] = await until('one of them is calling', async () => {
      if (await calling(doctor.page)) return [doctor, colleague] as const;
      return (await calling(colleague.page)) ? ([colleague, doctor] as const) : undefined;
    });
    const winner = nameOf(first);
    await second.page.getByText(`Kaldt ind af ${winner}`).waitFor();
    await gone(startButton(second.page, resident), 'the start of a call that is taken');
    [doctor, colleague] = [first, second];
  });

  it('comes back by itself after the connection was gone', async () => {
    await enter(bedside.page);
    await seesMovingPicture(doctor.page, 'the doctor');
    for (const { line } of [bedside, doctor]) line.cut();
    await doctor.page
      .getByText(/Ingen forbindelse/)
      .first()
      .waitFor();
    for (const { line } of [bedside, doctor]) line.mend();
    await gone(doctor.page.getByText(/Ingen forbindelse/), 'the warning');
    await Promise.all([
      seesMovingPicture(doctor.page, 'the doctor'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);
  });

  it('comes back by itself after sound and picture were gone', async () => {
    await dropConnections(bedside.page);
    await Promise.all([
      seesMovingPicture(doctor.page, 'the doctor'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);
  });

  it('goes on with a colleague, who is told and is in the call at one tap; a third who was cut off sees it', async () => {
    const [from, to] = [nameOf(doctor), nameOf(colleague)];
    await third.page.getByText(from).first().waitFor();
    third.line.cut();
    await third.page
      .getByText(/Ingen forbindelse/)
      .first()
      .waitFor();
    await doctor.page.getByRole('button', { name: 'Overdrag', exact: true }).click();
    await doctor.page.getByRole('dialog').getByRole('button', { name: to }).click();
    await colleague.page.getByText(/Videoen er ikke åben her/).waitFor();
    await colleague.page.getByRole('button', { name: 'Åbn videoen her' }).click();
    await Promise.all([
      seesMovingPicture(colleague.page, 'the colleague'),
      seesMovingPicture(bedside.page, 'the bedside'),
    ]);
    await doctor.page.getByText(to).first().waitFor();
    await gone(
      doctor.page.getByRole('button', { name: 'Overdrag', exact: true }),
      'what is no longer theirs',
    );
    assert.equal(await third.page.getByText(to).count(), 0);
    third.line.mend();
    await third.page.getByText(to).first().waitFor();
    // Only in the list: what was said aloud before the cut is not unsaid.
    await gone(third.page.getByRole('listitem').filter({ hasText: from }), 'who had the call before');
    [doctor, colleague] = [colleague, doctor];
  });

  it('ends with an outcome that both clinicians see', async () => {
    await endWith(doctor.page, 'Skift til telefon');
    await bedside.page.getByRole('heading', { name: 'Lægen fortsætter på telefon' }).waitFor();
    await colleague.page.getByText('Afsluttet i dag (1)').waitFor();
  });

  it('E1: broke no policy and threw no error on any page', () => {
    assert.deepEqual(faultsOf(scene), []);
  });
});

import { atTheBedside, enter, openRecord, queueUp } from './bedside.ts';
import { atTheClinic, callIn, staff } from './clinic.ts';
import { inviteToCall, linkFor } from './invites.ts';
import { seesMovingPicture, smallCamera } from './media.ts';
import type { Person, Scene } from './scene.ts';
import { step } from './standstill.ts';

const resident = 'Nancy Ann Berggren';

/** Somebody who is asked into a call by SMS. */
export interface Guest {
  readonly name: string;
  readonly phone: string;
}

/** A doctor and a bedside who see each other, and the phone that messages come to. */
export interface Conference {
  readonly clinic: Person;
  readonly bedside: Person;
  /** Invites by the clinic's screen and comes as far as the door. */
  arrive(guest: Guest): Promise<Person>;
  /** The clinic opens the door, and the person goes in. */
  letIn(person: Person, guest: Guest): Promise<void>;
}

/** Has the doctor call a resident in. */
export const startConference = async (scene: Scene): Promise<Conference> => {
  const prepare = smallCamera;
  const clinic = await atTheClinic(scene, staff.doctor, { prepare, height: 600 });
  const bedside = await atTheBedside(scene, { prepare });
  const phone = await scene.person('/phone/', { width: 390, height: 844 });
  await openRecord(bedside.page, resident);
  await queueUp(bedside.page);
  await callIn(clinic.page, resident);
  await enter(bedside.page);
  const see = [seesMovingPicture(clinic.page, 'the doctor'), seesMovingPicture(bedside.page, 'the bedside')];
  await step(scene, 'two see each other', Promise.all(see));
  return {
    clinic,
    bedside,
    arrive: async ({ name, phone: number }) => {
      await step(scene, `invites ${name}`, inviteToCall(clinic.page, name, number));
      const link = await step(scene, `the message to ${name}`, linkFor(phone.page, number));
      const guest = await scene.person(link, { width: 320, height: 560, prepare });
      await guest.page.getByLabel('Dit fornavn').fill(name);
      await guest.page.getByRole('button', { name: 'Gå ind i venteværelset' }).click();
      const heading = guest.page.getByRole('heading', { name: 'Du venter uden for samtalen' });
      await step(scene, `${name} comes to the door`, heading.waitFor());
      return guest;
    },
    letIn: async ({ page }, { name }) => {
      const door = clinic.page.getByRole('button', { name: `Luk ind: ${name}` });
      await step(scene, `the doctor lets ${name} in`, door.click());
      await step(scene, `${name} goes in`, page.getByRole('button', { name: 'Gå til lægen' }).click());
    },
  };
};

import type { Page } from 'playwright-core';
import { logInHere } from './logins.ts';
import type { Person, PersonOptions, Scene } from './scene.ts';
import { Taps } from './taps.ts';

/** Who works at the care home in the demo. */
export const employee = 'SOSU-assistent Test Holm';

/** A tablet in landscape, with the care record open and the employee logged in. */
export const atTheBedside = async (scene: Scene, options?: PersonOptions): Promise<Person> => {
  const person = await scene.person('/eoj/', { width: 1180, height: 820, ...options });
  await person.page.getByRole('button', { name: 'Log ind med kommunens login' }).click();
  await logInHere(person.page, employee);
  await person.page.getByRole('button', { name: 'Video med læge' }).waitFor();
  return person;
};

/** Opens a resident's record. */
export const openRecord = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
};

/** From the open record into the queue, with the journal's own words for a reason unless others are given; answers what was touched. */
export const queueUp = async (page: Page, reason?: string): Promise<Taps> => {
  const taps = new Taps();
  await taps.on(page.getByRole('button', { name: 'Video med læge' }));
  if (reason !== undefined) await page.getByLabel('Årsag til henvendelsen').fill(reason);
  await taps.on(page.getByRole('checkbox', { name: /tro og love/ }));
  await taps.on(page.getByRole('button', { name: 'Stil borger i kø' }));
  await page.getByRole('heading', { name: /Du er nummer \d+/ }).waitFor();
  return taps;
};

/** Answers the call of the clinic. */
export const enter = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Gå til lægen' }).click();

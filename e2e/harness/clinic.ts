import type { Locator, Page } from 'playwright-core';
import { logInAsStaff } from './logins.ts';
import type { Person, PersonOptions, Scene } from './scene.ts';

/** Who works at the clinic in the demo. */
export const staff = {
  doctor: 'Læge Test Lund',
  otherDoctor: 'Læge Test Holm',
  secretary: 'Sekretær Test Berg',
  manager: 'Praksischef Test Dal',
  /** On no clinic's list until a manager adds them. */
  locum: 'Vikarlæge Test Krog',
} as const;

/** The practice system with somebody logged in, the queue on screen. */
export const atTheClinic = async (scene: Scene, name: string, options?: PersonOptions): Promise<Person> => {
  const person = await scene.person('/practice-system/', options);
  await logInAsStaff(person.page, name);
  await person.page
    .getByRole('heading', { name: 'Venter i kø' })
    .or(person.page.getByText('Ingen venter'))
    .first()
    .waitFor();
  return person;
};

/** The row's button that calls somebody in. */
export const startButton = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Start video med ${name}` });

/** Calls somebody in, once looked at who it is. */
export const callIn = async (page: Page, name: string): Promise<void> => {
  await startButton(page, name).click();
  const check = page.getByRole('dialog');
  await check.getByText(name, { exact: true }).waitFor();
  await check.getByRole('button', { name: 'Ja, start video' }).click();
};

/** Ends the running consultation with an outcome, by its Danish word. */
export const endWith = async (page: Page, outcome: string): Promise<void> => {
  await page.getByRole('button', { name: /^Afslut( samtalen)?$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: outcome }).click();
};

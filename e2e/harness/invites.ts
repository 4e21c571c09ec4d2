import type { Page } from 'playwright-core';

/** Who is to be invited, in the words of the form. */
export interface Invited {
  readonly name: string;
  readonly phone: string;
  readonly role?: string;
  readonly language?: string;
}

/** Writes one of several recipients, the first being 1. */
export const fillRecipient = async (page: Page, number: number, invited: Invited): Promise<void> => {
  const fields = page.locator('sms-invite [part=recipient]').nth(number - 1);
  await fields.getByLabel('Navn').fill(invited.name);
  await fields.getByLabel('Mobilnummer').fill(invited.phone);
  if (invited.role !== undefined) await fields.getByLabel('Rolle').selectOption(invited.role);
  if (invited.language !== undefined) await fields.getByLabel('Sms’ens sprog').selectOption(invited.language);
};

/** Sends one invitation from the waiting room's tab, with the number read back. */
export const sendInvite = async (page: Page, name: string, phone: string): Promise<void> => {
  await page.getByRole('tab', { name: /Sms/ }).click();
  await page.getByLabel('Navn').fill(name);
  await page.getByLabel('Mobilnummer').fill(phone);
  await page.getByRole('button', { name: 'Tjek numre' }).click();
  await page.getByRole('button', { name: 'Ja, send sms' }).click();
};

/** Sends one invitation to the consultation that is on. */
export const inviteToCall = async (page: Page, name: string, phone: string): Promise<void> => {
  await page.getByRole('button', { name: 'Inviter flere' }).click();
  await page.getByLabel('Navn').fill(name);
  await page.getByLabel('Mobilnummer').fill(phone);
  await page.getByRole('button', { name: 'Tjek numre' }).click();
  await page.getByRole('button', { name: 'Ja, send sms' }).click();
};

/** The link in the newest message to a number, as the drawn phone shows it. */
export const linkFor = async (phone: Page, number: string): Promise<string> => {
  const message = phone.getByRole('listitem').filter({ hasText: number }).first();
  await message.waitFor();
  return (await message.getByRole('link').getAttribute('href')) ?? '';
};

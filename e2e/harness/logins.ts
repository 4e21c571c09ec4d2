import type { Page } from 'playwright-core';

/** Chooses a test person on an issuer's page. */
const choose = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name: new RegExp(`^${name}`) }).click();

/** Logs in on the page that is open, after a redirect. */
export const logInHere = choose;

/** Logs in by the element's own button and the window that it opens. */
export const logInByPopup = async (page: Page, button: string, name: string): Promise<void> => {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: button }).click();
  const popup = await opened;
  await choose(popup, name);
  if (!popup.isClosed()) await popup.waitForEvent('close');
};

/** The clinic's login. */
export const logInAsStaff = (page: Page, name: string): Promise<void> =>
  logInByPopup(page, 'Log ind med klinikkens login', name);

/** A citizen's digital identity. */
export const logInAsCitizen = (page: Page, name: string): Promise<void> =>
  logInByPopup(page, 'Log ind med digital identitet (test)', name);

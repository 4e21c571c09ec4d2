import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Accessibility rules broken on the page as it is shown now, with where. */
export const accessibilityFaults = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate(
    '(async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(" "))]))()',
  );
};

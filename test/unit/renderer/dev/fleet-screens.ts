// The screens of the whole fleet, for look.test.ts: bulk work, and the same in German.
import type { Page } from '@playwright/test';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

/** In the dialog, whose verb stands on a button behind it too. */
const confirm = (page: Page, verb: string) =>
  page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();

const selectShown = (page: Page) => page.locator('.bulk-bar input[type="checkbox"]').check();

async function planned(page: Page): Promise<void> {
  await page.evaluate(() => window.fake.world.remote.set('Northwind Bank', []));
  await selectShown(page);
  await press('Preview and push…')(page);
  await confirm(page, 'Preview');
  await page.getByRole('button', { name: /^Push 2 sets/ }).waitFor();
}

export const FLEET_SCREENS: readonly Screen[] = [
  { name: 'bulk-selected', scene: 'crowded', act: selectShown },
  { name: 'bulk-planned', act: planned },
  {
    name: 'bulk-busy',
    scene: 'crowded',
    delay: 1500,
    act: async (page) => {
      await selectShown(page);
      await press('Check for drift')(page);
      await confirm(page, 'Check');
      await page.getByText(/^2 of 12/).waitFor();
    },
  },
  {
    name: 'first-steps',
    scene: 'empty',
    act: async (page) => {
      await press('Try it on the sandbox')(page);
      await page.getByRole('heading', { name: 'Key rings' }).waitFor();
      await page.evaluate(() => {
        window.location.hash = '#/';
      });
      await page.getByRole('region', { name: 'First steps' }).waitFor();
    },
  },
  {
    name: 'due-tables',
    hash: '#/due',
    scene: 'crowded',
    act: async (page) => {
      await page.getByText('The same as a table').first().click();
      await page.getByText('The same as a table').last().click();
      await page.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
    },
  },
];

// The screens of what leaves, for look.test.ts: the ledger, handing over, certificates, many keys at once.
import type { Page } from '@playwright/test';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

async function openCurrent(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Current' }).getByRole('link', { name: 'Details' }).click();
  await page.getByRole('heading', { level: 1, name: /^Key/ }).waitFor();
}

async function askToHandOver(page: Page): Promise<void> {
  await openCurrent(page);
  await press('Hand over…')(page);
  await page.getByLabel('Recipient').fill('Payments team');
}

async function handedOver(page: Page): Promise<void> {
  await askToHandOver(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over…' }).click();
  await page.getByRole('table', { name: 'Who holds a copy' }).waitFor();
  await page.getByRole('region', { name: 'Private key' }).scrollIntoViewIfNeeded();
}

export const HAND_OVER_SCREENS: readonly Screen[] = [
  { name: 'hand-over', hash: '#/tenant/acme', act: askToHandOver },
  { name: 'handed-over', hash: '#/tenant/acme', act: handedOver },
  {
    name: 'reissue',
    hash: '#/tenant/acme',
    act: async (page) => {
      await openCurrent(page);
      await press('Reissue certificate…')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'export-many',
    hash: '#/tenant/acme/export/jwks',
    act: async (page) => {
      await press('Make a ZIP…')(page);
      await page.getByText(/^Saved acme/).waitFor();
    },
  },
];

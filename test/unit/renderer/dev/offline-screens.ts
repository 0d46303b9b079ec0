// The screens of work without a network, for look.test.ts: what waits and why, a bundle before it leaves.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

async function openOffline(page: Page, desk: DeskWindow): Promise<void> {
  desk.offline = true;
  await page.evaluate(() => {
    window.location.hash = '#/tenant/rehearsal/publish';
  });
  await page.getByRole('region', { name: 'Without a network' }).waitFor();
}

async function saveBundle(page: Page, desk: DeskWindow): Promise<void> {
  await openOffline(page, desk);
  await press('Plan a bundle')(page);
  await press('Save bundle…')(page);
  await page.getByText(/^Saved rehearsal/).waitFor();
  await page.getByText(/^Saved rehearsal/).scrollIntoViewIfNeeded();
}

export const OFFLINE_SCREENS: readonly Screen[] = [
  { name: 'offline', hash: '#/audit', act: openOffline },
  { name: 'offline-bundle', hash: '#/audit', act: saveBundle },
  {
    name: 'due-outbox',
    hash: '#/audit',
    act: async (page, desk) => {
      await saveBundle(page, desk);
      await press('Let it wait')(page);
      await page.getByRole('link', { name: 'What waits' }).click();
      await page.getByRole('table', { name: 'What is not pushed yet, and why' }).waitFor();
    },
  },
];

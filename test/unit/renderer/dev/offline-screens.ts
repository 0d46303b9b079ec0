// The screens of work without a network, for look.test.ts: what waits and why, a bundle before it leaves, a receipt.
import type { Page } from '@playwright/test';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

async function openOffline(page: Page): Promise<void> {
  await page.evaluate(() => {
    const facts = { host: 'rehearsal.sandbox.example', detail: { code: 'no-network' } } as const;
    window.fake.failNext('publish.preview', { code: 'REMOTE_UNREACHABLE', facts });
    window.location.hash = '#/tenant/rehearsal/publish';
  });
  await page.getByRole('region', { name: 'Without a network' }).waitFor();
}

async function saveBundle(page: Page): Promise<void> {
  await openOffline(page);
  await press('Plan a bundle')(page);
  await press('Save bundle…')(page);
  await page.getByText(/^Saved rehearsal/).waitFor();
  await page.getByText(/^Saved rehearsal/).scrollIntoViewIfNeeded();
}

export const OFFLINE_SCREENS: readonly Screen[] = [
  { name: 'offline', hash: '#/audit', act: openOffline },
  { name: 'offline-bundle', hash: '#/audit', act: saveBundle },
  {
    name: 'offline-receipt',
    hash: '#/audit',
    act: async (page) => {
      await openOffline(page);
      await press('Take a receipt…')(page);
      await page.getByText(/^The courier says/).waitFor();
    },
  },
  {
    name: 'due-outbox',
    hash: '#/audit',
    act: async (page) => {
      await saveBundle(page);
      await press('Let it wait')(page);
      await page.getByRole('link', { name: 'What waits' }).click();
      await page.getByRole('table', { name: 'What is not pushed yet, and why' }).waitFor();
    },
  },
];

// What the real program says of itself in its settings: licences as the build noted them, read by keyboard, and that a checkout, which
// pins no key, can verify no release.
import { expect } from '@playwright/test';
import { test } from './desk.ts';

test('licences are read by keyboard, and a checkout says that it can verify no release', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.goTo('#/settings');
  await expect(page.getByRole('region', { name: 'Updates' })).toContainText('built without the key of a publisher');
  expect(await page.evaluate(() => window.custodian?.calls['update.look']({}))).toMatchObject({
    ok: false,
    error: { code: 'UPDATE_NO_KEY' },
  });

  const licences = page.getByRole('region', { name: 'Licences' });
  await licences.getByRole('button', { name: 'Show the licences' }).press('Enter');
  await expect(licences.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('keytar');
  await expect(licences.getByRole('status')).toHaveText(/^1 of \d+$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(licences.getByText('Permission is hereby granted')).toBeVisible();
});

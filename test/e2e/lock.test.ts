// The lock in the real window: a passphrase is set, the window locks and is drawn anew, everything public can be looked at, and the
// passphrase opens it again, by keyboard.
import path from 'node:path';
import { expect } from '@playwright/test';
import { custodianJson } from '../support/command-line.ts';
import { ACME, SCREENSHOTS, test } from './desk.ts';

const PASSPHRASE = 'Grüße, correct horse battery';
test('a window locks with what was typed in it, shows what is public, and unlocks by keyboard', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.addTenant(ACME);
  await officer.goTo('#/settings');
  const section = page.getByRole('region', { name: 'Lock and passphrase' });
  await officer.typePassphrase(() => section.getByRole('button', { name: 'Set a passphrase…' }).click(), PASSPHRASE);
  await expect(section.getByText('Sealed under the vault passphrase')).toBeVisible();

  // What is typed and not saved is asked about on the way elsewhere, and goes with the lock.
  await officer.goTo('#/add');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Typed and not saved');
  await officer.goTo('#/audit');
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Typed and not saved');
  await page.keyboard.press('Control+L');
  const bar = page.getByRole('alert').filter({ hasText: 'What is public can be looked at.' });
  await expect(bar).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('');

  await officer.goTo('#/tenant/Acme/keys');
  await expect(officer.ring('default').getByRole('group', { name: 'Current' })).toBeVisible();
  await officer.photograph(path.join(SCREENSHOTS, 'locked.png'));
  await officer.goTo('#/settings');
  await expect(section.getByRole('button', { name: 'Unlock…' })).toBeVisible();

  const again = officer.secretWindow();
  await page.keyboard.press('Control+L');
  await officer.typeSecret(await again, 'Passphrase', PASSPHRASE);
  await expect(bar).toHaveCount(0);
  await expect(section.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();

  // From a terminal beside it.
  expect(await custodianJson(desk.dataDir, ['lock'])).toEqual({ locked: true, window: 'locked' });
  await expect(bar).toBeVisible();
});

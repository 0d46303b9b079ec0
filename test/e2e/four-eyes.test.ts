// The second officers of a tenant in the real window: set in its settings, said in the dialog and in the window that asks before the
// yes, and the request saved with its picture.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ACME, test } from './desk.ts';

const DEVICE = '3f'.repeat(32);

test('officers are set in the window, and a second officer is said before the yes', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.addTenant({ ...ACME, environment: 'Production' });
  await officer.goTo('#/tenant/Acme/settings');
  const section = page.getByRole('region', { name: 'Second officer' });
  await section.scrollIntoViewIfNeeded();
  await section.getByRole('button', { name: 'Add an officer…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ada');
  await dialog.getByLabel('Fingerprint of their device').fill(DEVICE);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await officer.confirm();
  await expect(section.getByText('Ada', { exact: true })).toBeVisible();
  await section.getByLabel('revoke, withdraw, retire').check();
  await section.getByLabel('sign a token').check();
  await section.getByRole('button', { name: 'Set it' }).click();
  await officer.confirm();
  await expect(section.getByText(/changed by two as well/)).toBeVisible();

  // The dialog says so, the window that asks says so, and the request comes with its picture.
  await officer.goTo('#/tenant/Acme/keys');
  await officer.ring('default').getByRole('group', { name: 'Next' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  await expect(dialog.getByText('“Acme” wants a second officer for this')).toBeVisible();
  await dialog.getByRole('button', { name: /^Withdraw/ }).click();
  const asked = await officer.question();
  await expect(asked.getByText(/done only with the approval of another officer/)).toBeVisible();
  await officer.confirm({ Reason: 'never wanted', 'Type the tenant’s name': 'Acme' });
  const request = path.join(desk.folder, 'request.json');
  await officer.answerSaveDialog(request);
  await dialog.getByRole('button', { name: 'Save the request…' }).click();
  await expect(dialog.getByText(/and a picture of it beside it/)).toBeVisible();
  expect(existsSync(`${request}.qr.png`)).toBe(true);
});

// What leaves through the real window: a private key under a passphrase typed in a window of its own, everything public
// in a folder and an archive, and a certificate issued anew.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ACME, SCREENSHOTS, test } from './desk.ts';

const PASSPHRASE = 'Grüße, correct horse battery';
test('a private key leaves after a yes, under a passphrase, and the ledger knows', async ({ desk }) => {
  const { officer, folder, page } = desk;
  await officer.addTenant(ACME);
  await officer.ring('default').getByRole('group', { name: 'Current' }).getByRole('link', { name: 'Details' }).click();
  const half = page.getByRole('region', { name: 'Private key' });
  const file = path.join(folder, 'acme.p12');
  const ask = async () => {
    await half.getByRole('button', { name: 'Hand over…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Recipient').fill('Payments team');
    return dialog.getByRole('button', { name: 'Hand over…' });
  };

  await (await ask()).click();
  await officer.decline();
  await expect(half.getByText(/^Nothing left/)).toBeVisible();

  await officer.answerSaveDialog(file);
  const go = await ask();
  await officer.photograph(path.join(SCREENSHOTS, 'hand-over.png'));
  const window = officer.secretWindow();
  await go.click();
  await officer.confirm();
  const asked = await window;
  // Two passphrases that differ are no passphrase.
  await asked.getByLabel('Passphrase', { exact: true }).fill('short');
  await expect(asked.getByText(/^Short: whoever gets the file can guess it/)).toBeVisible();
  await asked.getByLabel('Confirm passphrase').fill('shorr');
  await asked.keyboard.press('Enter');
  await expect(asked.getByText('The two are not the same.')).toBeVisible();
  const gone = asked.waitForEvent('close');
  await asked.keyboard.press('Escape').catch(() => undefined);
  await gone;
  expect(existsSync(file)).toBe(false);

  const again = await ask();
  await officer.typePassphrase(async () => {
    await again.click();
    await officer.confirm();
  }, PASSPHRASE);
  await expect(half.getByText('Handed over to Payments team: number 1 of the ledger')).toBeVisible();
  await expect(half.getByRole('table', { name: 'Who holds a copy' }).getByRole('row')).toHaveCount(2);
  await officer.photograph(path.join(SCREENSHOTS, 'key-handed-over.png'));

  const secret = path.join(folder, 'passphrase');
  writeFileSync(secret, PASSPHRASE);
  const options = ['-in', file, '-passin', `file:${secret}`, '-nokeys'];
  expect(execFileSync('openssl', ['pkcs12', ...options]).toString()).toContain('BEGIN CERTIFICATE');
});

test('everything public is saved at once, and a certificate is issued anew', async ({ desk }) => {
  const { officer, folder, page } = desk;
  await officer.addTenant(ACME);
  await page.getByRole('button', { name: 'More for Acme' }).click();
  await page.getByRole('menuitem', { name: 'Export many keys' }).click();
  for (const [button, name] of [
    ['Make a folder…', 'acme-public-keys'],
    ['Make a ZIP…', 'acme-public-keys.zip'],
  ] as const) {
    await officer.answerSaveDialog(path.join(folder, name));
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText(new RegExp(`^Saved ${name} with \\d+ files$`))).toBeVisible();
  }
  await officer.photograph(path.join(SCREENSHOTS, 'export-many.png'));
  expect(readdirSync(path.join(folder, 'acme-public-keys'))).toContain('manifest.json');
  expect(readFileSync(path.join(folder, 'acme-public-keys.zip')).subarray(0, 2).toString()).toBe('PK');

  await officer.goTo('#/tenant/Acme');
  await officer.ring('default').getByRole('group', { name: 'Current' }).getByRole('link', { name: 'Details' }).click();
  const certificate = page.getByRole('region', { name: 'Certificate' });
  const fingerprint = certificate.locator('.fingerprint').first();
  const before = await fingerprint.textContent();
  await certificate.getByRole('button', { name: 'Reissue certificate…' }).click();
  await page.getByRole('dialog').getByLabel('Days').fill('90');
  await page.getByRole('dialog').getByRole('button', { name: 'Reissue certificate' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect(fingerprint).not.toHaveText(before ?? '');
  await expect(certificate.getByText(/in 2 months|in 3 months/)).toBeVisible();
});

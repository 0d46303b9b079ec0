// Another language in the real window: the page comes back where the officer was, menus and the window for passphrases
// follow, and the choice is kept.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './desk.ts';

const PASSPHRASE = 'correct horse battery';

function encryptedKey(folder: string): string {
  const file = path.join(folder, 'partner.pem');
  execFileSync('openssl', ['genpkey', '-algorithm', 'ED25519', '-aes256', '-pass', `pass:${PASSPHRASE}`, '-out', file]);
  chmodSync(file, 0o644);
  return file;
}

test('a newly chosen language is spoken at once, by the page and around it', async ({ desk }) => {
  const { app, officer, folder, dataDir, page } = desk;
  const menus = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')));
  expect(await menus()).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Go', 'Window', 'Help']));
  await officer.goTo('#/settings');
  await page.getByRole('radio', { name: 'Deutsch' }).check();

  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('radiogroup', { name: 'Sprache' }).getByRole('radio', { name: 'Deutsch' })).toBeChecked();
  expect(page.url()).toMatch(/^app:\/\/custodian\/\?language=de&nonce=[\w-]{22}#\/settings$/);
  expect(await menus()).toEqual(
    expect.arrayContaining(['Datei', 'Bearbeiten', 'Ansicht', 'Gehe zu', 'Fenster', 'Hilfe']),
  );
  expect(JSON.parse(readFileSync(path.join(dataDir, 'preferences.json'), 'utf8'))).toMatchObject({ language: 'de' });

  await officer.answerOpenDialog(encryptedKey(folder));
  await page.evaluate(() => window.custodian?.calls['file.inspect']({}));
  const asked = officer.secretWindow();
  const opened = page.evaluate(() => window.custodian?.calls['file.inspectOpened']({}));
  const secret = await asked;
  await expect(secret.getByRole('heading', { name: 'Diese Datei ist geschützt' })).toBeVisible();
  await expect(secret.getByText('partner.pem lässt sich mit einer Passphrase öffnen.')).toBeVisible();
  await expect(secret.locator('html')).toHaveAttribute('lang', 'de');
  await expect(secret.getByRole('button', { name: 'Öffnen' })).toBeVisible();
  await officer.typeSecret(secret, 'Passphrase', PASSPHRASE);
  expect(await opened).toMatchObject({ ok: true, value: { fileName: 'partner.pem' } });

  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('radiogroup', { name: 'Language' })).toBeVisible();
  expect(await menus()).toEqual(expect.arrayContaining(['File']));
});

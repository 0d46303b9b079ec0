// Looking at files and tokens in the real window: a native dialog, a dropped file, the passphrase window, the clipboard.
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { test } from './desk.ts';

const PASSPHRASE = 'correct horse';

/** An encrypted PKCS#8 as openssl makes it today, and the fingerprint of its public key. */
function encryptedKey(folder: string): { file: string; spkiSha256: string } {
  const quiet = { stdio: ['pipe', 'pipe', 'ignore'] as ['pipe', 'pipe', 'ignore'] };
  const pem = execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], quiet);
  const encrypt = ['pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-passout', `pass:${PASSPHRASE}`];
  const file = path.join(folder, 'partner.pem');
  writeFileSync(file, execFileSync('openssl', encrypt, { ...quiet, input: pem }));
  chmodSync(file, 0o644);
  const spki = execFileSync('openssl', ['pkey', '-pubout', '-outform', 'DER'], { ...quiet, input: pem });
  const digest = execFileSync('openssl', ['dgst', '-sha256', '-r'], { ...quiet, input: spki }).toString();
  return {
    file,
    spkiSha256: digest
      .slice(0, 64)
      .toUpperCase()
      .replaceAll(/..(?!$)/g, '$&:'),
  };
}

test('a protected key file is inspected, opened in the passphrase window, and imported', async ({ desk }) => {
  const { app, officer, folder, page } = desk;
  const { file, spkiSha256 } = encryptedKey(folder);
  await officer.addTenant({ name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });

  const open = () => page.getByRole('button', { name: 'Open with passphrase…' }).click();

  await officer.goTo('#/inspect');
  await officer.answerOpenDialog(file);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  const found = page.getByRole('region', { name: 'partner.pem' });
  await expect(found).toContainText('PKCS#8');
  await expect(page.getByText(spkiSha256)).toHaveCount(0);

  await officer.typePassphrase(open, 'battery staple');
  await expect(page.getByText(/passphrase does not open/).first()).toBeVisible();
  await officer.typePassphrase(open, PASSPHRASE);
  await expect(page.getByText(spkiSha256)).toBeVisible();

  // No dialog asks for the file again: the main process still knows which one it was.
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  await page.getByRole('button', { name: 'Import into…' }).click();
  const dialog = page.getByRole('dialog');
  const first = officer.secretWindow();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  const second = first.then(() => officer.secretWindow());
  await officer.typeSecret(await first, 'Passphrase', 'another one');
  const asked = await second;
  await expect(asked.getByText(/^That passphrase does not open/)).toBeVisible();
  // The window is as high as what it says.
  await expect.poll(() => asked.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  await officer.typeSecret(asked, 'Passphrase', PASSPHRASE);
  // Inspecting it was no yes to this.
  await officer.confirm();
  await expect(officer.ring('default').getByText(/Imported \(.*PKCS#8/)).toBeVisible();
});

test('what is pasted is inspected, and never reaches the page', async ({ desk }) => {
  const { app, page } = desk;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), pem);
  await page.keyboard.press('Control+v');
  await expect(page.getByRole('region', { name: 'Clipboard' })).toBeVisible();
  await expect(page.getByText('PKCS#8', { exact: false }).first()).toBeVisible();
  const [, body = ''] = pem.split('\n');
  expect(await page.content()).not.toContain(body);
  await app.evaluate(({ clipboard }) => clipboard.clear());
});

test('the clipboard is not read unless a person pastes', async ({ desk }) => {
  const { app, page } = desk;
  const ask = () => page.evaluate(() => window.custodian?.calls['file.inspectPasted']({}));
  const refused = { ok: false, error: { code: 'PASTE_NOT_SEEN' } };
  await app.evaluate(({ clipboard }) => clipboard.writeText('-----BEGIN PUBLIC KEY-----'));
  expect(await ask()).toMatchObject(refused);
  // Typing and clicking are no pasting, nor are key events that the page makes up.
  await page.keyboard.press('v');
  await page.mouse.click(5, 5);
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', code: 'KeyV', ctrlKey: true, bubbles: true })),
  );
  expect(await ask()).toMatchObject(refused);
  await app.evaluate(({ BrowserWindow, Menu }) => {
    const paste = Menu.getApplicationMenu()
      ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      .find(({ label }) => label === 'Paste');
    const window = BrowserWindow.getAllWindows().find((one) => one.getParentWindow() === null);
    paste?.click(undefined, window, window?.webContents);
  });
  await expect(page.getByRole('region', { name: 'Clipboard' })).toBeVisible();
  expect(await ask()).toMatchObject(refused);
  await app.evaluate(({ clipboard }) => clipboard.clear());
});

test('a token is signed, copied by the main process, read, and told from one of somebody else', async ({ desk }) => {
  const { app, officer, page } = desk;
  await officer.addTenant({ name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });
  await officer.goTo('#/tenant/Acme/bench');
  await page.getByLabel('Claims', { exact: true }).fill('{ "sub": "device-17" }');
  await page.getByRole('button', { name: 'Sign token' }).click();
  const token = (await page.getByRole('region', { name: 'Signed token' }).textContent()) ?? '';
  await page.getByRole('button', { name: 'Copy token' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await app.evaluate(async ({ clipboard }) => clipboard.readText())).toBe(token);

  const read = async (text: string) => {
    await page.getByLabel('Token', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Read token' }).click();
  };
  await read(token);
  await expect(page.getByText('It would be accepted.')).toBeVisible();
  const [, claims] = token.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims ?? ''}.`;
  await read(unsigned);
  await expect(page.getByText(/It would not be accepted: no key of this tenant signed it/)).toBeVisible();
});

test('the palette goes anywhere, and the theme outlives the page', async ({ desk }) => {
  const { page } = desk.officer;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('polic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Policies' })).toBeVisible();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

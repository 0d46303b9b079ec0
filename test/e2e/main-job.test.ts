// The officer's main job in the real window: own key into custody, rotate, publish, prove, export.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ACME, SCREENSHOTS, test } from './desk.ts';

const KID = 'device-fleet-2024';
const shot = (name: string): string => path.join(SCREENSHOTS, `${name}.png`);

test('an own key is imported, published, proven, exported, rotated and revoked', async ({ desk }) => {
  const { officer, folder, page } = desk;
  await page.setViewportSize({ width: 1280, height: 800 });
  await officer.photograph(shot('first-run'));

  const pem = execFileSync('openssl', ['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const keyFile = path.join(folder, 'own.pem');
  writeFileSync(keyFile, pem);
  chmodSync(keyFile, 0o644);

  await officer.goTo('#/add');
  await officer.photograph(shot('add-tenant'));
  await officer.addTenant(ACME);
  await officer.importKey({ tenant: 'Acme', file: keyFile, as: 'Current', kid: KID });
  await expect(officer.ring('default').getByText('Imported (PKCS#8 PEM)')).toBeVisible();

  await officer.goTo('#/tenant/Acme/publish');
  await expect(page.getByRole('row', { name: new RegExp('Added.*Current') })).toBeVisible();
  await officer.photograph(shot('publish-preview'));
  await officer.push('Acme');
  await officer.prove('Acme');
  await page.getByText('Proven', { exact: true }).scrollIntoViewIfNeeded();
  await officer.photograph(shot('publish-proof'));

  for (const format of ['cer', 'pem', 'raw-pem', 'p7b', 'pb7', 'fingerprint', 'jwk', 'jwks']) {
    const { bytes } = await officer.saveFormat({ tenant: 'Acme', kid: KID, format, into: folder });
    expect(bytes.length).toBeGreaterThan(50);
  }
  await officer.goTo(`#/tenant/Acme/key/${KID}/pem`);
  await expect(page.getByText('BEGIN CERTIFICATE')).toBeVisible();
  await officer.photograph(shot('export'));
  const printed = execFileSync(
    'openssl',
    ['x509', '-noout', '-fingerprint', '-sha256', '-in', path.join(folder, 'acme.pem')],
    {
      encoding: 'utf8',
    },
  );
  const sha256 = printed.trim().split('=')[1] ?? 'none';
  await officer.goTo(`#/tenant/Acme/key/${KID}`);
  await expect(page.getByText(sha256)).toBeVisible();
  await officer.photograph(shot('key'));

  await officer.goTo('#/tenant/Acme');
  await officer
    .ring('default')
    .getByRole('button', { name: /^Rotate/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('stay valid until they expire');
  await officer.photograph(shot('rotate'));
  await page.keyboard.press('Escape');
  await officer.rotate({ tenant: 'Acme', reason: 'yearly rotation' });
  await expect(officer.ring('default').getByRole('button', { name: /^Revoke.*device/ })).toBeVisible();
  await officer.photograph(shot('ring'));

  await page.getByRole('button', { name: /^Revoke.*device/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('all devices have the new certificate');
  await officer.photograph(shot('revoke'));
  await page.keyboard.press('Escape');
  await officer.revoke({ tenant: 'Acme', kid: KID, reason: 'all devices have the new certificate' });
  await officer.goTo('#/tenant/Acme/publish');
  await expect(page.getByRole('row', { name: new RegExp('Removed.*Revoked') })).toBeVisible();
  await officer.push('Acme');

  await officer.goTo('#/audit');
  await page.getByRole('button', { name: /verify/i }).click();
  await expect(page.getByText(/whole|unbroken|intact/i).first()).toBeVisible();
  await officer.photograph(shot('audit'));
  expect(readFileSync(path.join(folder, 'acme.jwks'), 'utf8')).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
});

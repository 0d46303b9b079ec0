// A published next key that leaked, in the real window: withdrawn with a confirmation, and gone with the next push; and a
// ring for one's own keys, which begins without any.
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { jsonFile, rsaJwk } from '../support/own-files.ts';
import { ACME, test } from './desk.ts';

test('a next key that leaked is withdrawn on production, and the screen says what follows', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.addTenant({ ...ACME, environment: 'Production' });
  const next = page.getByRole('group', { name: 'Next' });
  const kid = (await next.getByRole('link').first().getAttribute('title')) ?? '';
  await next.getByRole('button', { name: /^Withdraw…/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'What will happen' }).getByRole('listitem')).toHaveCount(2);
  await dialog.getByRole('radio', { name: 'Compromised' }).click();
  await dialog.getByRole('button', { name: 'Withdraw for good' }).click();
  const asked = await officer.question();
  await expect(asked.getByRole('heading', { level: 1, name: /^Withdraw this next key/ })).toBeVisible();
  await expect(asked.getByText(kid)).toBeVisible();
  await officer.decline();
  await expect(next.getByRole('link').first()).toHaveAttribute('title', kid);
  await dialog.getByRole('button', { name: 'Withdraw for good' }).click();
  await officer.question();
  await officer.confirm({ Reason: 'its hand-over file was lost', 'Type the tenant’s name': 'Acme' });
  await expect(page.getByRole('group', { name: 'Revoked' }).getByText('its hand-over file was lost')).toBeVisible();
  await expect(next.getByRole('link').first()).not.toHaveAttribute('title', kid);
});

test('a key comes in from a file under its own kid, and makes room only after a yes that shows its name', async ({
  desk,
}) => {
  const { officer, folder, page } = desk;
  await officer.addTenant(ACME);
  const file = path.join(folder, 'own.jwk');
  writeFileSync(file, jsonFile(rsaJwk({ kid: 'keys/2023 a' })));
  chmodSync(file, 0o644);
  await officer.answerOpenDialog(file);
  await page.getByRole('button', { name: /^Import… into ring default/ }).click();
  await page.getByRole('button', { name: 'Choose file…' }).click();
  const next = page.getByRole('group', { name: 'Next' });
  await expect(next.getByRole('link').first()).toHaveAttribute('title', 'keys/2023 a');
  await page.getByRole('button', { name: /^Generate next key/ }).click();
  await page.getByRole('button', { name: 'Replace next key' }).click();
  const asked = await officer.question();
  await expect(asked.getByRole('heading', { level: 1, name: 'Let this key make room?' })).toBeVisible();
  await expect(asked.getByText('keys/2023 a')).toBeVisible();
  await officer.confirm();
  const replaced = page.getByText('Replaced before they were used:').locator('..');
  await replaced.getByRole('link', { name: 'keys/2023 a' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Replaced by another key before it was used', { exact: false }).first()).toBeVisible();
});

test('a ring for one’s own keys begins empty, and every place says what to do', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.addTenant(ACME);
  await page.getByRole('button', { name: 'Add ring…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'I bring my own keys' }).click();
  await dialog.getByRole('button', { name: 'Add ring' }).click();
  const ring = page.getByRole('region', { name: 'es256' });
  await expect(ring.getByText(/with imported keys/)).toBeVisible();
  await expect(ring.getByText('No next key. Generate or import one, then publish it before you rotate.')).toBeVisible();
  await expect(ring.getByText('Nothing signs yet.', { exact: false })).toBeVisible();
  for (const screen of ['publish', 'plan', 'consumers', 'export', 'bench']) {
    await officer.goTo(`#/tenant/Acme/${screen}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('INTERNAL')).toHaveCount(0);
  }
  await officer.goTo('#/due');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

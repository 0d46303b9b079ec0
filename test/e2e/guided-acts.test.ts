// A guided rotation up to its first wait, and the emergency with what follows it, in the real window over the real
// keychain.
import path from 'node:path';
import { expect } from '@playwright/test';
import { ACME, SCREENSHOTS, test } from './desk.ts';

const shot = (name: string): string => path.join(SCREENSHOTS, `${name}.png`);

test('a plan shows its whole way, runs what is due and waits; the emergency overtakes it', async ({ desk }) => {
  const { officer, page } = desk;
  await page.setViewportSize({ width: 1280, height: 800 });
  await officer.addTenant(ACME);

  await officer
    .ring('default')
    .getByRole('link', { name: /^Plan a rotation/ })
    .click();
  const steps = page.getByRole('list', { name: 'Steps of the plan' });
  await expect(steps.locator(':scope > li')).toHaveCount(11);
  await page.getByRole('button', { name: 'Run due steps' }).click();
  await expect(page.getByRole('button', { name: 'Nothing is due' })).toBeVisible();
  await expect(steps.locator(':scope > li[data-state="waiting"]')).toContainText(/Longest verifier cache\s*30 seconds/);
  await officer.photograph(shot('plan'));

  await officer.goTo('#/tenant/Acme');
  await expect(officer.ring('default').getByRole('button', { name: /^Ready to sign in \d+ s/ })).toBeVisible();
  await officer
    .ring('default')
    .getByRole('button', { name: /^Rotate/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Wait until/ })).toBeDisabled();
  await page.keyboard.press('Escape');

  await officer.ring('default').getByRole('button', { name: 'More for ring default' }).click();
  await page.getByRole('menuitem', { name: /^Emergency/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('found in a build log');
  await dialog.getByRole('textbox', { name: /^Type the/ }).fill('Acme');
  await officer.photograph(shot('emergency'));
  await dialog.getByRole('button', { name: 'Rotate and revoke now' }).click();
  await dialog.getByRole('link', { name: 'Push now' }).click();
  await officer.push('Acme');

  await officer.goTo('#/tenant/Acme');
  const revoked = officer.ring('default').getByRole('group', { name: 'Revoked' });
  await expect(revoked.getByText('Compromised:')).toBeVisible();
  await expect(revoked.getByRole('button', { name: /^Rejected everywhere in/ })).toBeVisible();
  const kid = (await revoked.locator('.key-card-kid').first().getAttribute('title')) ?? '';
  await revoked.getByRole('button', { name: /^Erase/ }).click();
  await dialog.getByRole('textbox').fill(kid);
  await dialog.getByRole('button', { name: 'Schedule the erasure' }).click();
  await revoked.getByRole('button', { name: /^Cancel erasure/ }).click();
  await expect(revoked.getByRole('button', { name: /^Erase/ })).toBeVisible();
  await officer.photograph(shot('revoked'));
});

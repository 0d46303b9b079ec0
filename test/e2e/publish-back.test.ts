// The ways back in the real window, over the real sandbox: a push undone, everything taken down, the tenant's own keys
// rotated; and a client secret that is typed in a window of its own.
import { expect } from '@playwright/test';
import { test } from './desk.ts';

const SECRET = 'correct-horse-battery-0123456789';

test('from the empty window to a set that went out, was undone and taken down', async ({ desk }) => {
  const { page } = desk.officer;
  await page.getByRole('button', { name: 'Try it on the sandbox' }).click();
  await page.getByRole('heading', { level: 1, name: 'Key rings' }).waitFor();
  await desk.officer.push('Rehearsal');
  const history = page.getByRole('table', { name: 'Publications' });
  await expect(history.getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'Roll back to previous set…' }).first().click();
  await page.getByRole('button', { name: 'Restore the set at Rehearsal' }).click();
  await expect(page.getByText('Restored and read back: 0 keys.')).toBeVisible();
  await expect(history.getByRole('row')).toHaveCount(3);

  await page.getByRole('button', { name: /^Restore this set…/ }).click();
  await page.getByRole('button', { name: 'Restore the set at Rehearsal' }).click();
  await expect(page.getByText('Restored and read back: 2 keys.')).toBeVisible();

  await page.getByRole('button', { name: 'More for the published set' }).click();
  await page.getByRole('menuitem', { name: 'Unpublish all keys…' }).click();
  await page.getByLabel(/^Type the tenant’s name/).fill('Rehearsal');
  await page.getByRole('button', { name: 'Unpublish all keys of Rehearsal' }).click();
  await expect(page.getByText('Unpublished and read back: 0 keys.')).toBeVisible();

  await page.getByRole('link', { name: 'Tenant’s keys' }).click();
  await expect(page.getByText(/^5 of 5 rotations/)).toBeVisible();
  await page.getByRole('button', { name: 'Rotate…' }).click();
  await page.getByLabel(/^Type the tenant’s name/).fill('Rehearsal');
  await page.getByRole('button', { name: 'Rotate now' }).click();
  await expect(page.getByText(/^4 of 5 rotations/)).toBeVisible();
});

test('a client secret is typed in a window of its own, and the page shows public facts alone', async ({ desk }) => {
  const { officer, page } = desk;
  await officer.goTo('#/add');
  await page.getByText('Auth0', { exact: true }).click();
  await page.getByText('Development', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme');
  await page.getByRole('textbox', { name: 'Domain', exact: true }).fill('acme.eu.auth0.com');
  await page.getByRole('button', { name: 'Add tenant', exact: true }).click();
  await officer.confirm();
  await officer.ring('default').waitFor();

  await officer.goTo('#/tenant/Acme/settings');
  await page.getByRole('button', { name: 'Set client secret…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Client id' }).fill('kc-officer');
  const [asked] = await Promise.all([
    officer.secretWindow(),
    page.getByRole('dialog').getByRole('button', { name: 'Continue…' }).click(),
  ]);
  await expect(
    asked.getByText(/kc-officer at “Acme”\. It is sent to https:\/\/acme\.eu\.auth0\.com only\./),
  ).toBeVisible();
  await officer.typeSecret(asked, 'Client secret', SECRET);
  const credentials = page.getByRole('region', { name: 'Credentials' });
  await expect(credentials.getByText('kc-officer')).toBeVisible();
  expect(await page.content()).not.toContain(SECRET);

  await credentials.getByRole('button', { name: 'Remove…' }).click();
  await officer.confirm();
  await expect(credentials.getByText('No credentials yet.')).toBeVisible();
});

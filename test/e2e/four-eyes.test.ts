// The second officers of a tenant in the real window: set in its settings, said in the dialog and in the window that asks before the
// yes, and the request saved with its picture; and that request answered in the window of the other officer.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { ACME, type Desk, openDesk, test } from './desk.ts';

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

test('one officer asks in a window, the other answers in theirs, and then it is done', async ({ desk }) => {
  const other = await openDesk();
  try {
    for (const { officer } of [desk, other]) {
      await officer.addTenant({ ...ACME, environment: 'Production' });
    }
    await setUpSecond(desk, await ownDevice(other));
    const request = path.join(desk.folder, 'request.json');
    const answer = path.join(desk.folder, 'answer.json');

    const dialog = await withdraw(desk);
    await desk.officer.answerSaveDialog(request);
    await dialog.getByRole('button', { name: 'Save the request…' }).click();
    await expect(dialog.getByText(/and a picture of it beside it/)).toBeVisible();

    // From the native menu. Nothing is signed by a look.
    await other.officer.answerOpenDialog(request);
    await other.officer.answerSaveDialog(answer);
    await fromMenu(other);
    const asked = await other.officer.question();
    await expect(asked.getByText('withdraw a next key for good (key.withdraw)')).toBeVisible();
    await expect(asked.getByText('never wanted')).toBeVisible();
    await expect(asked.getByText(await ownDevice(desk))).toBeVisible();
    await expect(asked.getByText('This tenant is known here, at the same place.')).toBeVisible();
    // No more is what a script clicks, nor what is said before all of it was in sight.
    await asked.locator('#facts').press('End');
    await expect(asked.locator('#no')).toHaveAttribute('aria-disabled', 'false');
    await asked.locator('#no').evaluate((button: HTMLElement) => button.click());
    await expect(asked.getByText('never wanted')).toBeVisible();
    await other.officer.decline();
    expect(existsSync(answer)).toBe(false);

    // The picture, as a file that is looked at: a no, without a reason.
    await other.officer.answerOpenDialog(`${request}.qr.png`);
    await other.page.getByRole('button', { name: 'Choose a file…' }).click();
    await other.page.getByRole('button', { name: 'Answer it…' }).click();
    await other.officer.answerSaveDialog(path.join(desk.folder, 'no.json'));
    await other.officer.confirm({}, 'no');
    await expect(other.page.getByText('You refused it: no.json')).toBeVisible();
    await desk.officer.answerOpenDialog(path.join(desk.folder, 'no.json'));
    await dialog.getByRole('button', { name: 'Take the answer…' }).click();
    await expect(desk.page.getByText(/The second officer refused/)).toBeVisible();

    await other.officer.answerOpenDialog(request);
    await other.officer.answerSaveDialog(answer);
    await fromMenu(other);
    await other.officer.confirm({ Reason: 'as we spoke of it' });
    await expect(other.page.getByText('You approved it: answer.json')).toBeVisible();
    expect(existsSync(`${answer}.qr.png`)).toBe(true);

    await desk.page.keyboard.press('Escape');
    const again = await withdraw(desk);
    await desk.officer.answerOpenDialog(`${answer}.qr.png`);
    await again.getByRole('button', { name: 'Take the answer…' }).click();
    await expect(again.getByText(/^Taken\./)).toBeVisible();
    await again.getByRole('button', { name: /^Withdraw/ }).click();
    await desk.officer.confirm({ Reason: 'never wanted', 'Type the tenant’s name': 'Acme' });
    await expect(again).toBeHidden();
  } finally {
    await other.app.close();
  }
});

const ownDevice = ({ page }: Desk): Promise<string> =>
  page.evaluate(async () => {
    const shown = await window.custodian?.calls['fourEyes.show']({ tenant: 'Acme' });
    return shown?.ok === true && 'value' in shown ? (shown.value.own ?? '') : '';
  });

/** From now on the tenant wants two for a withdrawal. */
async function setUpSecond({ officer, page }: Desk, device: string): Promise<void> {
  await page.evaluate((ada) => void window.custodian?.calls['officer.add'](ada), {
    tenant: 'Acme',
    name: 'Ada',
    device,
  });
  await officer.confirm();
  await page.evaluate(() => void window.custodian?.calls['fourEyes.set']({ tenant: 'Acme', kinds: ['revoke'] }));
  await officer.confirm();
}

/** As far as the refusal for want of a second officer. */
async function withdraw({ officer, page }: Desk): Promise<Locator> {
  await officer.goTo('#/tenant/Acme/keys');
  await officer.ring('default').getByRole('group', { name: 'Next' }).getByRole('link').first().click();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Withdraw/ }).click();
  await officer.confirm({ Reason: 'never wanted', 'Type the tenant’s name': 'Acme' });
  await expect(dialog.getByRole('button', { name: 'Take the answer…' })).toBeVisible();
  return dialog;
}

const fromMenu = ({ app }: Desk): Promise<void> =>
  app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label === 'Answer a &Request…')?.click();
  });

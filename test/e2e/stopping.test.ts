// Stopping, in the real app: what waits for a tenant is let go by the name of its call, what was sent is not, and the window
// does not close over work that runs without asking.
import { expect } from '@playwright/test';
import { test } from './desk.ts';

test('a look is stopped, a push that was sent is waited for, and closing asks', async ({ desk }) => {
  const { app, officer, page } = desk;
  await officer.goTo('#/add');
  await officer.addTenant({ name: 'Acme', domain: 'acme.eu.auth0.com', customDomain: 'id.acme.example' });

  const stopped = await page.evaluate(async () => {
    const calls = window.custodian?.calls;
    const look = calls?.['publish.preview']({ tenant: 'Acme' }, 'a-look');
    await calls?.['work.cancel']({ call: 'another' });
    await calls?.['work.cancel']({ call: 'a-look' });
    return look;
  });
  expect(stopped).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });

  await page.evaluate(() => window.custodian?.calls['sandbox.rehearse']({ trouble: 'slow' }));
  await officer.goTo('#/tenant/Acme/publish');
  await page.getByRole('button', { name: /^Push to Acme/ }).click();
  await expect(page.getByText('It was sent and cannot be undone. Waiting for the outcome.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel the push' })).toBeDisabled();
  await expect(page.getByText(/^Published and read back/)).toBeVisible({ timeout: 30_000 });

  // The question is the desktop's own, so its answer is given in its place.
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { asked: 0 });
    dialog.showMessageBoxSync = () => {
      Object.assign(dialog, { asked: 1 });
      return 0;
    };
  });
  await page.evaluate(() => {
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { once: true });
  });
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.getParentWindow() === null)
      ?.close(),
  );
  await expect.poll(() => app.evaluate(({ dialog }) => Reflect.get(dialog, 'asked') as unknown)).toBe(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

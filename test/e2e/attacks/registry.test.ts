// Somebody edits registry.db while the window is closed: the next window says so over every screen, does nothing that
// matters, and goes on only when an officer accepts what differs, in the window that confirms.
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from '@playwright/test';
import { launchApp } from '../../../build/launch-app.mjs';
import { Officer } from '../../../build/officer.mjs';
import { ACME, openDesk, ownSession, SCREENSHOTS, test } from '../desk.ts';

test('a registry that was edited outside acts only after an officer accepted what differs', async () => {
  const desk = await openDesk();
  await desk.officer.addTenant({ ...ACME, environment: 'Production' });
  await desk.app.close();

  const database = new DatabaseSync(path.join(desk.dataDir, 'registry.db'));
  database.exec("UPDATE keys SET published_at = '2020-01-01T00:00:00.000Z', announced_at = '2020-01-01T00:00:00.000Z'");
  database.close();

  const session = ownSession();
  const app = await launchApp({ session, dataDir: desk.dataDir });
  try {
    const officer = await Officer.at(app);
    const { page } = officer;
    const alarm = page.getByRole('alert').filter({ hasText: 'nothing is published, signed, rotated or handed out' });
    const rotate = () =>
      page.evaluate(() => {
        const bridge = Reflect.get(window, 'custodian') as {
          calls: Record<string, (args: object) => Promise<{ ok: boolean; error?: { code: string } }>>;
        };
        return bridge.calls['ring.add']?.({ tenant: 'Acme', name: 'ec', alg: 'ES256' });
      });
    await expect(alarm).toContainText('changed outside');
    await page.screenshot({ path: path.join(SCREENSHOTS, 'registry-alarm.png') });
    expect(await rotate()).toMatchObject({ ok: false, error: { code: 'REGISTRY_ALTERED' } });

    await alarm.getByRole('button', { name: 'Look at what differs…' }).click();
    await officer.decline();
    await expect(alarm).toBeVisible();

    await alarm.getByRole('button', { name: 'Look at what differs…' }).click();
    const asked = await officer.question();
    await expect(asked.getByText(/of “Acme” in the table keys was changed/).first()).toBeVisible();
    await asked.screenshot({ path: path.join(SCREENSHOTS, 'registry-accept.png') });
    await officer.confirm({ Reason: 'I put the dates right by hand' });
    await expect(alarm).toBeHidden();
    expect(await rotate()).toMatchObject({ ok: true });
  } finally {
    await app.close();
  }
});

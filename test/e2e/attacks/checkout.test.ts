// The window says what it is: a checkout with data of its own, which leaves an installed Key Custodian alone.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ambientSession } from '../../../build/desktop-session.mjs';
import { launchApp } from '../../../build/launch-app.mjs';
import { test } from '../desk.ts';

test('says in the rail and in the settings that it is a checkout', async ({ desk: { officer } }) => {
  await expect(officer.page.getByRole('contentinfo').getByText('Checkout')).toBeVisible();
  await officer.goTo('#/settings');
  await expect(officer.page.getByText('A checkout of the sources, to develop and to rehearse with')).toBeVisible();
  await expect(officer.page.getByText(/An installed Key Custodian is not touched/)).toBeVisible();
});

test('opens no window on the data of the installed product', async () => {
  const session = ambientSession();
  if (session === undefined) {
    throw new Error('run these tests with: npm run test:e2e');
  }
  const data = session.folder('installed');
  const product = path.join(data, 'key-custodian');
  mkdirSync(product);
  writeFileSync(path.join(product, 'registry.db'), 'as it was');
  const app = await launchApp({
    session,
    dataDir: product,
    // The driver wants a folder that exists; the program keeps its own beside its data.
    env: { XDG_DATA_HOME: data },
  });
  // The native box holds the main process until a person closes it; what is asked of it is answered only without one.
  const answered = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length).catch(() => 0);
  const closed = new Promise((resolve) => app.process().once('exit', resolve));
  app.process().kill();
  await closed;
  expect(await answered).toBe(0);
  expect(readdirSync(product).filter((name) => name !== 'electron')).toEqual(['registry.db']);
});

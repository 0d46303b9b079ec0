// The window says what it is: a checkout with data of its own, which leaves an installed Key Custodian alone.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { startBackground, stopAll } from '../../../build/linux-session/background.mjs';
import { runtimeFor, stagedApp } from '../../../build/launch-app.mjs';
import { ownSession, test } from '../desk.ts';

test('says in the rail and in the settings that it is a checkout', async ({ desk: { officer } }) => {
  await expect(officer.page.getByRole('complementary').getByText('Checkout', { exact: true })).toBeVisible();
  await officer.goTo('#/settings');
  await expect(officer.page.getByText('A checkout of the sources, to develop and to rehearse with')).toBeVisible();
  await expect(officer.page.getByText(/An installed Key Custodian is not touched/)).toBeVisible();
});

test('opens no window on the data of the installed product', async () => {
  const session = ownSession();
  const data = session.folder('installed');
  const product = path.join(data, 'key-custodian');
  mkdirSync(product);
  writeFileSync(path.join(product, 'registry.db'), 'as it was');
  // Without the driver, which cannot let go of a program that waits for a person.
  const app = startBackground(
    await runtimeFor(session),
    ['--disable-gpu', '--disable-logging', stagedApp(), `--data-dir=${product}`],
    { env: { ...session.env, XDG_DATA_HOME: data }, user: session.user, cwd: data },
  );
  try {
    await expect.poll(() => app.complaints()).toContain('These are the data of the installed Key Custodian');
    expect(readdirSync(product)).toEqual(['registry.db']);
    expect(readFileSync(path.join(product, 'registry.db'), 'utf8')).toBe('as it was');
  } finally {
    await stopAll([app]);
  }
});

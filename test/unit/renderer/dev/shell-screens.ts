// The screens of the app itself, for look.test.ts: settings, rehearsed trouble, backup.
import type { Page } from '@playwright/test';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

const showTrouble = (page: Page) =>
  page.getByRole('heading', { name: 'Simulate failures' }).evaluate((heading) => heading.scrollIntoView());

async function armTrouble(page: Page): Promise<void> {
  await press('Arm')(page);
  await page
    .locator('.trouble-rehearsal')
    .getByText(/^Armed:/)
    .waitFor();
  await showTrouble(page);
}

const toTheEnd = (page: Page) => page.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));

export const SHELL_SCREENS: readonly Screen[] = [
  { name: 'settings', hash: '#/settings' },
  { name: 'settings-trouble', hash: '#/settings', act: showTrouble },
  { name: 'settings-armed', hash: '#/settings', act: armTrouble },
  { name: 'settings-end', hash: '#/settings', act: toTheEnd },
  { name: 'backup', hash: '#/backup', scene: 'crowded' },
  { name: 'backup-end', hash: '#/backup', scene: 'crowded', act: toTheEnd },
  { name: 'backup-empty', hash: '#/backup', scene: 'empty' },
];

// The screens of the whole fleet, for look.test.ts: bulk work, and the same in German.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

/** In the dialog, whose verb stands on a button behind it too. */
const confirm = (page: Page, verb: string) =>
  page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();

const selectShown = (page: Page) => page.locator('.bulk-bar input[type="checkbox"]').check();

async function planned(page: Page, { desk }: DeskWindow): Promise<void> {
  await desk.custodian.rotateRing({ tenant: 'Northwind Bank', override: 'a scene of a test' });
  await selectShown(page);
  await press('Preview and push…')(page);
  await confirm(page, 'Preview');
  await page.getByRole('button', { name: /^Push 2 sets/ }).waitFor();
}

export const FLEET_SCREENS: readonly Screen[] = [
  { name: 'bulk-selected', scene: 'crowded', act: selectShown },
  { name: 'bulk-planned', act: planned },
  {
    name: 'bulk-busy',
    scene: 'crowded',
    delay: 1500,
    act: async (page) => {
      await selectShown(page);
      await press('Check for drift')(page);
      await confirm(page, 'Check');
      await page.getByText(/^2 of 12/).waitFor();
    },
  },
  {
    name: 'bulk-aside',
    scene: 'crowded',
    delay: 1500,
    act: async (page) => {
      await selectShown(page);
      await press('Check for drift')(page);
      await confirm(page, 'Check');
      await page.getByText(/^2 of 12/).waitFor();
      await page.getByRole('button', { name: 'Go on in the background' }).click();
      await page.evaluate(() => {
        window.location.hash = '#/audit';
      });
      await page.getByRole('heading', { name: 'Audit', exact: true }).waitFor();
    },
  },
  {
    name: 'preview-waiting',
    hash: '#/tenant/rehearsal/publish',
    delay: 8000,
    act: (page) => page.getByRole('button', { name: 'Cancel reading' }).waitFor(),
  },
  {
    name: 'preview-stopped',
    hash: '#/tenant/rehearsal/publish',
    delay: 1500,
    act: press('Cancel reading'),
  },
  {
    name: 'push-sent',
    hash: '#/tenant/rehearsal/publish',
    act: async (page, window) => {
      const push = window.hold('publish.push');
      await press(/^Push to/)(page);
      await page.getByRole('button', { name: 'Cancel the push' }).waitFor();
      window.emit('sending', { call: push.calls[0] ?? '' });
      await page.getByText(/^It was sent and cannot/).waitFor();
    },
  },
  {
    name: 'first-steps',
    scene: 'empty',
    act: async (page) => {
      await press('Try it on the sandbox')(page);
      await page.getByRole('heading', { name: 'Key rings' }).waitFor();
      await page.evaluate(() => {
        window.location.hash = '#/';
      });
      await page.getByRole('region', { name: 'First steps' }).waitFor();
    },
  },
  {
    name: 'due-tables',
    hash: '#/due',
    scene: 'crowded',
    act: async (page) => {
      await page.getByText('The same as a table').first().click();
      await page.getByText('The same as a table').last().click();
      await page.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
    },
  },
];

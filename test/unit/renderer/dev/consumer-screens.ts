// The screens of the register of consumers, for look.test.ts.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

const bank = { scene: 'register', hash: '#/tenant/Northwind%20Bank/consumers' } as const;

async function revokeLater(page: Page, window: DeskWindow): Promise<void> {
  window.later(40 * 86_400);
  await page.getByRole('button', { name: 'Not safe to revoke: consumers have not confirmed' }).waitFor();
  await page
    .locator('.key-card[data-state="previous"]')
    .getByRole('button', { name: /^Revoke…/ })
    .click();
  await page.getByText('Still to confirm: ').waitFor();
}

const showSteps = (page: Page) => page.getByRole('button', { name: 'All have removed it…' }).scrollIntoViewIfNeeded();

async function unfoldRevoked(page: Page): Promise<void> {
  const folded = page.getByRole('button', { name: /^Removed\?/ }).last();
  await folded.click();
  await folded.scrollIntoViewIfNeeded();
}

export const CONSUMER_SCREENS: readonly Screen[] = [
  { name: 'consumers-empty', hash: '#/tenant/acme/consumers' },
  { name: 'consumers', ...bank },
  { name: 'consumers-unfolded', ...bank, act: unfoldRevoked },
  { name: 'consumer-add', hash: '#/tenant/Northwind%20Bank/consumers', act: press('Register a consumer…') },
  { name: 'consumer-edit', ...bank, act: press('Edit… API gateway') },
  { name: 'consumer-remove', ...bank, act: press('Remove… Card terminals') },
  { name: 'consumer-confirm', ...bank, act: press(/^Confirm… Customer portal/) },
  { name: 'consumers-revoke', scene: 'register', hash: '#/tenant/Northwind%20Bank', act: revokeLater },
  { name: 'consumers-plan', scene: 'register', hash: '#/tenant/Northwind%20Bank/plan/default', act: showSteps },
];

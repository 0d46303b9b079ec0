// The screens of rings, their keys, and what is exported of them.
import type { Page } from '@playwright/test';
import { acme, rehearsal } from './places.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

const northwind = '#/tenant/Northwind%20Bank';

const inCard = (page: Page, state: string) => page.locator(`.key-card[data-state="${state}"]`).first();

const exportCurrent = (page: Page) =>
  inCard(page, 'current')
    .getByRole('link', { name: /Export/ })
    .click();

export const KEY_SCREENS: readonly Screen[] = [
  { name: 'keys', hash: acme },
  { name: 'keys-fresh', hash: rehearsal },
  { name: 'keys-production', hash: northwind },
  { name: 'keys-missing', hash: '#/tenant/nobody' },
  { name: 'rotate', hash: northwind, act: press('Rotate… ring default') },
  { name: 'rotate-unpublished', hash: rehearsal, act: press('Rotate… ring default') },
  { name: 'generate', hash: rehearsal, act: press('Generate next') },
  { name: 'import', hash: acme, act: press('Import…') },
  {
    name: 'revoke',
    hash: northwind,
    act: (page) =>
      inCard(page, 'previous')
        .getByRole('button', { name: /Revoke/ })
        .click(),
  },
  { name: 'add-ring', hash: acme, act: press('Add ring') },
  { name: 'key', hash: acme, act: (page) => inCard(page, 'previous').getByRole('link').first().click() },
  { name: 'key-revoked', hash: acme, act: (page) => inCard(page, 'revoked').getByRole('link').first().click() },
  { name: 'export', hash: acme, act: exportCurrent },
  {
    name: 'export-recipe',
    hash: acme,
    act: async (page) => {
      await exportCurrent(page);
      await page.getByRole('link', { name: 'API gateway (Kong, nginx)' }).click();
      await page.getByRole('status').getByText('API gateway').waitFor();
    },
  },
  {
    name: 'export-saved',
    hash: acme,
    act: async (page) => {
      await exportCurrent(page);
      await page.getByRole('link', { name: /Certificate, DER/ }).click();
      await press('Save…')(page);
    },
  },
];

// The screens of a ring in motion, for look.test.ts: clocks, guarded acts, the emergency, plans and settings.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

const waiting = { scene: 'waiting', hash: '#/tenant/acme' } as const;
const bank = { scene: 'waiting', hash: '#/tenant/Northwind%20Bank' } as const;

const contoso = { scene: 'contoso', hash: '#/tenant/Contoso/settings' } as const;
const ownKeys = { scene: 'own-keys', hash: '#/tenant/Northwind%20Bank/own-keys' } as const;

async function inMenu(page: Page, item: RegExp): Promise<void> {
  await press('More for ring default')(page);
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
}

const openTimeline = (look: 'Line' | 'Table') => async (page: Page) => {
  await press(/^Time line/)(page);
  await page.getByText(look, { exact: true }).click();
  await page.getByRole('button', { name: /^Time line/ }).scrollIntoViewIfNeeded();
};

const explainClock = (state: string) => async (page: Page) => {
  const card = page.locator(`.key-card[data-state="${state}"]`).first();
  await card.locator('.key-clock').click();
  await page.getByRole('dialog').waitFor();
};

const revokePrevious = (page: Page) =>
  page
    .locator('.key-card[data-state="previous"]')
    .first()
    .getByRole('button', { name: /^Revoke…/ })
    .click();

async function rotateEarly(page: Page): Promise<void> {
  await press('Rotate… ring default')(page);
  await press('Go ahead early…')(page);
  await page.getByLabel(/^Why go ahead early/).fill('drill of the night shift');
}

async function emergency(page: Page): Promise<void> {
  await inMenu(page, /Emergency/);
  await page.getByRole('heading', { name: '12 hours' }).waitFor();
}

async function emergencyDone(page: Page): Promise<void> {
  await emergency(page);
  await page.getByLabel(/^Reason/).fill('found in a build log');
  await page.getByLabel(/^Type the/).fill('acme');
  await press('Rotate and revoke now')(page);
  await page.getByText('1. Push now').waitFor();
}

/** The plan of the quick development tenant, up to its first wait. */
async function runPlan(page: Page): Promise<void> {
  await press('Run due steps')(page);
  await page
    .getByText(/Ready to sign/)
    .first()
    .waitFor();
}

/** Time jumps over the waits. */
async function runPlanToItsEnd(page: Page, window: DeskWindow): Promise<void> {
  for (let run = 0; run < 2; run += 1) {
    await press('Run due steps')(page);
    await page.getByRole('button', { name: /^(Nothing is due|Plan the next rotation)$/ }).waitFor();
    window.later(600);
    if (run < 1) {
      await page.getByRole('button', { name: 'Run due steps' }).waitFor();
    }
  }
  await page.getByLabel(/^Why is it revoked/).fill('its last token ended');
  await press(/^Revoke .+ now$/)(page);
  await page.getByRole('button', { name: 'Plan the next rotation' }).waitFor();
}

async function refusePlan(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Rotate first/ }).click();
  await press('Run due steps')(page);
  await press('Go ahead without a rehearsal…')(page);
}

export const RING_SCREENS: readonly Screen[] = [
  { name: 'clocks', ...waiting },
  { name: 'clocks-production', ...bank },
  { name: 'clock-next', ...waiting, act: explainClock('next') },
  { name: 'clock-revoked', ...waiting, act: explainClock('revoked') },
  { name: 'time-line', ...waiting, act: openTimeline('Line') },
  { name: 'time-table', ...waiting, act: openTimeline('Table') },
  { name: 'rotate-waiting', ...waiting, act: press('Rotate… ring default') },
  { name: 'rotate-early', ...waiting, act: rotateEarly },
  { name: 'revoke-waiting', ...bank, act: revokePrevious },
  { name: 'ring-menu', hash: '#/tenant/rehearsal', act: press('More for ring default') },
  { name: 'emergency', hash: '#/tenant/Northwind%20Bank', act: emergency },
  { name: 'emergency-done', hash: '#/tenant/acme', act: emergencyDone },
  {
    name: 'abort',
    hash: '#/tenant/rehearsal',
    act: async (page) => {
      await press('Rotate… ring default')(page);
      await page.getByRole('checkbox').check();
      await press('Rotate now')(page);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await inMenu(page, /Take the last rotation back/);
    },
  },
  { name: 'destroy', ...waiting, hash: '#/tenant/acme', act: press(/^Erase…/) },
  { name: 'plan', hash: '#/tenant/Northwind%20Bank/plan/default' },
  { name: 'plan-sets', hash: '#/tenant/rehearsal/plan/default', act: (page) => page.getByRole('switch').check() },
  { name: 'plan-waiting', hash: '#/tenant/rehearsal/plan/default', act: runPlan },
  { name: 'plan-done', hash: '#/tenant/rehearsal/plan/default', act: runPlanToItsEnd },
  { name: 'plan-unrehearsed', hash: '#/tenant/Northwind%20Bank/plan/open-banking/rotate-first', act: refusePlan },
  { name: 'plan-missing', hash: '#/tenant/acme/plan/nothing' },
  { name: 'tenant-settings', ...contoso },
  {
    name: 'credentials',
    ...contoso,
    act: async (page, { desk }) => {
      await press('Set token…')(page);
      await page.getByText('A token').waitFor();
      await desk.custodian.editTenant({ tenant: 'Contoso', apiBaseUrl: 'https://latter.example/api/v2' });
      await page.getByText(/^The address of the tenant changed/).waitFor();
    },
  },
  {
    name: 'credentials-dialog',
    ...contoso,
    act: async (page) => {
      await press('Use a key in custody…')(page);
      await page.getByRole('textbox', { name: /^Client id/ }).fill('kc-officer');
    },
  },
  { name: 'own-keys', ...ownKeys },
  {
    name: 'own-keys-rotate',
    ...ownKeys,
    act: async (page) => {
      await page.getByText(/rotations in 24 hours left/).waitFor();
      await press('Rotate…')(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'own-keys-export',
    ...ownKeys,
    act: async (page) => {
      await press(/^Export… /)(page);
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'tenant-settings-sandbox', hash: '#/tenant/rehearsal/settings' },
];

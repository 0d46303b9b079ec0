// The screens that look.test.ts visits: where each is, and what to do there first.
import type { Page } from '@playwright/test';
import type { Scene } from '../fake-world.ts';
import { CONSUMER_SCREENS } from './consumer-screens.ts';
import { FLEET_SCREENS } from './fleet-screens.ts';
import { HAND_OVER_SCREENS } from './hand-over-screens.ts';
import { press } from './press.ts';
import { OFFLINE_SCREENS } from './offline-screens.ts';
import { RING_SCREENS } from './ring-screens.ts';
import { SHELL_SCREENS } from './shell-screens.ts';

export interface Screen {
  name: string;
  scene?: Scene;
  /** How long every answer takes, in milliseconds. */
  delay?: number;
  hash?: string;
  act?: (page: Page) => Promise<void>;
}

const acme = '#/tenant/acme';
const rehearsal = '#/tenant/rehearsal';
const northwind = '#/tenant/Northwind%20Bank';

const inCard = (page: Page, state: string) => page.locator(`.key-card[data-state="${state}"]`).first();

const exportCurrent = (page: Page) =>
  inCard(page, 'current')
    .getByRole('link', { name: /Export/ })
    .click();

async function openDrifted(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { world } = window.fake;
    const tenant = 'Northwind Bank';
    const [first, , third] = world.remote.get(tenant) ?? [];
    const revoked = world.views.find((view) => view.tenant.name === tenant)?.rings[0]?.keys.at(-1);
    if (first && third && revoked) {
      world.remote.set(tenant, [
        { ...first, altered: true },
        third,
        { kid: revoked.kid },
        { kid: 'GhpK3v_unknownIssuer-2026' },
      ]);
    }
    window.location.hash = '#/tenant/Northwind%20Bank/publish';
  });
  await page.getByText('Altered', { exact: true }).waitFor();
}

/** Somebody else has changed the set of acme, and a look found it. */
function drift(name: string) {
  return async (page: Page): Promise<void> => {
    await page.evaluate(() => {
      const view = window.fake.world.views.find(({ tenant }) => tenant.name === 'acme');
      if (view) {
        view.drift = {
          tenant: 'acme',
          at: new Date().toISOString(),
          state: 'drifted',
          findings: [
            { kind: 'foreign', kid: 'k7Q2-unknown-origin' },
            { kind: 'missing', kid: 'previous-2025' },
          ],
          unreadable: null,
          unseen: null,
          jwksUrl: null,
        };
      }
      window.fake.emit('changed', { action: 'drift.seen' });
    });
    await page
      .getByText(/^Alarm/)
      .first()
      .waitFor();
    await (name.startsWith('publish') ? toTheEnd(page) : undefined);
  };
}

async function push(page: Page): Promise<void> {
  await press('Push to rehearsal')(page);
  await page.getByRole('button', { name: 'Roll back to the set before…' }).scrollIntoViewIfNeeded();
}

async function pushAndProve(page: Page): Promise<void> {
  await push(page);
  await prove('Proven')(page);
}

async function bringBack(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Bring this set back/ })
    .last()
    .click();
  await page.getByText(/was revoked here/).waitFor();
}

async function giveReason(page: Page): Promise<void> {
  await bringBack(page);
  await page.getByLabel(/^Why must 1 revoked key/).fill('the old verifier needs it tonight');
}

async function clearDrifted(page: Page): Promise<void> {
  await openDrifted(page);
  await press('More for the published set')(page);
  await page.getByRole('menuitem', { name: 'Take everything down…' }).click();
  await page.getByLabel(/^Type the tenant’s name/).fill('Northwind Bank');
}

const toTheEnd = (page: Page) => page.locator('main').evaluate((main) => main.scrollTo({ top: main.scrollHeight }));

function prove(verdict: string) {
  return async (page: Page): Promise<void> => {
    await press('Prove from outside')(page);
    await page.getByText(verdict, { exact: true }).waitFor();
    await toTheEnd(page);
  };
}

function readToken(token: string) {
  return async (page: Page): Promise<void> => {
    await page.getByLabel('Token', { exact: true }).fill(token);
    await press('Read token')(page);
    await page.getByRole('table', { name: 'Claims' }).waitFor();
  };
}

async function readAndSign(page: Page): Promise<void> {
  await readToken('eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhdXRoMCJ9.c2ln')(page);
  await press('Edit these claims')(page);
  await press('Sign token')(page);
  await page.getByRole('region', { name: 'Signed token' }).waitFor();
}

const waitsShown = (page: Page) => page.getByRole('heading', { name: /^Ready to sign after/ }).waitFor();

const hoverFile = (page: Page) =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'unknown.cer'));
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer }));
  });

export const SCREENS: readonly Screen[] = [
  ...RING_SCREENS,
  ...HAND_OVER_SCREENS,
  ...CONSUMER_SCREENS,
  ...OFFLINE_SCREENS,
  ...FLEET_SCREENS,
  { name: 'welcome', scene: 'empty' },
  {
    name: 'sandbox-away',
    act: async (page) => {
      await page.evaluate(() => {
        window.fake.world.sandboxRunning = false;
        window.fake.failNext('publish.preview', {
          code: 'REMOTE_UNREACHABLE',
          facts: { host: '127.0.0.1:4180', detail: 'ECONNREFUSED' },
        });
        window.location.hash = '#/tenant/rehearsal/publish';
      });
      await page.getByText('The sandbox does not run.').waitFor();
    },
  },
  { name: 'overview' },
  { name: 'overview-crowded', scene: 'crowded' },
  { name: 'add-tenant', hash: '#/add', scene: 'empty' },
  { name: 'add-tenant-errors', hash: '#/add', act: press('Add tenant') },
  { name: 'add-tenant-auth0', hash: '#/add', act: (page) => page.getByRole('radio', { name: /^Auth0/ }).click() },
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
  { name: 'publish', hash: `${rehearsal}/publish` },
  { name: 'publish-current', hash: `${acme}/publish` },
  { name: 'publish-drift', hash: '#/audit', act: openDrifted },
  { name: 'publish-done', hash: `${rehearsal}/publish`, act: pushAndProve },
  { name: 'publish-pushed', hash: `${rehearsal}/publish`, act: push },
  {
    name: 'publish-busy',
    hash: `${rehearsal}/publish`,
    delay: 1500,
    act: async (page) => {
      await press('Push to rehearsal')(page);
      await page.getByText('Reading it back').waitFor();
      await toTheEnd(page);
    },
  },
  { name: 'publish-watch', hash: `${acme}/publish`, act: drift('publish-watch') },
  { name: 'overview-alarm', act: drift('overview-alarm') },
  { name: 'keys-alarm', hash: acme, act: drift('keys-alarm') },
  { name: 'publish-failed-proof', hash: `${rehearsal}/publish`, act: prove('Not proven') },
  ...SHELL_SCREENS,
  { name: 'publish-history', hash: `${acme}/publish`, act: toTheEnd },
  { name: 'publish-rollback', hash: `${acme}/publish`, act: bringBack },
  { name: 'publish-rollback-reason', hash: `${acme}/publish`, act: giveReason },
  { name: 'publish-clear', hash: '#/audit', act: clearDrifted },
  { name: 'audit', hash: '#/audit', scene: 'crowded' },
  {
    name: 'audit-verified',
    hash: '#/audit',
    act: async (page) => {
      await press('Verify the chain')(page);
      await press('Details of entry 14')(page);
    },
  },
  { name: 'audit-empty', hash: '#/audit', scene: 'empty' },
  { name: 'overview-fleet', scene: 'fleet' },
  { name: 'inspect', hash: '#/inspect' },
  {
    name: 'inspect-file',
    hash: '#/inspect',
    act: async (page) => {
      await press('Choose a file…')(page);
      await press('Open with passphrase…')(page);
      await page.getByText('partner signing 2024').waitFor();
    },
  },
  { name: 'inspect-drop', hash: acme, act: hoverFile },
  {
    name: 'inspect-import',
    hash: '#/inspect',
    act: async (page) => {
      await press('Choose a file…')(page);
      await press('Import into…')(page);
      await page.getByLabel('Tenant', { exact: true }).selectOption('acme');
      await page.getByLabel('Ring', { exact: true }).waitFor();
    },
  },
  { name: 'bench', hash: `${acme}/bench` },
  { name: 'bench-read', hash: `${acme}/bench`, act: readAndSign },
  { name: 'bench-stranger', hash: `${acme}/bench`, act: readToken('eyJhbGciOiJub25lIn0.stranger.expired') },
  { name: 'due', hash: '#/due', scene: 'crowded' },
  { name: 'due-empty', hash: '#/due', scene: 'empty' },
  { name: 'policies', hash: '#/policies' },
  { name: 'policies-empty', hash: '#/policies', scene: 'empty' },
  { name: 'policy-new', hash: '#/policies/new', act: waitsShown },
  { name: 'policy-edit', hash: '#/policies/named/Devices%20in%20the%20field', act: waitsShown },
  {
    name: 'palette',
    hash: acme,
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('north');
      await page
        .getByRole('option', { name: /Northwind Bank/ })
        .first()
        .waitFor();
    },
  },
  { name: 'shortcuts', hash: acme, act: (page) => page.keyboard.press('?') },
];

// The screens of a tenant's published set, and of what the watch found there.
import type { Page } from '@playwright/test';
import { acme, rehearsal } from './places.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

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
          keptForeign: [],
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

export const PUBLISH_SCREENS: readonly Screen[] = [
  {
    name: 'sandbox-away',
    act: async (page) => {
      await page.evaluate(() => {
        window.fake.world.sandboxRunning = false;
        window.fake.failNext('publish.preview', {
          code: 'REMOTE_UNREACHABLE',
          facts: { host: '127.0.0.1:4180', detail: { code: 'refused' } },
        });
        window.location.hash = '#/tenant/rehearsal/publish';
      });
      await page.getByText('The sandbox does not run.').waitFor();
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
  { name: 'publish-history', hash: `${acme}/publish`, act: toTheEnd },
  { name: 'publish-rollback', hash: `${acme}/publish`, act: bringBack },
  { name: 'publish-rollback-reason', hash: `${acme}/publish`, act: giveReason },
  { name: 'publish-clear', hash: '#/audit', act: clearDrifted },
];

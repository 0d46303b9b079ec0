// The screens of a tenant's published set, and of what the watch found there.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import { changeElsewhere, foreignKey } from '../../../support/remote-set.ts';
import { acme, rehearsal } from './places.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

const bank = 'Northwind Bank';

async function openDrifted(page: Page, { desk }: DeskWindow): Promise<void> {
  const revoked = desk.custodian
    .showTenant({ tenant: bank })
    .rings.flatMap(({ keys }) => keys)
    .find(({ state }) => state === 'revoked');
  await changeElsewhere(desk, bank, ([first, , ...others]) => [
    foreignKey(String(first?.['kid'])),
    ...others,
    { ...revoked?.jwk },
    foreignKey('GhpK3v_unknownIssuer-2026'),
  ]);
  await page.evaluate(() => {
    window.location.hash = '#/tenant/Northwind%20Bank/publish';
  });
  await page.getByText('Altered', { exact: true }).waitFor();
}

/** Somebody else has changed the set of acme, and a look found it. */
async function drift(page: Page, { desk }: DeskWindow): Promise<void> {
  await changeElsewhere(desk, 'acme', (keys) => [...keys.slice(0, -1), foreignKey('k7Q2-unknown-origin')]);
  await desk.custodian.lookForDrift({ tenant: 'acme' });
  await page
    .getByText(/^Alarm/)
    .first()
    .waitFor();
}

async function push(page: Page): Promise<void> {
  await press('Push to rehearsal')(page);
  await page.getByRole('button', { name: 'Roll back to previous set…' }).scrollIntoViewIfNeeded();
}

async function pushAndProve(page: Page): Promise<void> {
  await push(page);
  await prove('Proven')(page);
}

async function restore(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Bring this set back/ })
    .nth(1)
    .click();
  await page.getByText(/was revoked here/).waitFor();
}

async function giveReason(page: Page): Promise<void> {
  await restore(page);
  await page.getByLabel(/^Why must 1 revoked key/).fill('the old verifier needs it tonight');
}

async function clearDrifted(page: Page, desk: DeskWindow): Promise<void> {
  await openDrifted(page, desk);
  await press('More for the published set')(page);
  await page.getByRole('menuitem', { name: 'Unpublish all keys…' }).click();
  await page
    .getByText(/asks once more/)
    .first()
    .waitFor();
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
    hash: '#/audit',
    act: async (page, desk) => {
      const facts = { host: '127.0.0.1:4180', detail: { code: 'refused' } } as const;
      desk.failNext('publish.preview', { code: 'REMOTE_UNREACHABLE', facts }, 9);
      await page.evaluate(() => {
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
    act: async (page, { desk }) => {
      await page.getByRole('button', { name: 'Push to rehearsal' }).waitFor();
      // Of the looks of a push the third is the one after it.
      const slow = { kind: 'slow', when: 'before', milliseconds: 9000 } as const;
      desk.faults.set({ ...slow, method: 'GET', path: '/api/v2/keys/custom-signing', skip: 2 });
      await press('Push to rehearsal')(page);
      await page.getByText(/reading back/i).waitFor();
      await toTheEnd(page);
    },
  },
  { name: 'publish-watch', hash: `${acme}/publish`, act: (page, desk) => drift(page, desk).then(() => toTheEnd(page)) },
  { name: 'overview-alarm', act: drift },
  { name: 'keys-alarm', hash: acme, act: drift },
  { name: 'publish-failed-proof', hash: `${rehearsal}/publish`, act: prove('Not proven') },
  { name: 'publish-history', hash: `${acme}/publish`, act: toTheEnd },
  { name: 'publish-rollback', hash: `${acme}/publish`, act: restore },
  { name: 'publish-rollback-reason', hash: `${acme}/publish`, act: giveReason },
  { name: 'publish-clear', hash: '#/audit', act: clearDrifted },
];

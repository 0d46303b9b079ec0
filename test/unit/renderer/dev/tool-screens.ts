// The screens beside the tenants: files, tokens, the audit chain, what is due, policies.
import type { Page } from '@playwright/test';
import type { DeskWindow } from '../../../support/desk-window.ts';
import { partnerFile } from '../../../support/partner-file.ts';
import { acme } from './places.ts';
import { press } from './press.ts';
import type { Screen } from './screen.ts';

/** A token of this tenant, read on the screen of acme. */
function readToken(tenant: string) {
  return async (page: Page, { desk }: DeskWindow): Promise<void> => {
    const { jws: token } = await desk.custodian.signToken({ tenant, claims: { sub: 'auth0|5f7c8ec7c33c' }, ttl: 300 });
    await page.getByLabel('Token', { exact: true }).fill(token);
    await press('Read token')(page);
    await page.getByRole('table', { name: 'Claims' }).waitFor();
  };
}

async function readAndSign(page: Page, window: DeskWindow): Promise<void> {
  await readToken('acme')(page, window);
  await press('Edit these claims')(page);
  await press('Sign token')(page);
  await page.getByRole('region', { name: 'Signed token' }).waitFor();
}

async function choosePartnerFile(page: Page, { desk, officer }: DeskWindow): Promise<void> {
  officer.file = await partnerFile(desk, 'acme', officer.secret ?? '');
  await press('Choose a file…')(page);
}

const waitsShown = (page: Page) => page.getByRole('heading', { name: /^Ready to sign after/ }).waitFor();

const hoverFile = (page: Page) =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'unknown.cer'));
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer }));
  });

export const TOOL_SCREENS: readonly Screen[] = [
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
  { name: 'inspect', hash: '#/inspect' },
  {
    name: 'inspect-file',
    hash: '#/inspect',
    act: async (page, window) => {
      await choosePartnerFile(page, window);
      await press('Open with passphrase…')(page);
      await page
        .getByRole('heading', { name: /Private key/ })
        .first()
        .waitFor();
    },
  },
  { name: 'inspect-drop', hash: acme, act: hoverFile },
  {
    name: 'inspect-import',
    hash: '#/inspect',
    act: async (page, window) => {
      await choosePartnerFile(page, window);
      await press('Import into…')(page);
      await page.getByLabel('Tenant', { exact: true }).selectOption('acme');
      await page.getByLabel('Ring', { exact: true }).waitFor();
    },
  },
  { name: 'bench', hash: `${acme}/bench` },
  { name: 'bench-read', hash: `${acme}/bench`, act: readAndSign },
  { name: 'bench-stranger', hash: `${acme}/bench`, act: readToken('rehearsal') },
  { name: 'due', hash: '#/due', scene: 'crowded' },
  { name: 'due-empty', hash: '#/due', scene: 'empty' },
  { name: 'policies', hash: '#/policies', scene: 'policies' },
  { name: 'policies-empty', hash: '#/policies', scene: 'empty' },
  { name: 'policy-new', hash: '#/policies/new', act: waitsShown },
  { name: 'policy-edit', scene: 'policies', hash: '#/policies/named/Devices%20in%20the%20field', act: waitsShown },
];

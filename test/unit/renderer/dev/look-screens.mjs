// The screens that look.mjs visits: where each is, and what to do there first. `window.fake` is the fake bridge.

const acme = '#/tenant/acme';
const northwind = '#/tenant/Northwind%20Bank';
const KEY = '.key-card[data-state="previous"] .key-card-kid';

const press = (name) => (page) => page.getByRole('button', { name }).first().click();

export const SCREENS = [
  { name: 'welcome', scene: 'empty' },
  { name: 'overview' },
  { name: 'overview-crowded', scene: 'crowded' },
  { name: 'add-tenant', hash: '#/add', scene: 'empty' },
  { name: 'add-tenant-errors', hash: '#/add', act: press('Add tenant') },
  {
    name: 'add-tenant-auth0',
    hash: '#/add',
    act: (page) => page.getByRole('radio', { name: /^Auth0/ }).click(),
  },
  { name: 'keys', hash: acme },
  { name: 'keys-fresh', hash: '#/tenant/rehearsal' },
  { name: 'keys-production', hash: northwind },
  { name: 'keys-missing', hash: '#/tenant/nobody' },
  { name: 'rotate', hash: northwind, act: press('Rotate ring default…') },
  { name: 'rotate-unpublished', hash: '#/tenant/rehearsal', act: press('Rotate ring default…') },
  { name: 'generate', hash: '#/tenant/rehearsal', act: press('Generate the next key') },
  { name: 'import', hash: acme, act: press('Import a key') },
  { name: 'revoke', hash: northwind, act: (page) => page.locator('.key-card[data-state="previous"]').getByRole('button', { name: /Revoke/ }).click() },
  { name: 'add-ring', hash: acme, act: press('Add ring') },
  { name: 'key', hash: acme, act: (page) => page.locator(KEY).first().click() },
  {
    name: 'export',
    hash: acme,
    act: (page) => page.locator('.key-card[data-state="current"]').getByRole('link', { name: /Export/ }).click(),
  },
  {
    name: 'export-saved',
    hash: acme,
    act: async (page) => {
      await page.locator('.key-card[data-state="current"]').getByRole('link', { name: /Export/ }).click();
      await page.getByRole('link', { name: /Certificate, DER/ }).click();
      await page.getByRole('button', { name: 'Save…' }).click();
    },
  },
  { name: 'publish', hash: '#/tenant/rehearsal/publish' },
  { name: 'publish-current', hash: `${acme}/publish` },
  {
    name: 'publish-drift',
    hash: '#/audit',
    act: async (page) => {
      await page.evaluate(() => {
        const { world } = window.fake;
        const [first, , third] = world.remote.get('Northwind Bank');
        const revoked = world.views.find(({ tenant }) => tenant.name === 'Northwind Bank').rings[0].keys.at(-1);
        world.remote.set('Northwind Bank', [{ ...first, altered: true }, third, { kid: revoked.kid }, { kid: 'GhpK3v_unknownIssuer-2026' }]);
        window.location.hash = '#/tenant/Northwind%20Bank/publish';
      });
    },
  },
  {
    name: 'publish-done',
    hash: '#/tenant/rehearsal/publish',
    act: async (page) => {
      await page.getByRole('button', { name: 'Push to rehearsal' }).click();
      await page.getByText('Published and read back').waitFor();
      await page.getByRole('button', { name: 'Prove from outside' }).click();
      await page.getByText('Proven', { exact: true }).waitFor();
      await page.locator('.proof').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'publish-failed-proof',
    hash: '#/tenant/rehearsal/publish',
    act: async (page) => {
      await page.getByRole('button', { name: 'Prove from outside' }).click();
      await page.getByText('Not proven').waitFor();
      await page.locator('.proof').scrollIntoViewIfNeeded();
    },
  },
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
];

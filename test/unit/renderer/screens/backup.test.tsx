import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

test('says first that there is no backup yet, then what is lost and how much depends on this machine', async () => {
  const { bridge } = await openWindow('#/backup');
  expect(await screen.findByText('There is no backup of Key Custodian’s own yet.')).toBeTruthy();
  const held = bridge.world.views
    .flatMap(({ rings }) => rings.flatMap(({ keys }) => keys))
    .filter(({ state }) => state !== 'revoked').length;
  const lost = within(await screen.findByRole('table', { name: 'What is kept where, and what becomes of it' }));
  const row = lost.getByRole('rowheader', { name: `${held} private keys` }).closest('tr');
  expect(row?.textContent).toMatch(/Only in the keychain of this account.*Gone, except those that were handed over/);
});

test('leads to the acts that help today', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  await user.click(await screen.findByRole('link', { name: 'What is lost with this machine' }));
  await screen.findByRole('heading', { level: 1, name: 'Backup' });
  expect((await screen.findByRole('link', { name: 'Keys of acme' })).getAttribute('href')).toBe('#/tenant/acme');
  expect(screen.getByRole('link', { name: 'Everything public of acme' }).getAttribute('href')).toBe(
    '#/tenant/acme/export/jwks',
  );
  await user.click(screen.getByRole('button', { name: 'Show the data folder' }));
  expect(argsOf('app.openFolder')).toEqual([{}]);
  const steps = within(screen.getByRole('region', { name: 'What you can do today' }));
  expect(await steps.findByText('Keychain open')).toBeTruthy();
});

test('names a few of many tenants, and the way to the others', async () => {
  await openWindow('#/backup', 'fleet');
  const [more] = await screen.findAllByRole('link', { name: 'and 994 more tenants in the overview' });
  expect(more?.getAttribute('href')).toBe('#/');
});

test('without a tenant there is nothing to hand over', async () => {
  await openWindow('#/backup', 'empty');
  expect(await screen.findByText(/nothing to hand over/)).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: '0 private keys' })).toBeTruthy();
});

import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { crowded, nothing } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

test('says first that there is no backup yet, then what is lost and how much depends on this machine', async () => {
  const { desk } = await openWindow('#/backup');
  expect(await screen.findByText('There is no backup of Key Custodian’s own yet.')).toBeTruthy();
  const held = desk.custodian
    .listTenants()
    .reduce((sum, { keys }) => sum + keys.next + keys.current + keys.previous, 0);
  const lost = within(await screen.findByRole('table', { name: 'What is kept where, and what happens to it' }));
  const row = lost.getByRole('rowheader', { name: `${held} private keys` }).closest('tr');
  expect(row?.textContent).toMatch(/Only in the keychain of this account.*Gone, except those that were handed over/);
});

test('leads to the acts that help today', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  await user.click(await screen.findByRole('link', { name: 'If you lose this machine' }));
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
  await openWindow('#/backup', crowded);
  const [more] = await screen.findAllByRole('link', { name: 'and 6 more tenants in the overview' });
  expect(more?.getAttribute('href')).toBe('#/');
});

test('without a tenant there is nothing to hand over', async () => {
  await openWindow('#/backup', nothing);
  expect(await screen.findByText(/nothing to hand over/)).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: '0 private keys' })).toBeTruthy();
});

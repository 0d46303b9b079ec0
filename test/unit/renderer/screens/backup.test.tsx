import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { crowded } from '../../../support/desk-scenes.ts';
import { newHolder } from '../../../support/backups.ts';
import { openWindow } from '../render-window.tsx';

const heldIn = ({ custodian }: Awaited<ReturnType<typeof openWindow>>['desk']): number =>
  custodian.listTenants().reduce((sum, { keys }) => sum + keys.next + keys.current + keys.previous, 0);

test('says which keys are in no backup, here and in the rail, and what is lost with this machine', async () => {
  const { desk } = await openWindow('#/backup');
  const held = heldIn(desk);
  expect(await screen.findByText(`${held} keys are in no backup`)).toBeTruthy();
  const rail = await screen.findByRole('link', { name: new RegExp(`${held} keys in no backup`) });
  expect(rail.getAttribute('href')).toBe('#/backup');
  const lost = within(await screen.findByRole('table', { name: 'What is kept where, and what happens to it' }));
  const row = lost.getByRole('rowheader', { name: `${held} private keys` }).closest('tr');
  expect(row?.textContent).toMatch(/and in the backups that you made.*Gone, except those in a backup/);
});

test('makes a backup for a recipient whose file the main process asks for, and says what is in it', async () => {
  const { desk, officer, user, argsOf } = await openWindow('#/backup');
  const { recipient } = await newHolder();
  officer.file = { name: 'alice.txt', bytes: Buffer.from(recipient) };
  await user.click(await screen.findByRole('button', { name: 'Back up for a recipient…' }));
  expect(await screen.findByText('Every key that may leave the keychain is in a backup.')).toBeTruthy();
  expect(screen.getByText(/key-custodian-backup\.age, \d+ private keys/)).toBeTruthy();
  expect(argsOf('backup.create')).toEqual([{ protection: 'recipient' }]);
  const file = readFileSync(path.join(desk.folder, 'key-custodian-backup.age'), 'latin1');
  expect(file).toMatch(/^age-encryption\.org\/v1\n-> X25519 /);
  await waitFor(() => expect(screen.getByRole('link', { name: /A drill is due/ })).toBeTruthy());
});

test('writes nothing when a dialog is closed', async () => {
  const { desk, officer, user } = await openWindow('#/backup');
  officer.secret = null;
  await user.click(await screen.findByRole('button', { name: 'Back up under a passphrase…' }));
  expect(await screen.findByText('Nothing was written: a dialog was closed.')).toBeTruthy();
  expect(existsSync(path.join(desk.folder, 'key-custodian-backup.age'))).toBe(false);
  expect(desk.custodian.backupStatus().last).toBeNull();
});

test('leads to what helps besides', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  await user.click(await screen.findByRole('link', { name: 'If you lose this machine' }));
  await screen.findByRole('heading', { level: 1, name: 'Backup' });
  const everything = await screen.findByRole('link', { name: 'Everything public of acme' });
  expect(everything.getAttribute('href')).toBe('#/tenant/acme/export/jwks');
  await user.click(screen.getByRole('button', { name: 'Show the data folder' }));
  expect(argsOf('app.openFolder')).toEqual([{}]);
});

test('names a few of many tenants, and the way to the others', async () => {
  await openWindow('#/backup', crowded);
  const [more] = await screen.findAllByRole('link', { name: 'and 6 more tenants in the overview' });
  expect(more?.getAttribute('href')).toBe('#/');
});

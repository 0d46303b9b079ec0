// Shares, drill and restore in the window, over real acts: what the page asks for, and what it shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { backUp, type Holder, newHolder } from '../../../support/backups.ts';
import { ACME } from '../../../support/desk.ts';
import { openWindow } from '../render-window.tsx';

type Window = Awaited<ReturnType<typeof openWindow>>;

const FILE = 'key-custodian-backup.age';

async function opensBy({ user }: Window, way: string): Promise<void> {
  await user.selectOptions(await screen.findByRole('combobox', { name: 'It is opened by' }), way);
}

/** The next file that is chosen is the backup, and the one after what opens it. */
function giving({ officer }: Window, file: Uint8Array, { identity }: Holder): void {
  const { dialogs } = officer as unknown as { dialogs: { chooseFile: () => Promise<unknown> } };
  officer.file = { name: 'keys.age', bytes: file };
  dialogs.chooseFile = async () => ({ name: 'me.txt', bytes: Buffer.from(identity) });
}

test('makes a backup for shares: the sheets leave beside the page, and open a drill', async () => {
  const opened = await openWindow('#/backup');
  const { desk, officer, user, argsOf } = opened;
  await user.click(await screen.findByRole('button', { name: 'Back up for shares…' }));
  const dialog = within(await screen.findByRole('dialog'));
  const verb = dialog.getByRole('button', { name: 'Make the backup…' });
  expect(verb.hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByRole('textbox', { name: 'Who gets a share' }));
  await user.paste('Alice\nBob\nCarol');
  await user.click(verb);
  expect(await screen.findByText('Every key that may leave the keychain is in a backup.')).toBeTruthy();
  const shares = { threshold: 2, holders: ['Alice', 'Bob', 'Carol'] };
  expect(argsOf('backup.create')).toEqual([{ protection: 'shares', shares }]);
  const sheets = [...officer.saved].filter(([name]) => name.startsWith('share-'));
  expect(sheets.map(([name]) => name.replace(/-[0-9a-f]{8}/, ''))).toEqual([
    'share-1-alice.html',
    'share-2-bob.html',
    'share-3-carol.html',
  ]);
  expect(document.body.textContent).not.toContain('KCS1-');

  await opensBy(opened, 'shares');
  officer.file = { name: FILE, bytes: readFileSync(path.join(desk.folder, FILE)) };
  officer.shares = sheets.slice(1).map(([, bytes]) => bytes);
  await user.click(screen.getByRole('button', { name: 'Drill a backup…' }));
  expect(await screen.findByText(`The drill passed: ${FILE}`)).toBeTruthy();
  expect(desk.custodian.backupStatus().lastDrill?.outcome).toBe('passed');
  expect(await screen.findAllByLabelText('Done')).toHaveLength(2);
});

test('makes none when a sheet is not taken', async () => {
  const { desk, officer, user } = await openWindow('#/backup');
  officer.takesSheets = false;
  await user.click(await screen.findByRole('button', { name: 'Back up for shares…' }));
  await user.click(await screen.findByRole('textbox', { name: 'Who gets a share' }));
  await user.paste('Alice\nBob');
  await user.click(screen.getByRole('button', { name: 'Make the backup…' }));
  expect(await screen.findByText('Nothing was written: a dialog was closed.')).toBeTruthy();
  expect(desk.custodian.backupStatus().last).toBeNull();
});

test('too few shares: says so, and records no drill', async () => {
  const opened = await openWindow('#/backup');
  const { desk, officer, user } = opened;
  await opensBy(opened, 'shares');
  officer.file = { name: 'keys.age', bytes: Buffer.from('no backup') };
  officer.shares = [Buffer.from('five words of no share')];
  await user.click(screen.getByRole('button', { name: 'Drill a backup…' }));
  expect(await screen.findByText(/There are no words and no code of a share in it/)).toBeTruthy();
  expect(desk.custodian.backupStatus().lastDrill).toBeNull();
});

test('restores after a preview and a yes in the window of the main process, and leads to the proof', async () => {
  const holder = await newHolder();
  const there = await openWindow('#/backup');
  const spare = { ...ACME, name: 'Spare', domain: 'spare.eu.auth0.com', customDomain: 'id.spare.example' };
  await there.desk.custodian.addTenant(spare);
  const { file } = await backUp(there.desk, holder);
  await there.desk.custodian.removeTenant({ tenant: 'Spare' });
  await opensBy(there, 'identity');
  giving(there, file, holder);
  const { user, officer, argsOf } = there;
  await user.click(screen.getByRole('button', { name: 'Look into a backup…' }));
  const table = within(await screen.findByRole('table', { name: /What a restore would do/ }));
  expect(table.getByRole('row', { name: /^Spare New: comes in/ })).toBeTruthy();

  officer.sayNo();
  await user.click(screen.getByRole('button', { name: 'Restore…' }));
  await waitFor(() => expect(officer.asked).toHaveLength(1));
  expect(officer.asked[0]).toMatchObject({
    title: 'Restore this backup?',
    facts: [{}, { mono: true }, { values: ['Spare'] }, {}],
  });
  await there.bridge.quiet();
  expect(there.desk.custodian.listTenants().map(({ tenant }) => tenant.name)).not.toContain('Spare');

  await user.click(screen.getByRole('button', { name: 'Restore…' }));
  expect(await screen.findByText('Restored: 1 tenant')).toBeTruthy();
  expect(await screen.findByText(/The audit chain is whole/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Prove Spare' }).getAttribute('href')).toBe('#/tenant/Spare/publish');
  expect(argsOf('backup.restore')).toHaveLength(2);
  expect(JSON.stringify(there.bridge.made)).not.toContain('AGE-SECRET-KEY');
});

// The lock in the window, over the real acts: by button, key and palette, read-only while it lasts, and unlocked by keyboard.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { secretName } from '../../../../main/ports/secret-name.ts';
import { openWindow } from '../render-window.tsx';

const SECRET = 'correct-horse-battery-staple';

async function openSealed(hash: string) {
  const opened = await openWindow(hash);
  await opened.desk.custodian.vault.setPassphrase(Buffer.from(SECRET));
  opened.bridge.emit('changed', { action: 'vault.passphrase-set' });
  return opened;
}

const rail = () => within(screen.getByRole('complementary'));

it('is offered where production keys lie in the open, and set with the passphrase that the main process asks for', async () => {
  const { user, desk } = await openWindow('#/');
  await user.click(await rail().findByRole('button', { name: 'Set a vault passphrase' }));
  expect(await rail().findByText('Unlocked')).toBeTruthy();
  expect(await desk.custodian.vault.sealState()).toEqual({ stage: 'sealed', locked: false });
});

it('locks by key, says so over everything, and unlocks by keyboard after a slip', async () => {
  const { user, desk, officer } = await openSealed('#/tenant/acme/keys');
  await rail().findByText('Unlocked');
  await user.keyboard('{Control>}l{/Control}');
  const bar = await screen.findByRole('alert');
  expect(bar.textContent).toContain('What is public can be looked at');
  expect(await desk.custodian.vault.sealState()).toMatchObject({ locked: true });
  expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();

  officer.secret = null;
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(async () => expect(screen.getByRole('alert')).toBeTruthy());
  officer.secret = SECRET;
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(() => expect(screen.queryByText(/What is public can be looked at/)).toBeNull());
  expect(await desk.custodian.vault.sealState()).toMatchObject({ locked: false });
});

it('makes what needs a key say that it is locked', async () => {
  const { user, desk, bridge } = await openSealed('#/tenant/acme/keys');
  desk.custodian.vault.lock();
  bridge.emit('changed', { action: 'vault.locked' });
  const answer = await bridge.calls['key.generate']({ tenant: 'acme' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });
  await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Unlock…' }));
  expect(await rail().findByText('Unlocked')).toBeTruthy();
});

it('is begun from the palette, and chosen when it comes by itself in the settings', async () => {
  const { user, argsOf } = await openSealed('#/settings');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Lock when unused' }), 'After 30 minutes');
  await waitFor(() => expect(argsOf('preferences.write')).toEqual([{ lockAfterMinutes: 30 }]));
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /Find a tenant/ }), 'lock, or{Enter}');
  expect(await rail().findByText('Locked')).toBeTruthy();
});

it('says beforehand that it locks because nobody uses it', async () => {
  const { bridge } = await openSealed('#/');
  await rail().findByText('Unlocked');
  bridge.emit('locking', { seconds: 60 });
  expect((await screen.findByRole('alert')).textContent).toContain('Locks in 60 seconds');
  bridge.emit('locking', { seconds: null });
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

it('goes on past what is damaged when the passphrase is removed, and names it with what to do', async () => {
  const { user, desk } = await openSealed('#/settings');
  const key = desk.custodian.showTenant({ tenant: 'acme' }).rings.flatMap(({ keys }) => keys)[0] ?? expect.fail();
  const name = secretName(key.id);
  await desk.vault.put(
    name,
    (desk.vault.secrets().get(name) ?? expect.fail()).map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
  );
  await user.click(await screen.findByRole('button', { name: 'Remove the passphrase…' }));
  const notice = await screen.findByText('It is done, but for what was damaged before');
  expect(notice.parentElement?.textContent).toContain(key.kid);
  expect(notice.parentElement?.textContent).toContain('Restore the key from a backup');
  expect(await desk.custodian.vault.sealState()).toEqual({ stage: 'none', locked: false });
});

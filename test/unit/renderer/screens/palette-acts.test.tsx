// The palette does things: by the name of an act and of what it is about, to the dialog that asks for the rest.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

async function find(user: { keyboard: (text: string) => Promise<void> }, letters: string): Promise<string[]> {
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  const palette = within(await screen.findByRole('dialog', { name: 'Find or do' }));
  await user.keyboard(letters);
  await waitFor(() => expect(palette.getByRole('combobox')).toHaveProperty('value', letters));
  return (await palette.findAllByRole('option')).map(({ textContent }) => textContent ?? '');
}

test.each([
  ['rotate', 'Rotate ring default…acme'],
  ['emergency', 'Emergency: rotate and revoke ring default…acme'],
  ['leaked', 'Emergency: rotate and revoke ring default…acme'],
  ['import', 'Import a key into ring default…acme'],
  ['generate', 'Generate the next key of ring default…acme'],
  ['revoke north', 'Previous · Northwind Bank'],
  ['withdraw', 'Next · acme'],
  ['push reh', 'Push to rehearsal…'],
  ['add ring reh', 'Add a ring to rehearsal…'],
  ['hand over', 'Hand over private key'],
  ['verify', 'Verify the audit chain'],
  ['clock', 'The clock of this machine is right now…'],
  ['dark', 'Appearance'],
])('“%s” finds what does it', async (letters, expected) => {
  const { user } = await openWindow('#/tenant/acme');
  expect((await find(user, letters)).slice(0, 4).join('\n')).toContain(expected);
});

test('an act of a ring opens its dialog, from any screen, about the ring that was chosen', async () => {
  const { user } = await openWindow('#/audit');
  await find(user, 'emergency north');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: /^Emergency/ })).toBeTruthy();
  expect(window.location.hash).toBe('#/tenant/Northwind%20Bank');
});

test('an act of a key opens its dialog on the screen of the key', async () => {
  const { user, kidOf } = await openWindow('#/tenant/acme');
  await find(user, 'revoke acme');
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: /^Revoke/ });
  expect(window.location.hash).toBe(`#/tenant/acme/key/${encodeURIComponent(kidOf('acme', 'previous'))}`);
  expect(dialog.textContent).toContain('acme');
});

test('a dialog is begun once: neither the way back nor another screen opens it again', async () => {
  const { user, go } = await openWindow('#/audit');
  await find(user, 'rotate ring default acme');
  await user.keyboard('{Enter}');
  await screen.findByRole('dialog', { name: /Rotate/ });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  go('#/audit');
  await screen.findByRole('heading', { level: 1, name: 'Audit' });
  go('#/tenant/acme');
  await screen.findByRole('heading', { level: 1, name: 'Key rings' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

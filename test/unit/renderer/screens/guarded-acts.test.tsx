// Guarded acts say that it is too early before anybody tries, and offer the quieter way around.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shortKid } from '../../../../renderer/text/hex.ts';
import { plain, type Scene, waiting } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const ACME = '#/tenant/acme';
const LATER = '2099-01-01T00:00:00.000Z';

async function openRotation(scene: Scene) {
  const opened = await openWindow(ACME, scene);
  await opened.user.click(await screen.findByRole('button', { name: 'Rotate… ring default' }));
  return { ...opened, dialog: within(await screen.findByRole('dialog')) };
}

test('before its time the dialog says until when and why, and its button is closed', async () => {
  const { dialog, argsOf } = await openRotation(waiting);
  expect(dialog.getByText(/^Ready to sign in \d+ s\.$/)).toBeTruthy();
  expect(dialog.getByRole('row', { name: /Longest verifier cache 30 seconds/ })).toBeTruthy();
  expect(dialog.getByRole('button', { name: /^Wait until/ })).toHaveProperty('disabled', true);
  expect(dialog.queryByRole('button', { name: 'Rotate now' })).toBeNull();
  expect(argsOf('key.rotate')).toEqual([]);
});

test('going ahead early names what breaks, wants a reason, and sends it', async () => {
  const { dialog, user, argsOf } = await openRotation(waiting);
  await user.click(dialog.getByRole('button', { name: 'Go ahead early…' }));
  expect(dialog.getByText(/reject every token that .* signs, until .* at the latest/)).toBeTruthy();
  const rotate = dialog.getByRole('button', { name: 'Rotate early' });
  expect(rotate).toHaveProperty('disabled', true);
  const reason = dialog.getByLabelText(/^Why go ahead early/);
  expect(document.activeElement).toBe(reason);

  await user.click(dialog.getByRole('button', { name: 'Wait instead' }));
  expect(dialog.getByRole('button', { name: /^Wait until/ })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Go ahead early…' }));
  await user.type(dialog.getByLabelText(/^Why go ahead early/), 'drill');
  await user.click(dialog.getByRole('button', { name: 'Rotate early' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.rotate')).toMatchObject([{ tenant: 'acme', ring: 'default', override: 'drill' }]);
});

test('when the clock comes while the dialog is open, its button opens and nothing is overridden', async () => {
  const { dialog, later, user, argsOf } = await openRotation(waiting);
  later(600);
  await user.click(await dialog.findByRole('button', { name: 'Rotate now' }));
  expect(dialog.queryByRole('button', { name: 'Go ahead early…' })).toBeNull();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.rotate')[0]).not.toHaveProperty('override');
});

test('when the main process knows better, its word counts', async () => {
  const { bridge, dialog, user, argsOf } = await openRotation(plain);
  const facts = { kid: 'k', action: 'rotating' as const, at: LATER, why: 'verifiers-warming' as const, waitsFor: [] };
  bridge.failNext('key.rotate', { code: 'CLOCK_TOO_EARLY', facts });
  await user.click(dialog.getByRole('button', { name: 'Rotate now' }));
  expect(await dialog.findByRole('button', { name: /^Wait until .*2099/ })).toHaveProperty('disabled', true);
  // The notice tells it; the same in red would be one voice too many.
  expect(dialog.queryByText('CLOCK_TOO_EARLY')).toBeNull();

  await user.click(dialog.getByRole('button', { name: 'Go ahead early…' }));
  await user.type(dialog.getByLabelText(/^Why go ahead early/), 'drill of the night shift');
  await user.click(dialog.getByRole('button', { name: 'Rotate early' }));
  await waitFor(() => expect(argsOf('key.rotate')[1]).toMatchObject({ override: 'drill of the night shift' }));
});

test('nobody goes ahead on a clock that was set back', async () => {
  const { desk, dialog, user } = await openRotation(waiting);
  // The last act was eight seconds ago.
  desk.advance(-3_608_000);
  await user.click(dialog.getByRole('button', { name: 'Go ahead early…' }));
  await user.type(dialog.getByLabelText(/^Why go ahead early/), 'drill');
  await user.click(dialog.getByRole('button', { name: 'Rotate early' }));
  expect(await dialog.findByText(/3600 seconds behind the last recorded act/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Wait instead' }));
  expect(dialog.queryByRole('button', { name: 'Go ahead early…' })).toBeNull();
});

test('revoking before the last token has ended is closed in the same way', async () => {
  const { kidOf, user, argsOf } = await openWindow(ACME, waiting);
  const kid = kidOf('acme', 'previous');
  await user.click(await screen.findByRole('button', { name: `Revoke… ${shortKid(kid)}` }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^Safe to revoke in \d+ s\.$/)).toBeTruthy();
  await user.type(dialog.getByLabelText(/^Reason/), 'replaced');
  await user.type(dialog.getByLabelText(/^Type the first six/), kid.slice(0, 6));
  expect(dialog.getByRole('button', { name: /^Wait until/ })).toHaveProperty('disabled', true);

  await user.click(dialog.getByRole('button', { name: 'Go ahead early…' }));
  expect(dialog.getByText(/people are signed out/)).toBeTruthy();
  await user.type(dialog.getByLabelText(/^Why go ahead early/), 'leaked');
  await user.click(dialog.getByRole('button', { name: 'Revoke early' }));
  await waitFor(() => expect(argsOf('key.revoke')).toMatchObject([{ reason: 'replaced', override: 'leaked' }]));
});

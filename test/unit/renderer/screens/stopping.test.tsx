// What takes long can be stopped, says what it waits for, and says plainly when it is too late to stop it.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

const STOPPED = 'You stopped it; nothing was changed.';

test('a preview that waits says for whom, is stopped calmly, and read again on request', async () => {
  const { bridge, user, argsOf } = await openWindow('#/tenant/rehearsal');
  const preview = bridge.hold('publish.preview');
  window.location.hash = '#/tenant/rehearsal/publish';
  expect(await screen.findByText('Waiting for rehearsal to answer')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel reading' }));
  expect((await screen.findByText(STOPPED)).closest('[role="status"]')).toBeTruthy();
  expect(argsOf('work.cancel')).toEqual([{ call: preview.calls[0] }]);
  expect(screen.queryByText('Waiting for rehearsal to answer')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(preview.calls).toHaveLength(2));
  preview.letGo();
  expect(await screen.findByRole('button', { name: /^Push to/ })).toBeTruthy();
  expect(screen.queryByText(STOPPED)).toBeNull();
});

test('leaving the screen stops what only it would show', async () => {
  const { bridge, argsOf } = await openWindow('#/tenant/acme');
  const preview = bridge.hold('publish.preview');
  window.location.hash = '#/tenant/acme/publish';
  await waitFor(() => expect(preview.calls).toHaveLength(1));
  window.location.hash = '#/tenant/acme';
  await waitFor(() => expect(argsOf('work.cancel')).toEqual([{ call: preview.calls[0] }]));
});

test('a look for drift ends with its screen, a push does not', async () => {
  const { bridge, user, argsOf } = await openWindow('#/tenant/rehearsal/publish');
  const look = bridge.hold('publish.drift');
  const push = bridge.hold('publish.push');
  await user.click(await screen.findByRole('button', { name: 'Check now' }));
  await user.click(await screen.findByRole('button', { name: /^Push to/ }));
  await waitFor(() => expect(push.calls).toHaveLength(1));
  window.location.hash = '#/';
  await waitFor(() => expect(argsOf('work.cancel')).toEqual([{ call: look.calls[0] }]));
});

test('a push is stopped before it is sent', async () => {
  const { bridge, user, argsOf } = await openWindow('#/tenant/rehearsal/publish');
  const push = bridge.hold('publish.push');
  await user.click(await screen.findByRole('button', { name: /^Push to/ }));
  await user.click(await screen.findByRole('button', { name: 'Cancel the push' }));
  expect(argsOf('work.cancel')).toEqual([{ call: push.calls[0] }]);
  expect(await screen.findByText(STOPPED)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('once it is sent the button is closed and says why; of another call it says nothing', async () => {
  const { bridge, user } = await openWindow('#/tenant/rehearsal/publish');
  const push = bridge.hold('publish.push');
  await user.click(await screen.findByRole('button', { name: /^Push to/ }));
  const button = await screen.findByRole('button', { name: 'Cancel the push' });
  bridge.emit('sending', { call: 'another' });
  bridge.emit('progress', { channel: 'publish.push', call: 'another', step: 3, of: 4, label: 'of another' });
  expect(button).toHaveProperty('disabled', false);
  bridge.emit('sending', { call: push.calls[0] ?? '' });
  const reason = 'It was sent and cannot be undone. Waiting for the outcome.';
  expect(await screen.findByText(reason)).toBeTruthy();
  expect(screen.queryByText(/of another/i)).toBeNull();
  const closed = screen.getByRole('button', { name: 'Cancel the push' });
  expect(closed).toHaveProperty('disabled', true);
  expect(document.querySelector(`[id="${closed.getAttribute('aria-describedby') ?? ''}"]`)?.textContent).toBe(reason);
  push.letGo();
  await waitFor(() => expect(screen.queryByText(reason)).toBeNull());
});

test('the tenant’s own keys: the list is stopped, and so is a rotation in its dialog', async () => {
  const { bridge, user } = await openWindow('#/tenant/acme/own-keys');
  await screen.findByText(/rotations in 24 hours left/);
  const list = bridge.hold('remote.keys');
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await waitFor(() => expect(list.calls).toHaveLength(1));
  await user.click(await screen.findByRole('button', { name: 'Cancel reading' }));
  expect(await screen.findByText(STOPPED)).toBeTruthy();

  bridge.hold('remote.rotate');
  await user.click(screen.getByRole('button', { name: /^Rotate/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox'), 'acme');
  await user.click(dialog.getByRole('button', { name: /^Rotate/ }));
  await user.click(await dialog.findByRole('button', { name: 'Cancel the rotation' }));
  expect(await dialog.findByText(STOPPED)).toBeTruthy();
});

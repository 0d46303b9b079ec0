import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { contoso, nothing, rehearsal } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const away = { code: 'REMOTE_UNREACHABLE', facts: { host: '127.0.0.1:4180', detail: { code: 'refused' } } } as const;
const button = { name: 'Start the sandbox and try again' };

test('from nothing to a rehearsal tenant in one click', async () => {
  const { user, argsOf } = await openWindow('#/', nothing);
  await user.click(screen.getByRole('button', { name: 'Try it on the sandbox' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Key rings' })).toBeTruthy();
  expect(argsOf('sandbox.start')).toEqual([{}]);
  expect(argsOf('tenant.add')).toMatchObject([{ endpoint: 'sandbox', environment: 'development' }]);
  expect(await screen.findByText('Sandbox running')).toBeTruthy();
});

test('when the sandbox does not start, no tenant is made and the reason is told', async () => {
  const { bridge, user, argsOf } = await openWindow('#/', nothing);
  bridge.failNext('sandbox.start', { code: 'INTERNAL', facts: { reference: 'r-1' } });
  await user.click(screen.getByRole('button', { name: 'Try it on the sandbox' }));
  expect(await screen.findByText('INTERNAL')).toBeTruthy();
  expect(argsOf('tenant.add')).toEqual([]);
});

test.each(['publish', 'own-keys'])('a sandbox tenant that is away is one click from being back: %s', async (place) => {
  const { bridge, user } = await openWindow('#/', rehearsal);
  bridge.failNext('publish.preview', away);
  bridge.failNext('remote.keys', away);
  window.location.hash = `#/tenant/rehearsal/${place}`;
  await screen.findByText('REMOTE_UNREACHABLE');
  await user.click(await screen.findByRole('button', button));
  await waitFor(() => expect(screen.queryByText('REMOTE_UNREACHABLE')).toBeNull());
  expect(await screen.findByText('Sandbox running')).toBeTruthy();
});

test('a look at a tenant of the sandbox starts it, and the rail knows at once', async () => {
  const { desk, go } = await openWindow('#/', rehearsal);
  expect(await screen.findByText('Sandbox off')).toBeTruthy();
  go('#/tenant/rehearsal/publish');
  expect(await screen.findByText('Sandbox running')).toBeTruthy();
  expect((await desk.sandbox.status()).running).toBe(true);
});

test('no such way out is offered for a real tenant', async () => {
  const { bridge } = await openWindow('#/', contoso);
  bridge.failNext('remote.keys', away);
  window.location.hash = '#/tenant/Contoso/own-keys';
  await screen.findByText('REMOTE_UNREACHABLE');
  expect(screen.queryByRole('button', button)).toBeNull();
  expect(screen.queryByText(/^The sandbox runs at/)).toBeNull();
});

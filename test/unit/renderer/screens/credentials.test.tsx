import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { contoso, rehearsal } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const SETTINGS = '#/tenant/Contoso/settings';
const tenant = 'Contoso';

const section = async () => within(await screen.findByRole('region', { name: 'Credentials' }));
const dialog = async () => within(await screen.findByRole('dialog'));

test('a client secret is asked for elsewhere: the page sends its public part alone, and shows the facts', async () => {
  const { user, argsOf } = await openWindow(SETTINGS, contoso);
  const credentials = await section();
  expect(await credentials.findByText('No credentials yet.')).toBeTruthy();
  expect(credentials.queryByRole('button', { name: 'Remove…' })).toBeNull();

  await user.click(credentials.getByRole('button', { name: 'Set client secret…' }));
  await user.click((await dialog()).getByRole('button', { name: 'Continue…' }));
  expect((await dialog()).getByText('It must not be empty.')).toBeTruthy();
  expect((await dialog()).queryByLabelText(/secret/i, { selector: 'input' })).toBeNull();
  await user.type((await dialog()).getByLabelText(/^Client id/), 'kc-officer');
  await user.click((await dialog()).getByRole('button', { name: 'Continue…' }));

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('credentials.store')).toEqual([{ tenant, kind: 'client-secret', clientId: 'kc-officer' }]);
  expect(await credentials.findByText('kc-officer')).toBeTruthy();
  expect(credentials.getByText('https://contoso.eu.auth0.com')).toBeTruthy();
});

test('a token has no public part; it is forgotten when the officer says so', async () => {
  const { user, argsOf } = await openWindow(SETTINGS, contoso);
  const credentials = await section();
  await user.click(credentials.getByRole('button', { name: 'Set token…' }));
  expect(await credentials.findByText('A token')).toBeTruthy();
  expect(argsOf('credentials.store')).toEqual([{ tenant, kind: 'token' }]);
  await user.click(credentials.getByRole('button', { name: 'Remove…' }));
  expect(await credentials.findByText('No credentials yet.')).toBeTruthy();
  expect(argsOf('credentials.remove')).toEqual([{ tenant }]);
});

test('a key in custody is chosen by its ring', async () => {
  const { kidOf, user, argsOf } = await openWindow(SETTINGS, contoso);
  const kid = kidOf(tenant, 'current');
  await user.click((await section()).getByRole('button', { name: 'Use a key in custody…' }));
  await user.type((await dialog()).getByLabelText(/^Client id/), 'kc-officer');
  await user.click((await dialog()).getByRole('combobox', { name: /^Key/ }));
  const [first] = await screen.findAllByRole('option', {
    name: /^Contoso, ring default, current/,
    hidden: true,
  });
  await user.click(first as HTMLElement);
  await user.click((await dialog()).getByRole('button', { name: 'Continue…' }));
  await waitFor(() =>
    expect(argsOf('credentials.store')).toEqual([{ tenant, kind: 'private-key-jwt', clientId: 'kc-officer', kid }]),
  );
});

test('credentials for an address of yesterday are told; a refusal stays in its place', async () => {
  const { desk, user } = await openWindow(SETTINGS, contoso);
  const credentials = await section();
  await user.click(credentials.getByRole('button', { name: 'Set token…' }));
  await credentials.findByText('A token');
  await act(() => desk.custodian.editTenant({ tenant, apiBaseUrl: 'https://latter.example/api/v2' }));
  expect(await credentials.findByText(/^The address of the tenant changed/)).toBeTruthy();
  desk.vault.become('locked');
  await user.click(credentials.getByRole('button', { name: 'Set token…' }));
  expect(await credentials.findByText('VAULT_LOCKED')).toBeTruthy();
});

test('a sandbox needs none, and the keychain is not asked for it', async () => {
  const { argsOf } = await openWindow('#/tenant/rehearsal/settings', rehearsal);
  expect(await screen.findByText('A sandbox tenant gives itself its credentials.')).toBeTruthy();
  expect(argsOf('credentials.show')).toEqual([]);
});

import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { remoteText } from '../../../../main/tenant/remote-text.ts';
import { openWindow } from '../render-window.tsx';

const OWN = '#/tenant/Northwind%20Bank/own-keys';
const tenant = 'Northwind Bank';

const states = async () =>
  within(await screen.findByRole('table', { name: 'The tenant’s own keys' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.badge')?.textContent);
const dialog = async () => within(await screen.findByRole('dialog'));

test('the keys are listed with the rotations that are left, and a rotation in production is asked for once more, elsewhere', async () => {
  const { user, argsOf } = await openWindow(OWN);
  expect(await states()).toEqual(['Next', 'Current', 'Previous', 'Revoked']);
  expect(screen.getByText(/^5 of 5 rotations in 24 hours left/)).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Rotate…' }));
  const go = (await dialog()).getByRole('button', { name: 'Rotate now' });
  expect((await dialog()).getByText('Northwind Bank is production.')).toBeTruthy();
  expect((await dialog()).getByText(/^Key Custodian asks once more/)).toBeTruthy();
  expect((await dialog()).queryByRole('textbox')).toBeNull();
  await user.click(go);

  expect(await screen.findByText('Northwind Bank signs with its next key now.')).toBeTruthy();
  await waitFor(async () => expect(await states()).toEqual(['Next', 'Current', 'Previous', 'Previous', 'Revoked']));
  expect(screen.getByText(/^4 of 5 rotations in 24 hours left/)).toBeTruthy();
  expect(argsOf('remote.rotate')).toEqual([{ tenant }]);
});

test('a previous key is revoked by its kid; a refusal stays in the dialog', async () => {
  const { bridge, user, argsOf } = await openWindow(OWN);
  await states();
  const kid = bridge.world.ownKeys.get(tenant)?.find(({ state }) => state === 'previous')?.kid;
  expect(screen.getAllByRole('button', { name: /^Revoke…/ })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: /^Revoke…/ }));
  bridge.failNext('remote.revoke', { code: 'REMOTE_OUTCOME_UNKNOWN', facts: { tenant, action: 'revocation' } });
  await user.click((await dialog()).getByRole('button', { name: 'Revoke for good' }));
  expect(await (await dialog()).findByText('REMOTE_OUTCOME_UNKNOWN')).toBeTruthy();
  await user.click((await dialog()).getByRole('button', { name: 'Revoke for good' }));
  await waitFor(async () => expect(await states()).toEqual(['Next', 'Current', 'Revoked', 'Revoked']));
  expect(argsOf('remote.revoke')).toEqual([
    { tenant, kid },
    { tenant, kid },
  ]);
});

test('certificates are saved: of one key, in the way of the tenant’s page, or of all', async () => {
  const { bridge, user, argsOf } = await openWindow(OWN);
  await states();
  const kid = bridge.world.ownKeys.get(tenant)?.find(({ state }) => state === 'current')?.kid;
  const [, current] = screen.getAllByRole('button', { name: /^Export… / });
  await user.click(current as HTMLElement);
  await user.click((await dialog()).getByRole('radio', { name: 'Auth0 page' }));
  await user.click((await dialog()).getByRole('button', { name: 'Save…' }));
  expect(await screen.findByText(/^Saved Northwind Bank-tenant-.*\.pem, SHA-256/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Export all…' }));
  await user.click((await dialog()).getByRole('button', { name: 'Save…' }));
  await waitFor(() =>
    expect(argsOf('remote.export')).toEqual([
      { tenant, kid, format: 'pem', profile: 'auth0' },
      { tenant, format: 'jwks' },
    ]),
  );
});

test('with no rotation left, none is offered; without keys the screen says so', async () => {
  const { bridge, user } = await openWindow(OWN);
  await states();
  const [, current] = bridge.world.ownKeys.get(tenant) ?? [];
  const ended = new Date(Date.now() - 60_000).toISOString();
  const spent = Array.from({ length: 5 }, (_, index) => ({
    ...current,
    kid: `spent${index}`,
    state: 'previous' as const,
    currentUntil: ended,
  }));
  bridge.world.ownKeys.set(tenant, [...(bridge.world.ownKeys.get(tenant) ?? []), ...(spent as never[])]);
  await user.click(screen.getByRole('button', { name: 'Read again' }));
  expect(await screen.findByText(/^0 of 5 rotations in 24 hours left; the next becomes free/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Rotate…' })).toHaveProperty('disabled', true);

  bridge.world.ownKeys.set(tenant, []);
  await user.click(screen.getByRole('button', { name: 'Read again' }));
  expect(await screen.findByText('The tenant lists no keys of its own.')).toBeTruthy();
});

test('a tenant that cannot be reached is told with its advice, and can be tried again', async () => {
  const { bridge, user } = await openWindow('#/tenant/Northwind%20Bank');
  bridge.failNext('remote.keys', {
    code: 'REMOTE_SCOPE_MISSING',
    facts: { host: 'x.eu', scopes: remoteText('read:signing_keys', []) },
  });
  await user.click(screen.getByRole('link', { name: 'Tenant’s keys' }));
  expect(await screen.findByText(/lack the scope read:signing_keys/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Rotate…' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await states()).toHaveLength(4);
});

test('a plain JWKS endpoint has no keys of its own, and no way there', async () => {
  const { bridge } = await openWindow('#/');
  const view = bridge.world.views.find((one) => one.tenant.name === 'acme');
  Object.assign(view?.tenant ?? {}, { endpoint: 'jwks' });
  window.location.hash = '#/tenant/acme/own-keys';
  expect(await screen.findByText('This tenant has none.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Tenant’s keys' })).toBeNull();
});

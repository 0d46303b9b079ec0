import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { remoteText } from '../../../../main/tenant/remote-text.ts';
import { type LifeState, OWN_ROTATIONS_PER_DAY } from '../../../../shared/domain/limits.ts';
import type { Desk } from '../../../support/desk.ts';
import { ownKeys, tenant as aTenant } from '../../../support/desk-scenes.ts';
import { direct } from '../../../support/network.ts';
import { openWindow } from '../render-window.tsx';

const OWN = '#/tenant/Northwind%20Bank/own-keys';
const tenant = 'Northwind Bank';

const states = async () =>
  within(await screen.findByRole('table', { name: 'The tenant’s own keys' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.badge')?.textContent);
const ownKid = async ({ custodian }: Desk, state: LifeState) =>
  (await custodian.listOwnKeys({ tenant })).keys.find((key) => key.state === state)?.kid;
const dialog = async () => within(await screen.findByRole('dialog'));

test('the keys are listed with the rotations that are left, and a rotation in production is asked for once more, elsewhere', async () => {
  const { user, argsOf } = await openWindow(OWN, ownKeys);
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
  const { bridge, desk, user, argsOf } = await openWindow(OWN, ownKeys);
  await states();
  const kid = await ownKid(desk, 'previous');
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
  const { desk, user, argsOf } = await openWindow(OWN, ownKeys);
  await states();
  const kid = await ownKid(desk, 'current');
  const [, current] = screen.getAllByRole('button', { name: /^Export… / });
  await user.click(current as HTMLElement);
  await user.click((await dialog()).getByRole('radio', { name: 'Auth0 page' }));
  await user.click((await dialog()).getByRole('button', { name: 'Save…' }));
  expect(await screen.findByText(/^Saved northwind-bank-.*\.pem, SHA-256/)).toBeTruthy();
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
  let none = false;
  const fetch: typeof globalThis.fetch = async (input, init) =>
    none && (input instanceof Request ? input.url : String(input)).endsWith('/keys/signing')
      ? new Response('[]')
      : direct(input, init);
  const { desk, user } = await openWindow(OWN, ownKeys, { fetch });
  await states();
  for (let spent = 0; spent < OWN_ROTATIONS_PER_DAY; spent += 1) {
    await desk.custodian.rotateOwnKeys({ tenant });
  }
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText(/^0 of 5 rotations in 24 hours left; the next is available/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Rotate…' })).toHaveProperty('disabled', true);

  none = true;
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText('The tenant lists no keys of its own.')).toBeTruthy();
});

test('a tenant that cannot be reached is told with its advice, and can be tried again', async () => {
  const { bridge, user } = await openWindow('#/tenant/Northwind%20Bank', ownKeys);
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
  const jwksUrl = 'https://login.acme.example/.well-known/jwks.json';
  await openWindow('#/tenant/acme/own-keys', aTenant({ name: 'acme', endpoint: 'jwks', jwksUrl }));
  expect(await screen.findByText('This tenant has none.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Tenant’s keys' })).toBeNull();
});

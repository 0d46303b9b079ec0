import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rehearsal, tenant, together } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const SETTINGS = '#/tenant/Contoso/settings';

const contoso = tenant({ name: 'Contoso', endpoint: 'auth0', environment: 'production' });
const tenants = together(tenant({ name: 'acme' }), contoso, rehearsal);

test('only what changed is sent, and the numbers of the chosen policy are shown', async () => {
  const { user, argsOf } = await openWindow(SETTINGS, tenants);
  expect(await screen.findByText(/Rotate every 90 days/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Nothing to save' })).toHaveProperty('disabled', true);

  await user.selectOptions(await screen.findByLabelText('Rehearse on'), 'acme');
  await user.clear(screen.getByLabelText('Custom domain'));
  await user.type(screen.getByLabelText('Custom domain'), 'id.northwind.example');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() =>
    expect(argsOf('tenant.edit')).toEqual([
      { tenant: 'Contoso', customDomain: 'id.northwind.example', rehearsalTenant: 'acme' },
    ]),
  );
  expect(await screen.findByRole('button', { name: 'Nothing to save' })).toBeTruthy();
  expect(screen.getByLabelText('Rehearse on')).toHaveProperty('value', 'acme');
});

test('what the contract refuses is told at the field', async () => {
  const { user, argsOf } = await openWindow(SETTINGS, tenants);
  await user.type(await screen.findByLabelText('Public key set'), 'ftp://x');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  expect(await screen.findByText(/It must be an https URL/)).toBeTruthy();
  expect(argsOf('tenant.edit')).toEqual([]);
});

test('only other tenants in development can be rehearsed on; a sandbox has no addresses', async () => {
  await openWindow('#/tenant/rehearsal/settings', tenants);
  const choice = await screen.findByLabelText('Rehearse on');
  await waitFor(() =>
    expect(
      within(choice)
        .getAllByRole('option')
        .map((option) => option.textContent),
    ).toEqual(['None', 'acme']),
  );
  expect(screen.queryByLabelText('Management API')).toBeNull();
});

test('what a change brings is said before it is saved, and main asks for it', async () => {
  const { user, desk, officer, argsOf } = await openWindow('#/tenant/acme/settings', tenants);
  await user.selectOptions(await screen.findByLabelText('Environment'), 'production');
  expect(await screen.findByText('Consequences')).toBeTruthy();
  expect(screen.getByText(/Acts are confirmed one by one/)).toBeTruthy();
  expect(desk.custodian.showTenant({ tenant: 'acme' }).tenant.environment).toBe('development');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() => expect(argsOf('tenant.edit')).toEqual([{ tenant: 'acme', environment: 'production' }]));
  await waitFor(() => expect(desk.custodian.showTenant({ tenant: 'acme' }).tenant.environment).toBe('production'));
  expect(officer.asked.at(-1)?.facts.map(({ label }) => label)).toEqual(['Environment', 'It brings with it']);
});

test('several custom domains and an issuer are kept as they are typed', async () => {
  const { user, argsOf } = await openWindow(SETTINGS, tenants);
  await user.type(await screen.findByLabelText('Further custom domains'), 'a.example, b.example');
  await user.type(screen.getByLabelText('Issuer'), 'https://id.example/realms/contoso');
  await user.click(screen.getByRole('button', { name: 'Save settings' }));
  await waitFor(() =>
    expect(argsOf('tenant.edit')).toEqual([
      { tenant: 'Contoso', furtherDomains: ['a.example', 'b.example'], issuer: 'https://id.example/realms/contoso' },
    ]),
  );
});

test('a tenant is renamed, archived, and taken back into use', async () => {
  const { user, go } = await openWindow('#/tenant/acme/settings', tenants);
  await user.click(await screen.findByRole('button', { name: 'More for acme' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Rename tenant…', hidden: true }));
  const name = await screen.findByLabelText('New name');
  await user.clear(name);
  await user.type(name, 'Acme Payments');
  await user.click(screen.getByRole('button', { name: 'Rename' }));
  await waitFor(() => expect(window.location.hash).toBe('#/tenant/Acme%20Payments'));

  await user.click(await screen.findByRole('button', { name: 'More for Acme Payments' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Archive tenant…', hidden: true }));
  await user.click(await screen.findByRole('button', { name: 'Archive' }));
  expect(await screen.findByText('Acme Payments is archived')).toBeTruthy();
  // What would be refused is not offered; ways to end a key stay.
  expect(screen.queryByRole('button', { name: /^(Rotate|Add ring|Import)/ })).toBeNull();
  expect(screen.queryByText(/keys? not published yet\./)).toBeNull();
  expect(screen.getAllByRole('button', { name: /^Withdraw/ }).length).toBeGreaterThan(0);
  go('#/');
  await user.click(await screen.findByRole('button', { name: 'Reactivate Acme Payments' }));
  await waitFor(() => expect(screen.queryByText('Archived')).toBeNull());
});

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

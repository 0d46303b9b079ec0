import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS } from '../../../../shared/domain/formats.ts';
import { acme, crowded, nothing, tenant } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

test('the first run explains the app and leads to the first tenant', async () => {
  const { user } = await openWindow('#/', nothing);
  expect(screen.getByRole('heading', { level: 1, name: /^Your signing keys/ })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Add your first tenant' }));
  const sandbox = await screen.findByRole('radio', { name: /^Sandbox/ });
  expect(sandbox.getAttribute('aria-checked')).toBe('true');
  expect(screen.queryByLabelText(/^Written at/)).toBeNull();
  await user.click(screen.getByRole('radio', { name: /^JWKS endpoint/ }));
  expect(screen.getByLabelText(/^Written at/)).toBeTruthy();
  expect(screen.getByText(/^Credentials are set in the settings of the tenant/)).toBeTruthy();
});

test('a tenant is checked by the contract’s rules, at the fields, before anything is sent', async () => {
  const { user, argsOf } = await openWindow('#/add', nothing);
  await user.type(screen.getByLabelText(/^Domain/), 'https://acme.example/');
  await user.click(screen.getByRole('button', { name: 'Add tenant' }));
  expect(screen.getByText('It must not be empty.')).toBeTruthy();
  expect(screen.getByText(/It must be a domain such as/)).toBeTruthy();
  expect(argsOf('tenant.add')).toEqual([]);

  await user.type(screen.getByLabelText(/^Name/), 'acme');
  await user.clear(screen.getByLabelText(/^Domain/));
  await user.type(screen.getByLabelText(/^Domain/), 'acme.eu.auth0.com');
  await user.click(screen.getByRole('button', { name: 'Add tenant' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Key rings' })).toBeTruthy();
  expect(argsOf('tenant.add')).toEqual([
    {
      name: 'acme',
      alg: 'RS256',
      domain: 'acme.eu.auth0.com',
      customDomain: null,
      environment: 'development',
      endpoint: 'sandbox',
      apiBaseUrl: null,
      jwksUrl: null,
    },
  ]);
  expect(within(screen.getByRole('navigation', { name: 'Tenants' })).getByText('acme')).toBeTruthy();
});

test('a name that is taken is told by the main process and shown', async () => {
  const { user } = await openWindow('#/add');
  await user.type(screen.getByLabelText(/^Name/), 'acme');
  await user.type(screen.getByLabelText(/^Domain/), 'other.example');
  await user.click(screen.getByRole('button', { name: 'Add tenant' }));
  expect((await screen.findByRole('alert')).textContent).toContain('A tenant called “acme” exists already.');
});

test('what changes elsewhere appears here', async () => {
  const { desk } = await openWindow('#/', nothing);
  expect(screen.queryByText('made-elsewhere')).toBeNull();
  await act(() => tenant({ name: 'made-elsewhere' }).set(desk));
  expect((await screen.findAllByText('made-elsewhere')).length).toBeGreaterThan(0);
});

test('many tenants can be searched', async () => {
  const { user } = await openWindow('#/audit', crowded);
  const list = screen.getByRole('navigation', { name: 'Tenants' });
  await user.type(await within(list).findByRole('searchbox', { name: 'Find a tenant' }), 'branch-03');
  expect(within(list).getAllByRole('link')).toHaveLength(1);
});

test('every public format is offered, previewed and saved', async () => {
  const { kidOf, user, argsOf } = await openWindow('#/tenant/acme');
  const current = screen.getByRole('group', { name: 'Current' });
  await user.click(within(current).getByRole('link', { name: /^Export/ }));
  const formats = await screen.findByRole('navigation', { name: 'Formats' });
  expect(within(formats).getAllByRole('link')).toHaveLength(EXPORT_FORMATS.length);
  expect((await screen.findByRole('region', { name: /^Content of/ })).textContent).toContain('BEGIN CERTIFICATE');

  await user.click(screen.getByRole('button', { name: 'Save…' }));
  const kid = kidOf('acme', 'current');
  expect(await screen.findByText(/^Saved acme-/)).toBeTruthy();
  expect(argsOf('export.save')).toEqual([{ tenant: 'acme', kid, format: 'pem' }]);
});

test('the audit log is shown newest first, and its verdict is told', async () => {
  const { desk, user } = await openWindow('#/audit', acme);
  const { seq } = desk.custodian.listAudit({ afterSeq: 0, limit: 200 }).at(-1) ?? { seq: 0 };
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('row')[1]?.textContent).toMatch(new RegExp(`^${seq}`));
  await user.click(screen.getByRole('button', { name: 'Verify the chain' }));
  expect(await screen.findByText(`The chain is whole: ${seq} entries.`)).toBeTruthy();
});

test('a locked keychain is loud in the rail', async () => {
  const { desk, later } = await openWindow('#/', nothing);
  desk.vault.become('locked');
  later(0);
  await waitFor(() => expect(screen.getByText('Keychain locked').closest('[data-alarm="true"]')).toBeTruthy());
});

test('a screen begins at its heading, and Alt+Left goes back', async () => {
  const { user } = await openWindow('#/tenant/acme');
  await user.click(screen.getByRole('link', { name: 'Audit' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Audit' });
  expect(document.activeElement).toBe(heading);
  expect(document.title).toBe('Audit – Key Custodian');
});

// What leaves: private keys with their ledger, other certificates, and everything public at once.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { ACME, openDesk } from '../../../support/desk.ts';
import { acme, tenant } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const dialog = async () => within(await screen.findByRole('dialog'));
const region = (name: string) => within(screen.getByRole('region', { name }));

async function openKey(state: KeyState) {
  const opened = await openWindow('#/tenant/acme', acme);
  const kid = opened.kidOf('acme', state);
  window.location.hash = `#/tenant/acme/key/${kid}`;
  await screen.findByRole('heading', { level: 1, name: /^Key/ });
  return { ...opened, kid };
}

test('a private key is handed over to a named recipient, and the ledger shows it from then on', async () => {
  const { user, argsOf, kid } = await openKey('current');
  expect(await region('Private key').findByText(/Nobody was given this private key/)).toBeTruthy();
  await user.click(region('Private key').getByRole('button', { name: 'Hand over…' }));
  const asked = await dialog();
  expect(asked.getByText(/Whoever opens the file can sign/)).toBeTruthy();
  expect(asked.queryByRole('radio', { name: 'The recipient’s public key' })).toBeNull();
  await user.click(asked.getByRole('button', { name: 'Hand over…' }));
  expect(argsOf('export.private')).toEqual([]);
  await user.type(asked.getByLabelText(/^Recipient/), 'Payments team');
  await user.click(asked.getByRole('radio', { name: 'Compatible' }));
  await user.click(asked.getByRole('button', { name: 'Hand over…' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('export.private')).toEqual([
    { tenant: 'acme', kid, format: 'p12', flavour: 'compatible', protection: 'passphrase', to: 'Payments team' },
  ]);
  expect(await region('Private key').findByText('Handed over to Payments team: number 1 of the ledger')).toBeTruthy();
  const rows = within(await region('Private key').findByRole('table', { name: 'Who holds a copy' })).getAllByRole(
    'row',
  );
  expect(rows[1]?.textContent).toMatch(/Payments team.*PKCS #12.*Written/);
});

test('a compromised key names everybody who holds a copy, once more', async () => {
  const { bridge, user, kid } = await openKey('previous');
  await bridge.calls['export.private']({ tenant: 'acme', kid, format: 'pkcs8', protection: 'passphrase', to: 'Ops' });
  await user.click(screen.getByRole('button', { name: 'Revoke…' }));
  const asked = await dialog();
  expect(asked.queryByText(/was handed over/)).toBeNull();
  expect(await asked.findByText(/^1 copy of this private key may still be with others/)).toBeTruthy();
  await user.click(asked.getByRole('radio', { name: 'Compromised' }));
  expect(await asked.findByText('This private key was handed over 1 time. Ask and tell:')).toBeTruthy();
  expect(asked.getByText(/^Ops: PKCS #8, PEM/)).toBeTruthy();
});

test('a recipient confirms a copy by what is read back, and later says that it is gone', async () => {
  const { bridge, desk, user, kid, argsOf } = await openKey('current');
  await bridge.calls['export.private']({ tenant: 'acme', kid, format: 'pkcs8', protection: 'passphrase', to: 'Ops' });
  const [made] = desk.custodian.listHandOvers({ tenant: 'acme' });
  const copy = within(await screen.findByRole('group', { name: 'What became of number 1' }));
  await user.click(copy.getByRole('button', { name: 'Confirm…' }));
  await user.type((await dialog()).getByLabelText(/^Fingerprint as read/), '00:11:22:33:44:55:66:77');
  await user.click((await dialog()).getByRole('button', { name: 'Confirm' }));
  expect(await (await dialog()).findByText(/neither of the file of hand-over 1 nor of its key/)).toBeTruthy();
  await user.clear((await dialog()).getByLabelText(/^Fingerprint as read/));
  await user.type((await dialog()).getByLabelText(/^Fingerprint as read/), made?.sha256.slice(0, 16) ?? '');
  await user.click((await dialog()).getByRole('button', { name: 'Confirm' }));
  expect(await screen.findByText('by the file')).toBeTruthy();
  await user.click(copy.getByRole('button', { name: 'Destroyed…' }));
  await user.type((await dialog()).getByLabelText(/^How it is known/), 'the server was wiped');
  await user.click((await dialog()).getByRole('button', { name: 'It is destroyed' }));
  expect(await screen.findByText('the server was wiped')).toBeTruthy();
  expect(argsOf('handover.destroyed')).toEqual([{ tenant: 'acme', number: 1, how: 'the server was wiped' }]);
});

test('a ledger that cannot be read does not look like an empty one', async () => {
  const { bridge, later, user } = await openKey('previous');
  const refusal = { code: 'REGISTRY_DAMAGED' as const, facts: { detail: { code: 'pages-damaged' as const } } };
  bridge.failNext('handover.list', refusal, 9);
  later(0);
  await user.click(screen.getByRole('button', { name: 'Revoke…' }));
  const asked = await dialog();
  await user.click(asked.getByRole('radio', { name: 'Compromised' }));
  expect(await asked.findByText('REGISTRY_DAMAGED')).toBeTruthy();
  expect(asked.queryByText(/Nobody was given/)).toBeNull();
});

test('what cannot leave is not offered, and says why', async () => {
  const { desk, go, kidOf } = await openWindow('#/tenant/strict', tenant({ name: 'strict' }));
  await desk.custodian.generateNext({ tenant: 'strict', exportable: false });
  go(`#/tenant/strict/key/${kidOf('strict', 'next')}`);
  await screen.findByRole('heading', { level: 1, name: /^Key/ });
  expect(await region('Private key').findByText(/made to stay/)).toBeTruthy();
  expect(region('Private key').queryByRole('button', { name: 'Hand over…' })).toBeNull();
});

test('a certificate is issued anew, with its consequence named; days must make sense', async () => {
  const { user, argsOf, kid } = await openKey('current');
  await user.click(region('Certificate').getByRole('button', { name: 'Reissue certificate…' }));
  const asked = await dialog();
  expect(asked.getByText(/Consumers that pinned the old one/)).toBeTruthy();
  const days = asked.getByLabelText(/^Days/);
  await user.clear(days);
  await user.type(days, '0');
  await user.click(asked.getByRole('button', { name: 'Reissue certificate' }));
  expect(asked.getByText('It must be at least 1.')).toBeTruthy();
  await user.clear(days);
  await user.type(days, '90');
  await user.type(asked.getByLabelText(/^DNS names/), 'id.acme.example, acme.example');
  await user.click(asked.getByRole('radio', { name: 'Signature only' }));
  const purposes = within(asked.getByRole('group', { name: 'Extended key usage' }));
  await user.click(purposes.getByRole('checkbox', { name: 'Code signing (codeSigning)' }));
  await user.click(purposes.getByRole('checkbox', { name: 'TLS client (clientAuth)' }));
  await user.click(asked.getByRole('button', { name: 'Reissue certificate' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('certificate.reissue')).toEqual([
    {
      tenant: 'acme',
      kid,
      days: 90,
      commonName: 'acme.eu.auth0.com',
      usage: 'signature',
      dnsNames: ['id.acme.example', 'acme.example'],
      purposes: ['clientAuth', 'codeSigning'],
    },
  ]);
});

test('a revoked key gets no other certificate', async () => {
  await openKey('revoked');
  expect(region('Certificate').queryByRole('button', { name: 'Reissue certificate…' })).toBeNull();
  expect(region('Certificate').getByText(/is not reissued for a revoked key/)).toBeTruthy();
});

test('sets of a ring, the tenant’s own way of writing, and everything at once', async () => {
  const { user, argsOf } = await openWindow('#/tenant/acme/export/pem-bundle', acme);
  expect(await screen.findByRole('heading', { name: 'All certificates, PEM' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Make a ZIP…' }));
  expect(await screen.findByText(/^Saved acme-public-.*\.zip with \d+ files$/)).toBeTruthy();
  expect(argsOf('export.all')).toEqual([{ tenant: 'acme', as: 'zip' }]);
  expect(screen.getByText('No private key of this tenant was handed over.')).toBeTruthy();
});

test('work is cancelled on request, and that is no error', async () => {
  const { bridge, user } = await openWindow('#/tenant/acme/export/jwks', acme);
  bridge.hold('export.all');
  await user.click(screen.getByRole('button', { name: 'Make a folder…' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel the export' }));
  expect((await screen.findByText('You stopped it; nothing was changed.')).closest('[role="status"]')).toBeTruthy();
});

test('one key in the tenant’s own way of writing', async () => {
  const { user, argsOf, kid } = await openKey('current');
  window.location.hash = `#/tenant/acme/key/${kid}/fingerprint`;
  await user.click(await screen.findByRole('radio', { name: 'Auth0 page' }));
  await waitFor(() =>
    expect(argsOf('export.preview')).toContainEqual({ tenant: 'acme', kid, format: 'fingerprint', profile: 'auth0' }),
  );
  window.location.hash = `#/tenant/acme/key/${kid}/ssh`;
  expect(await screen.findByRole('heading', { name: 'OpenSSH public key' })).toBeTruthy();
  expect(screen.queryByRole('radio', { name: 'Auth0 page' })).toBeNull();
});

test('who asks for a file leads to its format, with one sentence, until another format is chosen', async () => {
  const { user, kid } = await openKey('current');
  window.location.hash = `#/tenant/acme/key/${kid}/pem`;
  const recipes = within(await screen.findByRole('region', { name: 'Who asks for it?' }));
  await user.click(recipes.getByRole('link', { name: 'Java keystore' }));
  await waitFor(() => expect(window.location.hash).toBe(`#/tenant/acme/key/${kid}/cer`));
  expect(await screen.findByRole('heading', { name: 'Certificate, DER' })).toBeTruthy();
  await waitFor(() => expect(recipes.getByRole('status').textContent).toMatch(/^Java keystore: it imports/));
  expect(recipes.getByRole('link', { current: true }).textContent).toBe('Java keystore');

  await user.click(recipes.getByRole('link', { name: 'ASP.NET / IdentityServer' }));
  expect(recipes.getByRole('status').textContent).toMatch(/^ASP.NET.*every 12 hours/);
  await user.click(within(screen.getByRole('navigation', { name: 'Formats' })).getByRole('link', { name: /^SAML/ }));
  expect(await screen.findByRole('heading', { name: 'SAML KeyDescriptor' })).toBeTruthy();
  expect(recipes.getByRole('status').textContent).toBe('');
});

test('where a tenant wants a second officer, the request is saved and the answer taken, and the same is done again', async () => {
  const { desk, officer, user } = await openKey('current');
  const second = openDesk();
  // It is the same day there.
  second.advance(desk.ports.clock.now().getTime() - second.ports.clock.now().getTime());
  await second.custodian.addTenant({ ...ACME, alg: 'ES256' });
  await second.custodian.signToken({ tenant: 'Acme', claims: {}, ttl: 60 });
  const device = (await second.custodian.verifyAudit()).deviceKey ?? '';
  await desk.custodian.addOfficer({ tenant: 'acme', name: 'Second', device });
  await desk.custodian.setFourEyes({ tenant: 'acme', kinds: ['hand-over'] });
  await user.click(region('Private key').getByRole('button', { name: 'Hand over…' }));
  await user.type((await dialog()).getByLabelText(/^Recipient/), 'Payments team');
  await user.click((await dialog()).getByRole('button', { name: 'Hand over…' }));
  await user.click(await (await dialog()).findByRole('button', { name: 'Save the request…' }));
  expect(await (await dialog()).findByText(/give it to a second officer/)).toBeTruthy();
  const [[, request]] = [...officer.saved].filter(([name]) => name.startsWith('approval-request-')) as [
    [string, Uint8Array],
  ];
  // Beside it lies its picture, from which the other officer's program reads the same.
  const [[, picture]] = [...officer.saved].filter(([name]) => name.endsWith('.qr.png')) as [[string, Uint8Array]];
  const asked = await second.custodian.approvalIn(picture);
  expect(asked).toBe(Buffer.from(request).toString('utf8').trim());
  const { text } = await second.custodian.answerRequest(asked, { decision: 'granted', reason: null });
  officer.file = { name: 'answer.json', bytes: Buffer.from(text) };
  await user.click((await dialog()).getByRole('button', { name: 'Take the answer…' }));
  expect(await (await dialog()).findByText('Taken. Now do the same again.')).toBeTruthy();
  await user.click((await dialog()).getByRole('button', { name: 'Hand over…' }));
  expect(await region('Private key').findByText('Handed over to Payments team: number 1 of the ledger')).toBeTruthy();
  await second.close();
});

// What a newcomer does next: ticked from facts, gone when all is done or when it was sent away.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { firstSteps } from '../../../../renderer/fleet/state/first-steps.ts';
import { nothing, rehearsal, tenant } from '../../../support/desk-scenes.ts';
import { aTenant } from '../../../support/keys.ts';
import { openWindow } from '../render-window.tsx';
import { push } from '../../../support/tenant-keys.ts';

const list = async () => within(await screen.findByRole('region', { name: 'First steps' }));

test('steps are ticked from what has happened, and each open one leads to where it is done', async () => {
  const { desk, user, argsOf } = await openWindow('#/', nothing);
  // The empty window has the same list, with nothing ticked.
  expect((await list()).getByText(/^0 of 5 done/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try it on the sandbox' }));
  await screen.findByRole('heading', { level: 1, name: 'Key rings' });
  act(() => {
    window.location.hash = '#/';
  });
  const steps = await list();
  expect(steps.getByText(/^0 of 5 done/)).toBeTruthy();
  expect(steps.getByRole('link', { name: 'Rehearse on the sandbox' }).getAttribute('href')).toBe(
    '#/tenant/Rehearsal/publish',
  );
  expect(steps.getByRole('link', { name: 'Add your own tenant' }).getAttribute('href')).toBe('#/add');

  await act(() => push(desk, 'Rehearsal'));
  await act(() => desk.custodian.provePublication({ tenant: 'Rehearsal' }));
  await screen.findByText(/^1 of 5 done/);
  const later = await list();
  expect(later.queryByRole('link', { name: 'Rehearse on the sandbox' })).toBeNull();

  await user.click(later.getByRole('button', { name: 'Hide the first steps' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull());
  expect(argsOf('preferences.write')).toEqual([{ firstSteps: false }]);

  window.location.hash = '#/due';
  await screen.findByRole('heading', { level: 1, name: 'Due' });
  window.location.hash = '#/';
  await screen.findByRole('heading', { level: 1, name: 'Tenants' });
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
});

test('all done is nothing to show, and a sandbox is not a tenant of one’s own', async () => {
  const { desk } = await openWindow('#/', rehearsal);
  await list();
  const { url } = await desk.sandbox.start();
  const at = { domain: 'real.eu.auth0.com', customDomain: 'login.real.example' };
  const urls = { apiBaseUrl: `${url}/${at.domain}/api/v2`, jwksUrl: `${url}/${at.customDomain}/.well-known/jwks.json` };
  await act(async () => {
    await tenant({ name: 'Real', ...at, ...urls, endpoint: 'auth0' }).set(desk);
    const { clientId, clientSecret } = await desk.sandbox.register(at);
    const none = new Uint8Array();
    const secrets = { secret: Buffer.from(clientSecret), certificate: none, key: none };
    await desk.custodian.credentials.store({ tenant: 'Real', kind: 'client-secret', clientId }, secrets);
    for (const name of ['Real', 'rehearsal']) {
      await push(desk, name);
      await desk.custodian.provePublication({ tenant: name });
    }
  });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull());

  const summary = (endpoint: 'sandbox' | 'auth0', lastPublishedAt: string | null) => ({
    tenant: { ...aTenant, name: endpoint, endpoint },
    keys: { next: 1, current: 1, previous: 0, revoked: 0 },
    lastPublishedAt,
    drift: null,
  });
  const out = '2026-11-14T09:12:00.000Z';
  const done = (tenants: Parameters<typeof firstSteps>[0], ...proven: string[]) =>
    firstSteps(tenants, new Set(proven)).flatMap((step) => (step.done ? [step.step] : []));
  expect(done([summary('sandbox', out)])).toEqual([]);
  expect(done([summary('sandbox', out)], 'sandbox')).toEqual(['rehearse']);
  expect(done([summary('auth0', out)])).toEqual(['add', 'generate', 'publish']);
  expect(done([summary('auth0', out)], 'auth0')).toEqual(['add', 'generate', 'publish', 'prove']);
});

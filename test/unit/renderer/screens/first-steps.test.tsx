// @vitest-environment happy-dom
// What a newcomer does next: ticked from facts, gone when all is done or when it was sent away.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { firstSteps } from '../../../../renderer/fleet/state/first-steps.ts';
import { fakeTenant } from '../fake-data.ts';
import { openWindow } from '../render-window.tsx';

const list = async () => within(await screen.findByRole('region', { name: 'First steps' }));

test('steps are ticked from what has happened, and each open one leads to where it is done', async () => {
  const { bridge, user, argsOf } = await openWindow('#/', 'empty');
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

  await act(async () => {
    const preview = await bridge.calls['publish.preview']({ tenant: 'Rehearsal' });
    await bridge.calls['publish.push']({ tenant: 'Rehearsal', hash: preview.ok ? preview.value.hash : '' });
  });
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
  await openWindow('#/');
  await screen.findByText('acme.eu.auth0.com', { selector: '.tenant-row-domain' });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull());

  const summary = (endpoint: 'sandbox' | 'auth0', lastPublishedAt: string | null) => ({
    tenant: fakeTenant({ name: endpoint, endpoint }),
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

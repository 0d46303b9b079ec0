import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { acme, nothing, rehearsal } from '../../../support/desk-scenes.ts';
import type { Desk } from '../../../support/desk.ts';
import { changeElsewhere, foreignKey } from '../../../support/remote-set.ts';
import { openWindow } from '../render-window.tsx';

const ACME = '#/tenant/acme/publish';

/** Somebody else puts these in the place of the last key, and a look finds it. */
async function drift(desk: Desk, ...added: Record<string, unknown>[]): Promise<void> {
  await changeElsewhere(desk, 'acme', (keys) => [...keys.slice(0, -1), ...added]);
  await act(() => desk.custodian.lookForDrift({ tenant: 'acme' }));
}

test('a look says that the set is in step', async () => {
  const { user, argsOf } = await openWindow(ACME, acme);
  expect(await screen.findByText('Not checked since the last push.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Check now' }));
  expect(await screen.findByText('In step: the tenant publishes exactly what was pushed.')).toBeTruthy();
  expect(argsOf('publish.drift')).toEqual([{ tenant: 'acme' }]);
});

test('where nothing was ever pushed, that is what is said', async () => {
  await openWindow('#/tenant/rehearsal/publish', rehearsal);
  expect(await screen.findByText('Nothing was pushed yet, so there is nothing to watch.')).toBeTruthy();
  expect(screen.queryByText('Not checked since the last push.')).toBeNull();
});

test('an alarm is on the overview, on every screen of the tenant, and with what to do where it is found', async () => {
  const { desk } = await openWindow('#/', acme);
  await drift(desk, foreignKey('k7Q2-unknown-origin'));
  expect(await screen.findByText('Alarm: foreign or revoked key')).toBeTruthy();

  window.location.hash = '#/tenant/acme';
  const link = await screen.findByRole('link', { name: 'See what was found and what to do' });
  expect(link.getAttribute('href')).toBe(ACME);

  window.location.hash = ACME;
  const alarm = await screen.findByText('Alarm: keys are accepted that should not be.');
  const notice = alarm.closest('[role="alert"]');
  expect(notice?.textContent).toContain('k7Q2-unknown-origin is published and is not ours');
  expect(notice?.textContent).toContain('Ask your colleagues at once');
  expect(screen.getByText('The published set is not as it was pushed.')).toBeTruthy();
});

test('a proof can wait for the caches and be stopped, and its evidence is saved', async () => {
  const { user, argsOf } = await openWindow(ACME, acme);
  await user.click(await screen.findByRole('button', { name: 'Wait for the caches, then prove' }));
  expect(argsOf('publish.verify')).toEqual([{ tenant: 'acme', waitSeconds: 600 }]);
  await user.click(await screen.findByRole('button', { name: 'Save the evidence…' }));
  expect(await screen.findByText(/Saved acme-proof-.*\.json/)).toBeTruthy();
  expect(argsOf('evidence.save')).toMatchObject([{ tenant: 'acme' }]);
  expect(within(document.body).queryByRole('button', { name: 'Cancel the wait' })).toBeNull();
});

test('a compromised key that may still be public is named before every other alarm', async () => {
  const { desk } = await openWindow('#/', acme);
  const keys = desk.custodian.showTenant({ tenant: 'acme' }).rings.flatMap((ring) => ring.keys);
  const compromised = keys.find(({ revocation }) => revocation?.compromised === true);
  await drift(desk, foreignKey('k7Q2-unknown-origin'), { ...compromised?.jwk });
  expect(await screen.findByText('ALARM: compromised key public')).toBeTruthy();
  window.location.hash = '#/tenant/acme';
  expect(await screen.findByText('First of all: a compromised key may still be public.')).toBeTruthy();
  window.location.hash = ACME;
  const alarms = await screen.findAllByRole('alert');
  expect(alarms[0]?.textContent).toContain(`${compromised?.kid ?? '?'} is COMPROMISED`);
});

test('a clock that disagrees with a server is said in the frame', async () => {
  let ahead: number | null = null;
  const { later } = await openWindow('#/', nothing, { serversAhead: () => ahead });
  expect(screen.queryByText('Clock is wrong')).toBeNull();
  ahead = 172_800;
  later(0);
  expect(await screen.findByText('Clock is wrong')).toBeTruthy();
  expect(await screen.findByText('172800 s behind id.acme.example')).toBeTruthy();
});

test('a push that is accepted and not visible yet is said as that, and stands so in the history', async () => {
  const { desk, user } = await openWindow('#/tenant/rehearsal/publish', rehearsal);
  // A cache before the endpoint shows the set as it was before the last change.
  desk.faults.set({ kind: 'stale', method: 'GET', path: '/api/v2/keys/custom-signing', times: 1000 });
  await user.click(await screen.findByRole('button', { name: 'Push to rehearsal' }));
  await waitFor(() => expect(screen.getAllByText('Accepted, not visible yet')).toHaveLength(2));
  const [notice, entry] = screen.getAllByText('Accepted, not visible yet');
  expect(notice?.closest('[role="status"]')?.textContent).toContain('Nothing needs to be sent again');
  expect(entry?.closest('tr')?.textContent).toContain('Push');
});

import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rehearsal } from '../../../support/desk-scenes.ts';
import { changeElsewhere, endpointOf, foreignKey } from '../../../support/remote-set.ts';
import { openWindow } from '../render-window.tsx';

const PUBLISH = '#/tenant/rehearsal/publish';

const diffRows = async () =>
  within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1);

const nameOf = (region: HTMLElement): string =>
  region.getAttribute('aria-label') ??
  document.getElementById(region.getAttribute('aria-labelledby') ?? '')?.textContent ??
  '';

test('preview, push of exactly that preview, proof', async () => {
  const { desk, user, argsOf } = await openWindow(PUBLISH, rehearsal);
  const { hash } = await desk.custodian.previewPublication({ tenant: 'rehearsal' });
  expect((await diffRows()).map((row) => row.querySelector('.badge')?.textContent)).toEqual(['Added', 'Added']);

  await user.click(screen.getByRole('button', { name: 'Push to rehearsal' }));
  expect(await screen.findByText('Published and read back: 2 keys.')).toBeTruthy();
  expect(argsOf('publish.push')).toEqual([{ tenant: 'rehearsal', hash }]);
  expect(await screen.findByRole('button', { name: 'Nothing to push' })).toHaveProperty('disabled', true);

  const regions = screen.getAllByRole('region').map((region) => nameOf(region));
  expect(regions).toEqual([...new Set(regions)]);

  await user.click(screen.getByRole('button', { name: 'Prove from outside' }));
  expect(await screen.findByText('Proven')).toBeTruthy();
});

test('when the set changed meanwhile, nothing was sent and a fresh preview is shown', async () => {
  const { desk, user, argsOf } = await openWindow(PUBLISH, rehearsal);
  await diffRows();
  const { keys } = await desk.custodian.addRing({ tenant: 'rehearsal', alg: 'ES384' });
  const late = keys[0]?.kid ?? '';

  await user.click(screen.getByRole('button', { name: 'Push to rehearsal' }));
  const notice = await screen.findByText('The set changed since your preview. Nothing was sent.');
  expect(notice.closest('[role="alert"]')).toBeTruthy();
  await waitFor(async () => expect(await diffRows()).toHaveLength(4));
  expect(screen.getAllByTitle(late).length).toBeGreaterThan(0);
  expect(await (await endpointOf(desk, 'rehearsal')).read()).toEqual([]);

  // A second click sends nothing that was not looked at.
  const push = screen.getByRole('button', { name: 'Push to rehearsal' });
  expect(push).toHaveProperty('disabled', true);
  expect(notice.closest('[role="alert"]')?.textContent).toContain(`${late}: new: added`);
  expect(argsOf('publish.push')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'I have reviewed it' }));
  await user.click(push);
  expect(await screen.findByText('Published and read back: 4 keys.')).toBeTruthy();
  expect(screen.queryByText('The set changed since your preview. Nothing was sent.')).toBeNull();
  const [first, second] = argsOf('publish.push');
  expect(first).not.toEqual(second);
});

test('a change of the registry does not swap the preview under the officer’s hand', async () => {
  const { bridge, argsOf } = await openWindow(PUBLISH, rehearsal);
  await diffRows();
  bridge.emit('changed', { action: 'key.rotated' });
  await waitFor(() => expect(argsOf('tenant.show').length).toBeGreaterThan(1));
  expect(argsOf('publish.preview')).toHaveLength(1);
});

test('any other failure stays in its place with its advice', async () => {
  const { bridge, user } = await openWindow(PUBLISH, rehearsal);
  await diffRows();
  bridge.failNext('publish.push', { code: 'REMOTE_TIMEOUT', facts: { host: 'acme.eu', seconds: 15 } });
  await user.click(screen.getByRole('button', { name: 'Push to rehearsal' }));
  expect(await screen.findByText('acme.eu did not answer within 15 seconds.')).toBeTruthy();
  expect(screen.getByText('REMOTE_TIMEOUT')).toBeTruthy();
});

test('both looks of the body: laid out, and the exact bytes', async () => {
  const { desk, user } = await openWindow(PUBLISH, rehearsal);
  const { body } = await desk.custodian.previewPublication({ tenant: 'rehearsal' });
  expect((await screen.findByRole('region', { name: 'Body, formatted' })).textContent).toContain('\n  "keys"');
  await user.click(screen.getByRole('radio', { name: 'Exact bytes' }));
  expect(screen.getByRole('region', { name: 'Exact bytes of the body' }).textContent).toBe(body);
});

test('a key of others goes nowhere before it is decided about, and who keeps it says why on every screen', async () => {
  const { desk, user, argsOf } = await openWindow(PUBLISH, rehearsal);
  await diffRows();
  await changeElsewhere(desk, 'rehearsal', () => [foreignKey('theirs')]);
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await user.click(await screen.findByRole('button', { name: 'I have reviewed it' }));
  const push = screen.getByRole('button', { name: 'Push to rehearsal' });
  expect(push).toHaveProperty('disabled', true);
  const keep = screen.getByRole('button', { name: 'Keep theirs' });
  expect(keep).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('textbox', { name: 'Why does theirs stay?' }), 'of the old portal');
  await user.click(keep);
  await waitFor(() => expect(push).toHaveProperty('disabled', false));
  await user.click(push);
  const kept = await screen.findByRole('list', { name: 'Foreign keys that are kept' });
  expect(kept.textContent).toContain('of the old portal');
  expect(argsOf('publish.push')).toMatchObject([{ keepForeign: [{ name: 'theirs', reason: 'of the old portal' }] }]);
});

test('a foreign key is taken down only when it is ticked, in a preview of its own', async () => {
  const { desk, user, argsOf } = await openWindow(PUBLISH, rehearsal);
  await diffRows();
  await changeElsewhere(desk, 'rehearsal', () => [foreignKey('theirs')]);
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await user.click(await screen.findByRole('button', { name: 'I have reviewed it' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Remove theirs' }));
  await waitFor(async () => expect((await diffRows()).at(-1)?.textContent).toMatch(/^Removed/));

  await user.click(screen.getByRole('button', { name: 'Push to rehearsal' }));
  expect(await screen.findByText('Published and read back: 2 keys.')).toBeTruthy();
  expect(argsOf('publish.push')).toMatchObject([{ tenant: 'rehearsal', removeForeign: ['theirs'] }]);
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Remove theirs' })).toBeNull());
});

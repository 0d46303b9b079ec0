import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { previewOf } from '../fake-preview.ts';
import { openWindow } from '../render-window.tsx';

const PUBLISH = '#/tenant/rehearsal/publish';
const UNREACHABLE = { code: 'REMOTE_UNREACHABLE', facts: { host: 'acme.eu', detail: { code: 'no-network' } } } as const;

/** The publish screen, when the tenant could not be reached. */
async function openOffline() {
  const opened = await openWindow('#/audit');
  opened.bridge.failNext('publish.preview', UNREACHABLE);
  window.location.hash = PUBLISH;
  return { ...opened, section: await screen.findByRole('region', { name: 'Without a network' }) };
}

test('nothing of it is in the way while the tenant answers', async () => {
  await openWindow(PUBLISH);
  await screen.findByRole('table');
  expect(screen.queryByRole('region', { name: 'Without a network' })).toBeNull();
});

test('a push waits, is listed with its reason, and leads back to a fresh preview', async () => {
  const { user, argsOf, section } = await openOffline();
  await user.click(within(section).getByRole('button', { name: 'Let it wait' }));
  expect(argsOf('outbox.add')).toEqual([{ tenant: 'rehearsal' }]);
  expect(await screen.findByText('A push of this tenant waits in the outbox.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Let it wait' })).toBeNull();

  await user.click(screen.getByRole('link', { name: 'What waits' }));
  const table = await screen.findByRole('table', { name: 'What is not pushed yet, and why' });
  const row = within(table).getByText('Push waits').closest('tr') ?? table;
  expect(row.textContent).toContain('cannot be reached (no network). Tried once');
  expect(
    within(row)
      .getByRole('link', { name: /^Try again/ })
      .getAttribute('href'),
  ).toBe(PUBLISH);
  await user.click(within(row).getByRole('button', { name: /^Drop/ }));
  expect(argsOf('outbox.drop')).toEqual([{ tenant: 'rehearsal' }]);
  expect(await within(table).findByText('Changed, not pushed')).toBeTruthy();
  expect(within(table).getByText('Never pushed.')).toBeTruthy();
});

test('a bundle is what was previewed, and its receipt is taken', async () => {
  const { bridge, user, argsOf, section } = await openOffline();
  const view = bridge.world.views.find(({ tenant }) => tenant.name === 'rehearsal');
  const { hash } = view ? previewOf(bridge.world, view) : { hash: '' };
  await user.click(within(section).getByRole('button', { name: 'Plan a bundle' }));
  await within(section).findByRole('region', { name: 'Body, laid out for reading' });
  await user.click(within(section).getByRole('button', { name: 'Save bundle…' }));
  expect(await screen.findByText('Saved rehearsal.bundle.json for rehearsal')).toBeTruthy();
  expect(argsOf('bundle.save')).toEqual([{ tenant: 'rehearsal', hash, as: 'file' }]);

  await user.click(within(section).getByRole('button', { name: 'Take a receipt…' }));
  expect(await screen.findByText('The courier says: pushed and read back.')).toBeTruthy();
});

test('a plan that is out of date makes no bundle, and a fresh one is shown', async () => {
  const { bridge, user, section } = await openOffline();
  await user.click(within(section).getByRole('button', { name: 'Plan a bundle' }));
  await within(section).findByRole('region', { name: 'Body, laid out for reading' });
  bridge.world.remote.set('rehearsal', [{ kid: 'theirs' }]);
  await user.click(within(section).getByRole('button', { name: 'Save as QR codes…' }));
  expect(await within(section).findByText('PUBLISH_CHANGED')).toBeTruthy();
  expect(await within(section).findByRole('checkbox', { name: 'Take down theirs' })).toBeTruthy();
});

test('a bundle that is out can be settled from the publish screen, and a refusal says what to do', async () => {
  const { bridge, user } = await openWindow('#/due');
  bridge.failNext('outbox.list', UNREACHABLE);
  window.location.hash = PUBLISH;
  await screen.findByRole('button', { name: 'Push to rehearsal' });
  bridge.failNext('publish.preview', UNREACHABLE);
  await user.click(screen.getByRole('button', { name: 'Read again' }));
  await user.click(await screen.findByRole('button', { name: 'Take a receipt…' }));
  expect(await screen.findByText('The courier says: refused, nothing was sent.')).toBeTruthy();
  expect(screen.getByText('Not ours: theirs')).toBeTruthy();
});

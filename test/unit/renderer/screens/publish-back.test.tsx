// The ways back from the publish screen: a former set, the undoing of the last push, and taking everything down.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Desk } from '../../../support/desk.ts';
import { changeElsewhere, endpointOf, foreignKey } from '../../../support/remote-set.ts';
import { openWindow } from '../render-window.tsx';

const ACME = '#/tenant/acme/publish';

const published = async (desk: Desk) => (await endpointOf(desk, 'acme')).read();

const rows = async (name?: string) =>
  within(await screen.findByRole('table', name === undefined ? {} : { name }))
    .getAllByRole('row')
    .slice(1);

const restore = async (row: number) => {
  const buttons = await screen.findAllByRole('button', { name: /^Restore this set…/ });
  return buttons[row] as HTMLElement;
};

test('the history lists publications, newest first; the first push joins it', async () => {
  const { user } = await openWindow('#/tenant/rehearsal/publish');
  expect(await screen.findByText('Nothing was published from here yet.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Roll back to previous set…' })).toHaveProperty('disabled', true);
  await user.click(await screen.findByRole('button', { name: 'Push to rehearsal' }));
  expect((await rows('Publications')).map((row) => row.textContent)).toEqual([expect.stringMatching(/^Push.*2 keys/)]);
});

test('a former set comes back as previewed; a revoked key in it needs a reason', async () => {
  const { desk, user, argsOf } = await openWindow(ACME);
  const [, older] = desk.custodian.publicationHistory({ tenant: 'acme' });
  await user.click(await restore(1));
  const banner = await screen.findByText('You are previewing the restoration of an earlier set.');
  expect(banner.closest('[tabindex="-1"]')).toBe(document.activeElement);
  expect(await screen.findByText(/was revoked here/)).toBeTruthy();

  const go = screen.getByRole('button', { name: 'Restore the set at acme' });
  expect(go).toHaveProperty('disabled', true);
  const reason = screen.getByLabelText(/^Why must 1 revoked key come back/);
  await user.type(reason, 'no');
  expect(go).toHaveProperty('disabled', true);
  await user.type(reason, ' verifier may fail tonight');
  await user.click(go);

  expect(await screen.findByText(/^Restored and read back: \d keys\.$/)).toBeTruthy();
  expect(argsOf('publish.push')).toMatchObject([
    { tenant: 'acme', act: 'rollback', to: older?.id, override: 'no verifier may fail tonight' },
  ]);
  expect((await published(desk)).map(({ kid }) => kid)).toEqual(older?.kids);
  // What the rings want is shown again.
  expect(await screen.findByRole('button', { name: 'Push to acme' })).toBeTruthy();
  expect(screen.queryByText('You are previewing the restoration of an earlier set.')).toBeNull();
});

test('the last push can be undone, and its preview left again', async () => {
  const { user, argsOf } = await openWindow(ACME);
  await user.click(await screen.findByRole('button', { name: 'Roll back to previous set…' }));
  expect(await screen.findByText('You are previewing a rollback to the previous set.')).toBeTruthy();
  await waitFor(() => expect(argsOf('publish.preview').at(-1)).toMatchObject({ act: 'rollback' }));
  await user.click(screen.getByRole('button', { name: 'Leave this preview' }));
  expect(await screen.findByRole('button', { name: 'Nothing to push' })).toBeTruthy();
  expect(document.activeElement?.tagName).toBe('H1');
  expect(argsOf('publish.push')).toEqual([]);
});

test('right after a push stands what its undoing would do, and leads to the preview of it', async () => {
  const { desk, user, argsOf } = await openWindow('#/tenant/rehearsal/publish');
  await screen.findByRole('button', { name: 'Push to rehearsal' });
  await changeElsewhere(desk, 'rehearsal', (keys) => [...keys, foreignKey('theirs')]);
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await user.click(await screen.findByRole('button', { name: 'I have reviewed it' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Remove theirs' }));
  const push = screen.getByRole('button', { name: 'Push to rehearsal' });
  await waitFor(() => expect(push).toHaveProperty('disabled', false));
  await user.click(push);
  const done =
    (await screen.findByText(/^Published and read back/)).closest<HTMLElement>('[role="status"]') ?? document.body;
  expect(done.textContent).toContain('Rolling back would restore theirs.');

  await user.click(within(done).getByRole('button', { name: 'Roll back to previous set…' }));
  expect(await screen.findByText('You are previewing a rollback to the previous set.')).toBeTruthy();
  await waitFor(() => expect(argsOf('publish.preview').at(-1)).toMatchObject({ act: 'rollback' }));
  expect(screen.queryByText(/^Published and read back/)).toBeNull();
  expect(argsOf('publish.push')).toHaveLength(1);
});

test('everything is taken down only when each foreign key is ticked and the name is typed', async () => {
  const { desk, user, argsOf } = await openWindow(ACME);
  await changeElsewhere(desk, 'acme', (keys) => [...keys, foreignKey('theirs')]);
  await user.click(await screen.findByRole('button', { name: 'More for the published set' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Unpublish all keys…', hidden: true }));
  expect(await screen.findByText(/is not ours and would be removed/)).toBeTruthy();

  const go = () => screen.getByRole('button', { name: 'Unpublish all keys of acme' });
  await user.type(screen.getByLabelText(/^Type the tenant’s name: acme/), 'acme');
  expect(go()).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'Remove theirs' }));
  await waitFor(() => expect(go()).toHaveProperty('disabled', false));
  await user.click(go());

  expect(await screen.findByText('Unpublished and read back: 0 keys.')).toBeTruthy();
  expect(argsOf('publish.push')).toMatchObject([{ tenant: 'acme', act: 'clear', removeForeign: ['theirs'] }]);
  expect(await published(desk)).toEqual([]);
});

test('what was typed for one preview does not count for another', async () => {
  const { user } = await openWindow(ACME);
  const clear = async () => {
    await user.click(await screen.findByRole('button', { name: 'More for the published set' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Unpublish all keys…', hidden: true }));
    return screen.findByLabelText(/^Type the tenant’s name/);
  };
  await user.type(await clear(), 'acme');
  await user.click(screen.getByRole('button', { name: 'Leave this preview' }));
  expect(await clear()).toHaveProperty('value', '');
});

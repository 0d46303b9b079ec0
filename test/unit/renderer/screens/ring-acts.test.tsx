// The seldom acts of a ring: the emergency, taking a rotation back, erasing, and looking along the time line.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type Scene, waiting } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const NORTHWIND = '#/tenant/Northwind%20Bank';

const bodyDialog = async () => within(await screen.findByRole('dialog'));

/** A page without layout takes every menu for scrolled out of sight. */
const item = (name: RegExp) => ({ name, hidden: true });

async function openMenu(hash: string, scene?: Scene) {
  const opened = await openWindow(hash, scene);
  await opened.user.click(await screen.findByRole('button', { name: 'More for ring default' }));
  return opened;
}

test('the emergency pictures what follows, is asked for once more elsewhere, and leads on', async () => {
  const { user, argsOf } = await openMenu(NORTHWIND);
  await user.click(await screen.findByRole('menuitem', item(/^Emergency/)));
  const dialog = await bodyDialog();
  expect(dialog.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
    '1 minute',
    '10 minutes',
    '12 hours',
  ]);
  expect(dialog.getByText('All may still accept the old key.')).toBeTruthy();
  expect(dialog.getByRole('radio', { name: 'Compromised' })).toHaveProperty('checked', true);
  const go = dialog.getByRole('button', { name: 'Rotate and revoke now' });
  expect(dialog.getByText(/^Key Custodian asks once more/)).toBeTruthy();
  await user.click(go);
  expect(await screen.findByText('1. Push now')).toBeTruthy();
  expect(argsOf('key.rotateAndRevoke')).toEqual([{ tenant: 'Northwind Bank', ring: 'default', compromised: true }]);

  await user.click(screen.getByRole('link', { name: 'Push now' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Publish' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a rotation can be taken back while it had no effect, and only then is it offered', async () => {
  const { user, argsOf } = await openMenu('#/tenant/rehearsal');
  expect(await screen.findByRole('menuitem', item(/^Emergency/))).toBeTruthy();
  expect(screen.queryByRole('menuitem', item(/Undo the last rotation/))).toBeNull();
  await user.keyboard('{Escape}');

  await user.click(screen.getByRole('button', { name: 'Rotate… ring default' }));
  await user.click((await bodyDialog()).getByRole('checkbox'));
  await user.click((await bodyDialog()).getByRole('button', { name: 'Rotate now' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await user.click(screen.getByRole('button', { name: 'More for ring default' }));
  await user.click(await screen.findByRole('menuitem', item(/Undo the last rotation/)));
  const dialog = await bodyDialog();
  expect(dialog.getAllByRole('listitem').map((move) => move.textContent)).toEqual([
    expect.stringMatching(/PreviousCurrent.*signs again/),
    expect.stringMatching(/CurrentNext.*waits again/),
    expect.stringMatching(/NextReplaced.*is replaced/),
  ]);
  await user.type(dialog.getByLabelText(/^Reason/), 'wrong tenant');
  await user.click(dialog.getByRole('button', { name: 'Undo rotation' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.abortRotation')).toEqual([{ tenant: 'rehearsal', ring: 'default', reason: 'wrong tenant' }]);
});

test('erasing wants the whole kid, is scheduled, and can be taken back', async () => {
  const { kidOf, user, argsOf } = await openWindow('#/tenant/acme');
  const kid = kidOf('acme', 'revoked');
  const name = `${kid.slice(0, 6)}…${kid.slice(-6)}`;
  await user.click(await screen.findByRole('button', { name: `Erase… ${name}` }));
  const dialog = await bodyDialog();
  expect(dialog.getByText(/erased from the keychain in 1 day\. Until then you can cancel it/)).toBeTruthy();
  const erase = dialog.getByRole('button', { name: 'Schedule the erasure' });
  await user.type(dialog.getByLabelText(/^Type the whole kid/), kid.slice(0, -1));
  expect(erase).toHaveProperty('disabled', true);
  await user.type(dialog.getByLabelText(/^Type the whole kid/), kid.slice(-1));
  await user.click(erase);
  expect(argsOf('key.destroy')).toEqual([{ tenant: 'acme', kid, confirm: kid }]);

  await user.click(await screen.findByRole('button', { name: `Cancel erasure of ${name}` }));
  await waitFor(() => expect(argsOf('key.keep')).toEqual([{ tenant: 'acme', kid }]));
  expect(await screen.findByRole('button', { name: `Erase… ${name}` })).toBeTruthy();
});

test('an erased private key is said to be erased, and is not offered for erasure again', async () => {
  await openWindow('#/tenant/acme');
  const leaked = screen.getByText(/found in a build log/).closest('li');
  expect(leaked?.textContent).toContain('Private key erased 10 Feb 2027');
  expect(leaked && within(leaked).queryByRole('button', { name: /^Erase/ })).toBeNull();
});

test('the time line shows what went and what comes, and the same as a table', async () => {
  const { user } = await openWindow('#/tenant/acme', waiting);
  await user.click(await screen.findByRole('button', { name: /^Time line/ }));
  const marks = within(screen.getByRole('list', { name: 'Time line of ring default' })).getAllByRole('listitem');
  const words = marks.map((mark) => mark.querySelector('.mark-word')?.textContent);
  expect(words.indexOf('Now')).toBeGreaterThan(0);
  expect(words.slice(words.indexOf('Now') + 1)).toEqual(
    expect.arrayContaining(['Safe to revoke', 'Ready to sign', 'Rejected everywhere', 'Erasure']),
  );

  await user.click(screen.getByRole('radio', { name: 'Table' }));
  const table = screen.getByRole('table', { name: /Everything that happened to the ring/ });
  expect(within(table).getAllByRole('row').length).toBeGreaterThan(marks.length);
  expect(within(table).getByRole('row', { name: /in 23 h 59 min Private key will be erased/ })).toBeTruthy();
});

import { generateKeyPairSync } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

const NORTHWIND = '#/tenant/Northwind%20Bank';

test('every stop of the lane is named, in our word and in NIST’s, and says what to do when it is empty', async () => {
  await openWindow('#/tenant/rehearsal');
  const stops = ['Next', 'Current', 'Previous', 'Revoked'].map((name) => screen.getByRole('group', { name }));
  expect(stops.map((stop) => stop.querySelector('.stop-nist')?.textContent)).toEqual([
    'NIST: pre-activation',
    'NIST: active',
    'NIST: deactivated',
    'NIST: deactivated or compromised',
  ]);
  expect(stops[2]?.textContent).toContain('The current key comes here when you rotate');
  expect(within(stops[0] ?? document.body).getByText('Not published')).toBeTruthy();
});

test('many keys come in by one dialog, which says what became of each', async () => {
  const { user, officer, argsOf } = await openWindow('#/tenant/acme');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  officer.files = [
    { name: 'old.pem', bytes: Buffer.from(pem) },
    { name: 'notes.txt', bytes: Buffer.from('nothing') },
  ];
  await user.click(screen.getByRole('button', { name: 'Import many keys…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: 'Take an RSA key with a small exponent' }));
  await user.click(dialog.getByRole('button', { name: 'Choose files…' }));
  expect(await dialog.findByText('1 key imported, 1 not.')).toBeTruthy();
  expect(within(dialog.getByRole('region', { name: 'Imported' })).getByText(/old\.pem · EC P-256/)).toBeTruthy();
  expect(within(dialog.getByRole('region', { name: 'Not imported' })).getByText(/notes\.txt/)).toBeTruthy();
  expect(argsOf('key.importMany')).toEqual([{ tenant: 'acme', allowSmallExponent: true }]);
});

test('a rotation names every consequence and sends the next kid that the officer saw', async () => {
  const { user, argsOf, kidOf } = await openWindow('#/tenant/acme');
  const [next, current] = [kidOf('acme', 'next'), kidOf('acme', 'current')];
  await user.click(screen.getByRole('button', { name: 'Rotate… ring default' }));

  const dialog = await screen.findByRole('dialog');
  const moves = within(within(dialog).getByRole('list', { name: 'What will happen' })).getAllByRole('listitem');
  expect(moves.map((move) => move.textContent)).toEqual([
    expect.stringMatching(/CurrentPrevious.*stay valid until they expire, or until you revoke it/),
    expect.stringMatching(/NextCurrent.*signs every new token from now on/),
    expect.stringMatching(/A new key.*Next.*ES256/),
  ]);
  expect(moves[0]?.textContent).toContain(current.slice(0, 6));
  expect(within(dialog).queryByRole('checkbox')).toBeNull();

  await user.click(within(dialog).getByRole('button', { name: 'Rotate now' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.rotate')).toEqual([{ tenant: 'acme', ring: 'default', expectNext: next }]);
  expect(await screen.findByText('1 key not published yet.')).toBeTruthy();
});

test('an unpublished next key is warned of loudly and wants an explicit yes', async () => {
  const { user, argsOf } = await openWindow('#/tenant/rehearsal');
  await user.click(screen.getByRole('button', { name: 'Rotate… ring default' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('The next key has never been published.')).toBeTruthy();
  const rotate = within(dialog).getByRole('button', { name: 'Rotate now' });
  expect(rotate).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('checkbox'));
  await user.click(rotate);
  await waitFor(() => expect(argsOf('key.rotate')).toHaveLength(1));
});

test('only a previous key can be revoked; the others say why not and do nothing', async () => {
  const { user } = await openWindow('#/tenant/acme');
  const current = screen.getByRole('group', { name: 'Current' });
  const closed = within(current).getByRole('button', { name: /^Revoke…/ });
  expect(closed.getAttribute('aria-disabled')).toBe('true');
  closed.focus();
  expect(await screen.findByText(/This key signs now. Rotate the ring first/)).toBeTruthy();
  await user.click(closed);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('revoking in production asks for no word here: the main process asks for all of them', async () => {
  const { user, argsOf, kidOf } = await openWindow(NORTHWIND);
  const kid = kidOf('Northwind Bank', 'previous');
  const [previous] = screen.getAllByRole('group', { name: 'Previous' });
  await user.click(within(previous ?? document.body).getByRole('button', { name: /^Revoke…/ }));

  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'Compromised' }));
  expect(within(dialog).queryByLabelText(/^Reason/)).toBeNull();
  expect(within(dialog).getByText(/^Key Custodian asks once more/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Revoke for good' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.revoke')).toEqual([{ tenant: 'Northwind Bank', kid, compromised: true }]);
  expect(await screen.findByText('1 revoked key may still be public.')).toBeTruthy();
});

test('an announced next key cannot be replaced, and the button says so', async () => {
  await openWindow('#/tenant/acme');
  const generate = screen.getByRole('button', { name: 'Generate next key of ring default' });
  expect(generate.getAttribute('aria-disabled')).toBe('true');
});

test('an error of the main process stays in the dialog, which stays open', async () => {
  const { bridge, user } = await openWindow('#/tenant/acme');
  bridge.failNext('key.rotate', { code: 'RING_CHANGED', facts: { ring: 'default' } });
  await user.click(screen.getByRole('button', { name: 'Rotate… ring default' }));
  await user.click(await screen.findByRole('button', { name: 'Rotate now' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/changed while you were looking at it/)).toBeTruthy();
});

test('a double click runs a command once', async () => {
  const { user, argsOf } = await openWindow('#/tenant/rehearsal');
  await user.click(screen.getByRole('button', { name: 'Generate next key of ring default' }));
  await user.dblClick(await screen.findByRole('button', { name: 'Replace next key' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.generate')).toHaveLength(1);
});

test('a published next key is withdrawn, and what has to follow is said before and after', async () => {
  const { user, argsOf, kidOf } = await openWindow('#/tenant/acme');
  const kid = kidOf('acme', 'next');
  const next = screen.getByRole('group', { name: 'Next' });
  await user.click(within(next).getByRole('button', { name: /^Withdraw…/ }));
  const dialog = await screen.findByRole('dialog');
  const moves = within(within(dialog).getByRole('list', { name: 'What will happen' })).getAllByRole('listitem');
  expect(moves.map((move) => move.textContent)).toEqual([
    expect.stringMatching(/NextRevoked.*never comes back/),
    expect.stringMatching(/A new key.*Next/),
  ]);
  expect(within(dialog).getByText(/Push acme right afterwards/)).toBeTruthy();
  const withdraw = within(dialog).getByRole('button', { name: 'Withdraw for good' });
  expect(withdraw).toHaveProperty('disabled', true);
  await user.click(within(dialog).getByRole('radio', { name: 'Compromised' }));
  await user.type(within(dialog).getByLabelText(/^Reason/), 'its file was lost');
  await user.type(within(dialog).getByLabelText(/acme/), 'acme');
  await user.click(withdraw);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(argsOf('key.withdraw')).toEqual([{ tenant: 'acme', kid, reason: 'its file was lost', compromised: true }]);
  expect(await screen.findByText('1 revoked key may still be public.')).toBeTruthy();
});

test('an emergency can say that the next key leaked as well, and then makes it sign nothing', async () => {
  const { user, argsOf } = await openWindow(NORTHWIND);
  await user.click(screen.getAllByRole('button', { name: /^More for ring/ })[0] ?? document.body);
  await user.click(await screen.findByRole('menuitem', { name: /^Emergency/, hidden: true }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('checkbox', { name: /^The next key .* may have been exposed as well/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Rotate and revoke now' }));
  await waitFor(() => expect(argsOf('key.rotateAndRevoke')).toMatchObject([{ nextToo: true }]));
});

test('a ring for one’s own keys starts empty, and says at every stop what to do', async () => {
  const { desk, user, argsOf } = await openWindow('#/tenant/acme');
  await user.click(screen.getByRole('button', { name: 'Add ring…' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'I bring my own keys' }));
  await user.click(within(dialog).getByRole('button', { name: 'Add ring' }));
  await waitFor(() => expect(argsOf('ring.add')).toMatchObject([{ tenant: 'acme', empty: true }]));
  const { rings } = desk.custodian.showTenant({ tenant: 'acme' });
  expect(rings.at(-1)).toMatchObject({ ring: { brought: true }, keys: [] });
  await waitFor(() => expect(screen.getAllByText(/No next key. Generate or import one/).length).toBeGreaterThan(0));
  expect(screen.getByText(/with imported keys/)).toBeTruthy();
});

// The screens that are not about one tenant's keys: inspect, due, policies; and the token bench.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../support/desk.ts';
import { acme, crowded, nothing, rehearsal, withPolicies } from '../../../support/desk-scenes.ts';
import { partnerFile } from '../../../support/partner-file.ts';
import { openWindow } from '../render-window.tsx';
import { kidIn } from '../../../support/tenant-keys.ts';

/** A certificate in PEM that nobody made here. */
async function certificateOf({ custodian, ...desk }: Desk) {
  const kid = kidIn({ custodian, ...desk }, 'rehearsal', 'current');
  const { bytes } = await custodian.exportFile({ tenant: 'rehearsal', kid, format: 'pem' });
  return { name: 'unknown.cer', bytes: Uint8Array.from(bytes) };
}

const region = (name: string | RegExp) => within(screen.getByRole('region', { name }));

test('a chosen file is named, explained, opened with a passphrase outside the page, and imported', async () => {
  const { desk, officer, user, argsOf } = await openWindow('#/inspect', acme);
  officer.file = await partnerFile(desk, 'acme', officer.secret ?? '');
  await user.click(screen.getByRole('button', { name: 'Choose a file…' }));
  const file = within(await screen.findByRole('region', { name: 'partner.p12' }));
  expect(file.getByText('PKCS#12 DER')).toBeTruthy();
  expect(region('2. Encrypted content').getByText('Its protection is weak by the measure of today.')).toBeTruthy();

  await user.click(file.getByRole('button', { name: 'Open with passphrase…' }));
  await screen.findByRole('region', { name: '4. Private key, encrypted' });
  expect(argsOf('file.inspectOpened')).toEqual([{}]);
  expect(region('4. Private key, encrypted').getByRole('button', { name: 'Copy Public key SHA-256' })).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Import into…' }));
  const dialog = within(await screen.findByRole('dialog'));
  // One tenant with one ring that the key fits, whose next and current keys are in use: there is nothing to choose.
  expect(dialog.getByLabelText('Tenant')).toHaveProperty('value', 'acme');
  expect(await dialog.findByLabelText('Ring')).toHaveProperty('value', 'default');
  officer.secret = null;
  await user.click(dialog.getByRole('button', { name: 'Import' }));
  await waitFor(() =>
    expect(argsOf('key.import')).toEqual([{ tenant: 'acme', ring: 'default', as: 'previous', inspected: true }]),
  );
  expect(await dialog.findByText('A dialog was closed. Nothing was changed.')).toBeTruthy();
});

test('a file that the desktop opens with this program is inspected, wherever the officer was', async () => {
  const { bridge, desk, officer, argsOf } = await openWindow('#/due', acme);
  officer.file = await partnerFile(desk, 'acme', officer.secret ?? '');
  act(() => bridge.emit('opened', {}));
  expect(await screen.findByRole('region', { name: 'partner.p12' })).toBeTruthy();
  expect(argsOf('file.inspectDropped')).toEqual([{}]);
});

test('an inspected file is held against another one, which is chosen outside the page', async () => {
  const { desk, officer, user, argsOf } = await openWindow('#/inspect', rehearsal);
  const kid = kidIn(desk, 'rehearsal', 'current');
  officer.file = await certificateOf(desk);
  await user.click(screen.getByRole('button', { name: 'Choose a file…' }));
  await screen.findByRole('region', { name: 'unknown.cer' });
  expect(screen.getByText(`rehearsal, kid ${kid}, current, with this certificate`)).toBeTruthy();
  const { bytes } = await desk.custodian.exportFile({ tenant: 'rehearsal', kid, format: 'spki' });
  officer.file = { name: 'theirs.pem', bytes: Uint8Array.from(bytes) };
  await user.click(screen.getByRole('button', { name: 'Compare with…' }));
  const both = within(await screen.findByRole('region', { name: 'unknown.cer and theirs.pem' }));
  expect(both.getByText('The same key, but not the same certificate around it.')).toBeTruthy();
  expect(both.getByText('a certificate in the first only')).toBeTruthy();
  expect(argsOf('file.compare')).toEqual([{}]);
  await user.click(screen.getByRole('button', { name: 'Save as…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(dialog.getByLabelText('Format'), 'ssh');
  await user.click(dialog.getByRole('button', { name: 'Save…' }));
  expect(await dialog.findByText('theirs.pub was written.')).toBeTruthy();
  expect(Buffer.from(officer.saved.get('theirs.pub') ?? []).toString()).toMatch(/^ecdsa-sha2-nistp256 /);
});

test('a file dropped anywhere is inspected; the page points at it, and hands over neither bytes nor a path', async () => {
  const { argsOf, officer, desk } = await openWindow('#/audit', rehearsal);
  officer.file = await certificateOf(desk);
  // Never answered, as by the main process.
  const requestPermission = vi.fn<(wish: { mode: string }) => Promise<string>>(() => new Promise(() => undefined));
  const item = { kind: 'file', getAsFileSystemHandle: async () => ({ requestPermission }) };
  const dataTransfer = { types: ['Files'], items: [{ kind: 'string' }, item] };
  fireEvent.dragOver(window, { dataTransfer });
  expect(await screen.findByText('Drop it to learn what it is')).toBeTruthy();
  fireEvent.drop(window, { dataTransfer });
  expect(await screen.findByRole('region', { name: 'unknown.cer' })).toBeTruthy();
  expect(window.location.hash).toBe('#/inspect');
  expect(argsOf('file.inspectDropped')).toEqual([{}]);
  expect(requestPermission).toHaveBeenCalledExactlyOnceWith({ mode: 'readwrite' });
  expect(screen.queryByRole('button', { name: 'Import into…' })).toBeNull();
  expect(screen.queryByText('Drop it to learn what it is')).toBeNull();
});

test('of several files that are dropped the first is inspected, and the others are said not to be', async () => {
  const { officer, desk, user } = await openWindow('#/inspect', rehearsal);
  officer.file = await certificateOf(desk);
  const file = { kind: 'file' };
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items: [file, file, file] } });
  expect(await screen.findByRole('region', { name: 'unknown.cer' })).toBeTruthy();
  expect(screen.getByText('2 more files were dropped and not looked at: drop one at a time.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Choose another file…' }));
  expect(screen.queryByText(/not looked at/)).toBeNull();
});

test('what is pasted is inspected by the main process; the page looks at none of it, and leaves fields alone', async () => {
  const { argsOf, desk, officer, user } = await openWindow('#/tenant/rehearsal/bench', rehearsal);
  officer.file = await certificateOf(desk);
  const getData = vi.fn<(type: string) => string>(() => 'secret');
  fireEvent.paste(await screen.findByRole('textbox', { name: 'Token' }), { clipboardData: { files: [], getData } });
  expect(argsOf('file.inspectPasted')).toEqual([]);
  fireEvent.paste(document.body, { clipboardData: { files: [], getData } });
  expect(await screen.findByRole('region', { name: 'Clipboard' })).toBeTruthy();
  expect(argsOf('file.inspectPasted')).toEqual([{}]);
  expect(getData).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'From the clipboard' }));
  expect(argsOf('file.inspectPasted')).toHaveLength(2);
});

test('text that is dragged is none of our business', async () => {
  await openWindow('#/audit', nothing);
  fireEvent.dragOver(window, { dataTransfer: { types: ['text/plain'], files: [] } });
  expect(screen.queryByText('Drop it to learn what it is')).toBeNull();
});

test('the bench tells who signed, what is wrong, and what the dates mean', async () => {
  const { desk, user } = await openWindow('#/tenant/acme/bench');
  const read = async (token: string) => {
    fireEvent.change(screen.getByLabelText('Token'), { target: { value: token } });
    await user.click(screen.getByRole('button', { name: 'Read token' }));
  };
  const { jws } = await desk.custodian.signToken({ tenant: 'acme', claims: {}, ttl: 60 });
  desk.advance(7_260_000);
  await read(`Bearer ${jws}`);
  expect(await screen.findByText('It would not be accepted: it has expired.')).toBeTruthy();
  const claims = within(screen.getByRole('table', { name: 'Claims' }));
  const exp = claims.getByRole('rowheader', { name: /^exp/ }).closest('tr');
  expect(exp?.textContent).toMatch(/expires.*[12] hours? ago/);

  const stranger = await desk.custodian.signToken({ tenant: 'rehearsal', claims: {}, ttl: 60 });
  await read(stranger.jws);
  expect(await screen.findByText('It would not be accepted: no key of this tenant signed it.')).toBeTruthy();
  expect(screen.getByText(/Nobody known here signed/)).toBeTruthy();
});

test('claims are taken over without their times, edited, checked and signed anew', async () => {
  const { desk, user, argsOf } = await openWindow('#/tenant/acme/bench');
  const { jws } = await desk.custodian.signToken({ tenant: 'acme', claims: { sub: 'auth0|5f7c' }, ttl: 60 });
  fireEvent.change(screen.getByLabelText('Token'), { target: { value: jws } });
  await user.click(screen.getByRole('button', { name: 'Read token' }));
  expect(await screen.findByText('It would be accepted.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Edit these claims' }));
  const editor = screen.getByLabelText('Claims');
  expect(editor).toHaveProperty('value', expect.stringContaining('"sub": "auth0|'));
  expect(editor).not.toHaveProperty('value', expect.stringContaining('"exp"'));

  fireEvent.change(editor, { target: { value: '{"sub": }' } });
  await user.click(screen.getByRole('button', { name: 'Sign token' }));
  expect(await screen.findByText(/^This is not JSON/)).toBeTruthy();
  expect(argsOf('token.sign')).toEqual([]);

  fireEvent.change(editor, { target: { value: '{"sub": "device-17"}' } });
  await user.selectOptions(screen.getByLabelText('Valid for'), '3600');
  expect(screen.getByText('A token is a credential.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sign token' }));
  const token = await screen.findByRole('region', { name: 'Signed token' });
  expect(argsOf('token.sign')).toEqual([{ tenant: 'acme', ring: 'default', claims: { sub: 'device-17' }, ttl: 3600 }]);
  await user.click(screen.getByRole('button', { name: 'Copy token' }));
  await waitFor(() => expect(argsOf('clipboard.copy')).toEqual([{ text: token.textContent }]));
});

test('what is due stands under its severity, is counted in the rail, and can be saved as a calendar', async () => {
  const { user, argsOf } = await openWindow('#/due', crowded);
  const overdue = await screen.findByRole('table', { name: /^Overdue/ });
  const rows = within(overdue).getAllByRole('row').length - 1;
  const soon = within(screen.getByRole('table', { name: /^Soon/ })).getAllByRole('row').length - 1;
  const link = screen.getByRole('link', { name: /^Due/ });
  expect(link.textContent).toBe(`Due${rows + soon}: ${rows} overdue, ${soon} soon`);

  await user.selectOptions(screen.getByLabelText('Environment'), 'production');
  await user.selectOptions(screen.getByLabelText('Look ahead'), '365');
  const due = (name: RegExp) =>
    screen
      .getAllByRole('table', { name: /what to do/ })
      .flatMap((table) => within(table).queryAllByRole('link', { name }));
  await waitFor(() => expect(due(/^branch/)).toEqual([]));
  expect(due(/Bank/).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Save calendar…' }));
  expect(await screen.findByText('Saved key-custodian.ics')).toBeTruthy();
  expect(argsOf('fleet.calendar')).toEqual([{ environment: 'production', days: 365 }]);
});

test('a policy is made from units that people think in, with its waits beside it', async () => {
  const { user, argsOf } = await openWindow('#/policies', withPolicies);
  expect(await screen.findByText(/longer than NIST SP 800-57 gives a signature key/)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'New policy' }));
  const waits = within(await screen.findByRole('region', { name: 'Resulting waits' }));
  expect(await waits.findByText('Ready to sign after 1 day 1 hour')).toBeTruthy();

  const called = (name: string) => fireEvent.change(screen.getByLabelText(/^Name/), { target: { value: name } });
  called('quarterly');
  await user.click(screen.getByRole('button', { name: 'Save policy' }));
  expect(await screen.findByText(/A policy of this name exists/)).toBeTruthy();
  called('quarterly two');

  await user.click(screen.getByRole('checkbox', { name: /^\.NET JwtBearer/ }));
  await user.clear(screen.getByLabelText('Longest verifier cache'));
  expect(await waits.findByText('Ready to sign after 13 hours')).toBeTruthy();
  await user.clear(screen.getByLabelText(/^Rotate every/));
  await user.click(screen.getByRole('button', { name: 'Save policy' }));
  expect(await screen.findByText('It must be a whole number of days.')).toBeTruthy();
  expect(waits.getByText(/The waits appear when every number makes sense/)).toBeTruthy();

  await user.type(screen.getByLabelText(/^Rotate every/), '60');
  await user.click(screen.getByRole('button', { name: 'Save policy' }));
  expect(await screen.findByRole('region', { name: 'quarterly two' })).toBeTruthy();
  expect(argsOf('policy.set')).toMatchObject([
    { name: 'quarterly two', terms: { rotateEveryDays: 60, verifiers: ['dotnet'], verifierCacheSeconds: null } },
  ]);
});

test('an existing policy keeps its name and warns that its tenants follow', async () => {
  await openWindow('#/policies/named/Quarterly', withPolicies);
  expect(await screen.findByText('2 tenants use it and will follow at once.')).toBeTruthy();
  expect(screen.queryByLabelText(/^Name/)).toBeNull();
});

test('the native menu leads to the main places', async () => {
  const { bridge } = await openWindow('#/');
  act(() => bridge.emit('navigate', { to: 'policies' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Policies' })).toBeTruthy();
  act(() => bridge.emit('navigate', { to: 'shortcuts' }));
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
});

// The second officers of a tenant in its settings: who they are, for which acts one is wanted, and what is said of it before.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { tenant, together } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const SETTINGS = '#/tenant/Contoso/settings';
const scene = together(tenant({ name: 'Contoso', endpoint: 'auth0' }));
const DEVICE = 'ab'.repeat(32);
const section = async () => within(await screen.findByRole('region', { name: 'Second officer' }));

test('officers are added and removed, and acts chosen, each after a yes outside the page', async () => {
  const { user, desk, officer, argsOf } = await openWindow(SETTINGS, scene);
  await desk.custodian.signToken({ tenant: 'Contoso', claims: {}, ttl: 60 });
  expect((await section()).getByText('Nobody may approve yet.')).toBeTruthy();
  await user.click((await section()).getByRole('button', { name: 'Add an officer…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Name/), 'Ada');
  await user.type(dialog.getByLabelText(/^Fingerprint/), 'not hex');
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  expect(argsOf('officer.add')).toEqual([]);
  await user.clear(dialog.getByLabelText(/^Fingerprint/));
  await user.type(dialog.getByLabelText(/^Fingerprint/), DEVICE.toUpperCase());
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  expect(await (await section()).findByText('Ada')).toBeTruthy();
  expect(officer.asked.at(-1)?.facts.map(({ values }) => values)).toEqual([['Ada'], [DEVICE]]);

  await user.click((await section()).getByLabelText('revoke, withdraw, retire'));
  await user.click((await section()).getByLabelText('sign a token'));
  await user.click((await section()).getByRole('button', { name: 'Set it' }));
  await waitFor(() => expect(desk.custodian.showFourEyes({ tenant: 'Contoso' }).kinds).toEqual(['revoke', 'sign']));
  expect(await (await section()).findByText(/changed by two as well/)).toBeTruthy();

  // From now on it takes two, which is said where it is refused, with the way on.
  await user.click((await section()).getByRole('button', { name: 'Remove Ada' }));
  expect(await (await section()).findByRole('button', { name: 'Save the request…' })).toBeTruthy();
  expect(officer.asked.at(-1)?.facts.map(({ label }) => label)).toContain('Second officer');
  expect(desk.custodian.showFourEyes({ tenant: 'Contoso' }).officers).toHaveLength(1);
});

test('a no outside the page changes nothing', async () => {
  const { user, desk, officer } = await openWindow(SETTINGS, scene);
  await desk.custodian.addOfficer({ tenant: 'Contoso', name: 'Ada', device: DEVICE });
  officer.sayNo();
  await user.click(await (await section()).findByRole('button', { name: 'Remove Ada' }));
  await waitFor(() => expect(officer.asked).toHaveLength(1));
  expect(desk.custodian.showFourEyes({ tenant: 'Contoso' }).officers).toHaveLength(1);
});

test('four eyes without another officer is refused, and the choice stays', async () => {
  const { user, desk } = await openWindow(SETTINGS, scene);
  await user.click((await section()).getByLabelText('publish'));
  await user.click((await section()).getByRole('button', { name: 'Set it' }));
  expect(await (await section()).findByText(/there would be none/)).toBeTruthy();
  expect((await section()).getByLabelText('publish')).toHaveProperty('checked', true);
  expect(desk.custodian.showFourEyes({ tenant: 'Contoso' }).kinds).toEqual([]);
});

test('the dialog of an act says before the yes that a second officer is wanted, and by whom', async () => {
  const { user, desk } = await openWindow('#/tenant/Contoso', scene);
  await desk.custodian.addOfficer({ tenant: 'Contoso', name: 'Ada', device: DEVICE });
  await desk.custodian.setFourEyes({ tenant: 'Contoso', kinds: ['rotate'] });
  await user.click(await screen.findByRole('button', { name: /^Rotate/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('“Contoso” wants a second officer for this')).toBeTruthy();
  expect(dialog.getByText(/Who may approve: Ada/)).toBeTruthy();
});

test('an answer that cannot serve is told where it is taken', async () => {
  const { user, desk, officer } = await openWindow(SETTINGS, scene);
  await desk.custodian.addOfficer({ tenant: 'Contoso', name: 'Ada', device: DEVICE });
  await desk.custodian.setFourEyes({ tenant: 'Contoso', kinds: ['revoke'] });
  await user.click(await (await section()).findByRole('button', { name: 'Remove Ada' }));
  officer.file = { name: 'letter.txt', bytes: Buffer.from('dear colleague') };
  await user.click(await (await section()).findByRole('button', { name: 'Take the answer…' }));
  expect(await (await section()).findByText(/^This is no request or approval of Key Custodian/)).toBeTruthy();
});

test.each([
  ['bench', 'sign'],
  ['plan/default/rotate-first', 'rotate'],
] as const)('so does the screen of %s', async (path, kind) => {
  const { desk } = await openWindow(`#/tenant/Contoso/${path}`, scene);
  await desk.custodian.addOfficer({ tenant: 'Contoso', name: 'Ada', device: DEVICE });
  await desk.custodian.setFourEyes({ tenant: 'Contoso', kinds: [kind] });
  expect(await screen.findByText('“Contoso” wants a second officer for this')).toBeTruthy();
});

// What was typed is not lost by a click on another place.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { contoso } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const SETTINGS = '#/tenant/Contoso/settings';
const question = () => screen.findByRole('dialog', { name: 'Leave without saving?' });
const issuer = () => screen.findByLabelText('Issuer');

test('edited settings are asked about, kept by whoever stays, and lost by whoever leaves', async () => {
  const { user, go } = await openWindow(SETTINGS, contoso);
  await user.type(await issuer(), 'https://id.example/');
  go('#/audit');
  await user.click(within(await question()).getByRole('button', { name: 'Stay here' }));
  expect(window.location.hash).toBe(SETTINGS);
  expect(await issuer()).toHaveProperty('value', 'https://id.example/');

  go('#/audit');
  await user.click(within(await question()).getByRole('button', { name: 'Leave' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Audit' })).toBeTruthy();
  go(SETTINGS);
  expect(await issuer()).toHaveProperty('value', '');
});

test('Escape stays; what was typed and taken back is asked about no more', async () => {
  const { user, go } = await openWindow(SETTINGS, contoso);
  await user.type(await issuer(), 'x');
  go('#/audit');
  const stay = within(await question()).getByRole('button', { name: 'Stay here' });
  await waitFor(() => expect(document.activeElement).toBe(stay));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.clear(await issuer());
  go('#/audit');
  expect(await screen.findByRole('heading', { level: 1, name: 'Audit' })).toBeTruthy();
});

test('what was saved is not asked about, what failed to be saved is', async () => {
  const { user, bridge, go } = await openWindow('#/policies/new', contoso);
  await user.type(await screen.findByRole('textbox', { name: /^Name/ }), 'monthly');
  bridge.failNext('policy.set', { code: 'INTERNAL', facts: { reference: 'r-1' } });
  await user.click(screen.getByRole('button', { name: 'Save policy' }));
  await screen.findByText('INTERNAL');
  go('#/audit');
  await user.click(within(await question()).getByRole('button', { name: 'Stay here' }));
  await user.click(screen.getByRole('button', { name: 'Save policy' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Policies' })).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a dialog that is half filled in holds the way back too', async () => {
  const { user, go } = await openWindow('#/tenant/Contoso/consumers', contoso);
  await screen.findByText('Nobody is registered yet');
  await user.click(screen.getByRole('button', { name: 'Register a consumer…' }));
  await user.type(within(await screen.findByRole('dialog')).getByLabelText(/^Name/), 'Portal');
  go('#/');
  await user.click(within(await question()).getByRole('button', { name: 'Stay here' }));
  expect(screen.getByLabelText(/^Name/)).toHaveProperty('value', 'Portal');
});

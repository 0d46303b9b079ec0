import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

const openPalette = async () => {
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  return screen.findByRole('dialog', { name: 'Find or do' });
};

test('from anywhere to a screen with the keyboard alone', async () => {
  const { user } = await openWindow('#/audit');
  const palette = within(await openPalette());
  await user.keyboard('publish north');
  const first = await palette.findByRole('option', { name: /Publish Northwind Bank/ });
  const input = palette.getByRole('combobox');
  await waitFor(() => expect(input.getAttribute('aria-activedescendant')).toBe(first.id));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Publish' })).toBeTruthy();
  expect(window.location.hash).toBe('#/tenant/Northwind%20Bank/publish');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a key by the beginning of its kid', async () => {
  const { kidOf, user } = await openWindow('#/');
  const kid = kidOf('acme', 'current');
  const palette = within(await openPalette());
  await user.keyboard(kid.slice(0, 7));
  expect((await palette.findAllByRole('option'))[0]?.textContent).toContain('Current · acme');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe(`#/tenant/acme/key/${encodeURIComponent(kid)}`));
});

test('a key by a fingerprint of its certificate, as a browser shows it', async () => {
  const { desk, kidOf, user } = await openWindow('#/');
  const kid = kidOf('acme', 'current');
  const { sha256 } = desk.custodian.certificateOf({ tenant: 'acme', kid });
  const palette = within(await openPalette());
  await user.click(palette.getByRole('combobox'));
  await user.paste(sha256);
  const option = await palette.findByRole('option', { name: /SHA-256 of the certificate \(x5t#S256\) · acme/ });
  await user.click(option);
  await waitFor(() => expect(window.location.hash).toBe(`#/tenant/acme/key/${encodeURIComponent(kid)}`));
});

test('? lists the keys, but not while somebody is typing', async () => {
  const { user } = await openWindow('#/add');
  await user.type(screen.getByLabelText(/^Name/), 'what?');
  expect(screen.queryByRole('dialog')).toBeNull();
  screen.getByRole('heading', { level: 1 }).focus();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getByText('Ctrl+K')).toBeTruthy();
});

test('an open dialog keeps the floor', async () => {
  const { user } = await openWindow('#/tenant/acme');
  await user.click(screen.getByRole('button', { name: 'Rotate… ring default' }));
  await screen.findByRole('dialog');
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  expect(screen.queryByRole('dialog', { name: 'Find or do' })).toBeNull();
});

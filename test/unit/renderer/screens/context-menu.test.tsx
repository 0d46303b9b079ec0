// What can be done about a thing is offered where it stands, by mouse and by keyboard: both are one event to the page.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shortKid } from '../../../../renderer/text/hex.ts';
import { openWindow } from '../render-window.tsx';

const items = async () => {
  const menu = await screen.findByRole('menu', { name: /^What can be done about/ });
  return within(menu)
    .getAllByRole('menuitem')
    .map(({ textContent }) => textContent ?? '');
};

test('a key offers what its state allows, and begins it', async () => {
  const { user, kidOf } = await openWindow('#/tenant/acme');
  const kid = shortKid(kidOf('acme', 'next'));
  fireEvent.contextMenu(await screen.findByRole('link', { name: kid }));
  const offered = await items();
  expect(offered[0]).toBe(`Open ${kid}`);
  expect(offered.at(-1)).toBe(`Copy ${kid}`);
  expect(offered.join('\n')).toMatch(/Withdraw/);
  expect(offered.join('\n')).not.toMatch(/Revoke|Erase/);
  await user.click(screen.getByRole('menuitem', { name: /Withdraw/ }));
  expect(await screen.findByRole('dialog', { name: /Withdraw/ })).toBeTruthy();
});

test('a ring and a tenant offer what is done to them; Escape closes and gives the focus back', async () => {
  const { user } = await openWindow('#/tenant/acme');
  fireEvent.contextMenu(await screen.findByRole('heading', { level: 2, name: 'default' }));
  const ofRing = (await items()).join('\n');
  expect(ofRing).toMatch(/Emergency/);
  expect(ofRing).not.toMatch(/Withdraw/);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());

  const rail = within(screen.getByRole('navigation', { name: 'Tenants' }));
  const tenant = rail.getByRole('link', { name: /^Northwind Bank/ });
  tenant.focus();
  fireEvent.contextMenu(tenant);
  expect((await items()).join('\n')).toMatch(/Push to Northwind Bank/);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: /^Open / })));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(tenant));
});

test('a field keeps its own menu', async () => {
  await openWindow('#/tenant/acme/settings');
  expect(fireEvent.contextMenu(await screen.findByLabelText('Issuer'))).toBe(true);
  expect(screen.queryByRole('menu')).toBeNull();
});

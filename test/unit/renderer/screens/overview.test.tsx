import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { crowded, fleet } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

test('a thousand tenants: few rows exist, all are counted, and a search finds one of them', async () => {
  const { user } = await openWindow('#/', fleet);
  expect(screen.getByText('1,000 of 1,000 tenants')).toBeTruthy();
  const production = screen.getByRole('list', { name: 'Tenants in production' });
  const rows = within(production).getAllByRole('listitem');
  expect(rows.length).toBeLessThan(60);
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('333');
  const rail = screen.getByRole('navigation', { name: 'Tenants' });
  expect(within(rail).getAllByRole('link').length).toBeLessThan(200);

  await user.type(screen.getByRole('searchbox', { name: 'Find tenants' }), 'branch-0777');
  await waitFor(() => expect(screen.getByText('1 of 1,000 tenants')).toBeTruthy());
  expect(within(screen.getByRole('main')).getAllByRole('listitem')).toHaveLength(1);
});

test('each tenant says how its keys stand, what presses and when it was published', async () => {
  const { user } = await openWindow('#/', crowded);
  const main = within(screen.getByRole('main'));
  const [row] = await main.findAllByRole('link', { name: /Northwind Bank/ });
  expect(row?.textContent).toMatch(/2 next.*2 current.*1 previous.*2 revoked/);
  expect(row?.textContent).toMatch(/Published 9 Aug 2027/);

  await user.click(screen.getByRole('button', { name: /^Overdue/ }));
  await waitFor(() => {
    const shown = main.getAllByRole('listitem');
    expect(shown.every((item) => item.querySelector('.badge') !== null)).toBe(true);
  });
  await user.type(screen.getByRole('searchbox', { name: 'Find tenants' }), 'nobody');
  await user.click(await screen.findByRole('button', { name: 'Show all tenants' }));
  expect(await screen.findByText('12 of 12 tenants')).toBeTruthy();
});

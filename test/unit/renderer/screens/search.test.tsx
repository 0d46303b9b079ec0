// Long lists are narrowed by what people know of what they look for.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shortKid } from '../../../../renderer/text/hex.ts';
import { crowded } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const tenantsDue = () =>
  screen
    .queryAllByRole('table', { name: /what to do/ })
    .flatMap((table) => within(table).getAllByRole('row').slice(1))
    .map((row) => within(row).getAllByRole('link')[0]?.textContent ?? '');

test('what is due is found by tenant, by step and by kid; so is what is not pushed yet', async () => {
  const { user, kidOf } = await openWindow('#/due', crowded);
  await screen.findByRole('table', { name: /^Overdue/ });
  const field = screen.getByRole('searchbox', { name: 'Find' });
  await user.type(field, 'bank rotate');
  await waitFor(() => expect(new Set(tenantsDue())).toEqual(new Set(['Northwind Bank'])));
  await user.clear(field);
  await user.type(field, kidOf('acme', 'previous').slice(0, 8));
  await waitFor(() => expect(new Set(tenantsDue())).toEqual(new Set(['acme'])));
  expect(screen.getAllByText(shortKid(kidOf('acme', 'previous'))).length).toBeGreaterThan(0);

  await user.clear(field);
  await user.type(field, 'nobody is called that');
  expect(await screen.findByText('Nothing that is due is called that.')).toBeTruthy();
  expect(screen.queryByRole('table', { name: /not where it should be|Not pushed/i })).toBeNull();
});

test('an entry of the audit log is found by its day, tenant and person together', async () => {
  const { user, desk } = await openWindow('#/audit', crowded);
  const [first] = desk.custodian.listAudit({ afterSeq: 0, limit: 1 });
  const field = await screen.findByRole('searchbox', { name: 'Find in the log' });
  await user.type(field, `${first?.at.slice(0, 10) ?? ''} officer ${first?.subject ?? ''}`);
  expect(await screen.findByText(/^[1-9]\d* of \d/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, '1999-01-01');
  expect(await screen.findByText(/^0 of \d/)).toBeTruthy();
});

import { Table } from '@mantine/core';
import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { DataTable } from '../../../../renderer/parts/data-table.tsx';
import { renderPart } from '../render-part.tsx';

afterEach(() => vi.restoreAllMocks());

const row = (
  <Table.Tr>
    <Table.Th scope="row">acme</Table.Th>
    <Table.Td>4</Table.Td>
  </Table.Tr>
);

const draw = (rows: typeof row | [] = row) =>
  renderPart(
    <DataTable caption="Tenants" heads={['Name', { unseen: 'Acts' }]} empty="There is no tenant.">
      {rows}
    </DataTable>,
  );

/** No layout is reckoned here: every box shows 300 pixels of what it is said to hold. */
function holds(width: number) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockImplementation(() => width);
}

test('is named by its caption, and every head by its column', () => {
  draw();
  const table = within(screen.getByRole('table', { name: 'Tenants' }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Name', 'Acts']);
  expect(table.getByRole('rowheader', { name: 'acme' })).toBeTruthy();
});

test('can be reached by keyboard, with its name, when it holds more than it shows', () => {
  holds(560);
  draw();
  expect(screen.getByRole('group', { name: 'Tenants' }).tabIndex).toBe(0);
});

test('is no stop of the keyboard when all of it is in sight', () => {
  holds(300);
  const drawn = draw();
  expect(screen.queryByRole('group')).toBeNull();
  expect(drawn.querySelector('[tabindex]')).toBeNull();
});

test('becomes a stop when it is made narrower', () => {
  const told: (() => void)[] = [];
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        told.push(tell);
      }
      observe() {}
      disconnect() {}
    },
  );
  holds(300);
  draw();
  expect(screen.queryByRole('group')).toBeNull();
  holds(560);
  act(() => told.forEach((tell) => tell()));
  expect(screen.getByRole('group', { name: 'Tenants' })).toBeTruthy();
  vi.unstubAllGlobals();
});

test('without rows it says so, and draws no heads', () => {
  draw([]);
  expect(screen.getByText('There is no tenant.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

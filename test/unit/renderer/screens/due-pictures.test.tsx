// The pictures on the due screen, and the tables that say the same.
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { crowded, nothing } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

test('the coming weeks and the ages of keys are drawn, and told as tables', async () => {
  const { user } = await openWindow('#/due', crowded);
  const line = await screen.findByRole('img', {
    name: /^Time line of the fleet: \d+ steps in the next 90 days, \d+ overdue\.$/,
  });
  const marks = [...line.querySelectorAll('.fleet-mark')].map((mark) => Number(mark.textContent));
  const sum = marks.reduce((all, one) => all + one, 0);
  expect(line.getAttribute('aria-label')).toContain(`${sum} steps`);

  const region = within(screen.getByRole('region', { name: 'The next 90 days' }));
  await user.click(region.getByText('The same as a table'));
  const rows = region.getAllByRole('row').slice(1);
  expect(rows).toHaveLength(marks.length);
  expect(rows[0]?.textContent).toMatch(/^Overdue/);

  const ages = within(screen.getByRole('region', { name: 'Age of the current keys' }));
  expect(
    await ages.findByRole('img', { name: /^Age of 13 current keys; the rotation of \d+ is overdue\.$/ }),
  ).toBeTruthy();
  await user.click(ages.getByText('The same as a table'));
  expect(ages.getAllByRole('row')).toHaveLength(7);

  await user.selectOptions(screen.getByLabelText('Environment'), 'production');
  expect(await ages.findByRole('img', { name: /^Age of 2 current keys/ })).toBeTruthy();
});

test('without tenants there is nothing to draw', async () => {
  await openWindow('#/due', nothing);
  expect(await screen.findByText('Nothing is due')).toBeTruthy();
  expect(screen.queryByRole('img', { name: /^(Time line|Age)/ })).toBeNull();
});

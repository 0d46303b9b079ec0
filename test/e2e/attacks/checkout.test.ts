// The window says what it is: a checkout with data of its own, which leaves an installed Key Custodian alone.
import { expect } from '@playwright/test';
import { test } from '../desk.ts';

test('says in the rail and in the settings that it is a checkout', async ({ desk: { officer } }) => {
  await expect(officer.page.locator('footer').getByText('Checkout', { exact: true })).toBeVisible();
  await officer.goTo('#/settings');
  await expect(officer.page.getByText('A checkout of the sources, to develop and to rehearse with')).toBeVisible();
  await expect(officer.page.getByText(/An installed Key Custodian is not touched/)).toBeVisible();
});

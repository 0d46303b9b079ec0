import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shortKid } from '../../../../renderer/text/hex.ts';
import { rehearsal } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const live = () => [...document.querySelectorAll('[role="status"]')].map((region) => region.textContent).join(' ');

test('copying goes through the main process; the live region says what really happened', async () => {
  const { bridge, go, kidOf, user, argsOf } = await openWindow('#/', rehearsal);
  const kid = kidOf('rehearsal', 'current');
  go(`#/tenant/rehearsal/key/${kid}`);
  bridge.failNext('clipboard.copy', { code: 'INTERNAL', facts: { reference: 'Error' } });
  const [copy] = await screen.findAllByRole('button', { name: `Copy kid ${shortKid(kid)}` });
  await user.click(copy ?? document.body);
  expect(await screen.findByText(/^Not copied: the clipboard refused kid/)).toBeTruthy();
  expect(live()).not.toContain('Copied kid');

  await user.click(copy ?? document.body);
  expect(await screen.findByText(/^Copied kid/)).toBeTruthy();
  expect(argsOf('clipboard.copy')).toEqual([{ text: kid }, { text: kid }]);
});

test('the theme is kept by the main process', async () => {
  const { user, argsOf } = await openWindow('#/settings', rehearsal);
  await user.click(await screen.findByRole('radio', { name: 'Dark' }));
  expect(argsOf('preferences.write')).toEqual([{ theme: 'dark' }]);
  await waitFor(() => expect(screen.getByRole('radio', { name: 'Dark' })).toHaveProperty('checked', true));
  expect(globalThis.localStorage).toHaveLength(0);
});

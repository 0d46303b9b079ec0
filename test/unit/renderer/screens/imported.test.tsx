// After an import it is said what came in where, and what is next.
import { generateKeyPairSync } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

const pem = () =>
  Buffer.from(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }));

test('the ring names the key, its place and the way on, until the screen is left', async () => {
  const { user, officer, go } = await openWindow('#/tenant/acme');
  officer.file = { name: 'old.pem', bytes: pem() };
  await user.click(await screen.findByRole('button', { name: 'Import… into ring default' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('radio', { name: /^Previous/ }));
  await user.type(dialog.getByLabelText(/^Key id/), 'prod-2023-a');
  await user.click(dialog.getByRole('button', { name: 'Choose file…' }));

  const ring = within(await screen.findByRole('region', { name: 'default' }));
  expect(await ring.findByText('Imported prod-2023-a as Previous')).toBeTruthy();
  expect(ring.getByText(/It is in ring default of acme/)).toBeTruthy();
  expect(ring.getByRole('link', { name: /^Preview/ }).getAttribute('href')).toBe('#/tenant/acme/publish');

  go('#/audit');
  await screen.findByRole('heading', { level: 1, name: 'Audit' });
  go('#/tenant/acme');
  await screen.findByRole('heading', { level: 1, name: 'Key rings' });
  await waitFor(() => expect(screen.queryByText('Imported prod-2023-a as Previous')).toBeNull());
});

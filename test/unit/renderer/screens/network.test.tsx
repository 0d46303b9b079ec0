import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow } from '../render-window.tsx';

const section = async () => within(await screen.findByRole('region', { name: 'Network' }));

test('an authority is added, shown with its fingerprint, and removed', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  const network = await section();
  expect(await network.findByText(/None. Add one if your company/)).toBeTruthy();
  expect(network.getByText(/145 of the system/)).toBeTruthy();
  await user.click(network.getByRole('button', { name: 'Add an authority…' }));
  expect(await network.findByText('CN=Company authority')).toBeTruthy();
  expect(network.getByText(/^[0-9a-f]{64}$/)).toBeTruthy();
  await user.click(network.getByRole('button', { name: 'Remove CN=Company authority' }));
  expect(await network.findByText(/None. Add one if your company/)).toBeTruthy();
  expect(argsOf('network.removeAuthority')).toHaveLength(1);
});

test('a proxy is set, with what is reached straight; its password is asked for elsewhere', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  const network = await section();
  await user.click(await network.findByRole('radio', { name: 'This one' }));
  await user.type(network.getByLabelText('Address of the proxy'), 'http://proxy.corp.test:3128');
  await user.type(network.getByLabelText('Straight to'), '.corp.test, 10.0.0.0/8');
  await user.click(network.getByRole('button', { name: 'Use this way' }));
  expect(argsOf('network.setProxy')).toEqual([
    { kind: 'address', address: 'http://proxy.corp.test:3128', noProxy: ['.corp.test', '10.0.0.0/8'] },
  ]);
  await user.type(await network.findByLabelText('User'), 'officer');
  await user.click(network.getByRole('button', { name: 'Keep a password…' }));
  expect(argsOf('network.storeAccount')).toEqual([{ user: 'officer', proxy: 'http://proxy.corp.test:3128' }]);
  await user.click(await network.findByRole('button', { name: 'Forget it' }));
  expect(await network.findByText('None is kept.')).toBeTruthy();
});

test('a try says for each tenant by which way it was reached, or what to do', async () => {
  const { user } = await openWindow('#/settings');
  const network = await section();
  await user.click(await network.findByRole('button', { name: 'Try the way to every tenant' }));
  expect(await network.findByText(/acme.eu.auth0.com reached, TLSv1.3/)).toBeTruthy();
  expect(network.getByText('by the proxy http://proxy.corp.test:3128, as the system says')).toBeTruthy();
  expect(network.getByText(/add that in Settings, under “Network”/)).toBeTruthy();
});

import { createServer } from 'node:https';
import { act, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { nothing, tenant } from '../../../support/desk-scenes.ts';
import { closePort, openPort } from '../../../support/ports.ts';
import { type MadeAuthority, makeAuthority } from '../../../support/tls-world.ts';
import { openWindow } from '../render-window.tsx';

const section = async () => within(await screen.findByRole('region', { name: 'Network' }));

/** A server on this machine with a certificate by this authority. */
async function serveTls(authority: MadeAuthority): Promise<string> {
  const server = createServer(await authority.issue(['localhost']));
  onTestFinished(() => closePort(server));
  return `https://localhost:${await openPort(server)}/api/v2`;
}

test('an authority is added, shown with its fingerprint, and removed', async () => {
  const { bridge, officer, user, argsOf } = await openWindow('#/settings', nothing);
  const { cert } = await makeAuthority();
  officer.file = { name: 'company.pem', bytes: new TextEncoder().encode(cert) };
  const network = await section();
  expect(await network.findByText(/None. Add one if your company/)).toBeTruthy();
  expect(network.getByText(/\d+ of the system/)).toBeTruthy();
  await user.click(network.getByRole('button', { name: 'Add an authority…' }));
  expect(await network.findByText('CN=Company authority')).toBeTruthy();
  expect(network.getByText(/^[0-9a-f]{64}$/)).toBeTruthy();
  // Shown as soon as it is recorded; one dialog flow ends before the next.
  await act(() => bridge.quiet());
  await user.click(network.getByRole('button', { name: 'Remove CN=Company authority' }));
  expect(await network.findByText(/None. Add one if your company/)).toBeTruthy();
  expect(argsOf('network.removeAuthority')).toHaveLength(1);
  expect(officer.asked).toHaveLength(2);
});

test('a proxy is set, with what is reached straight; its password is asked for elsewhere', async () => {
  const { user, argsOf } = await openWindow('#/settings', nothing);
  const network = await section();
  await user.click(await network.findByRole('radio', { name: 'This one' }));
  await user.type(network.getByLabelText('Address of the proxy'), 'http://proxy.corp.test:3128');
  await user.type(network.getByLabelText('Without proxy'), '.corp.test, 10.0.0.0/8');
  await user.click(network.getByRole('button', { name: 'Use this proxy' }));
  expect(argsOf('network.setProxy')).toEqual([
    { kind: 'address', address: 'http://proxy.corp.test:3128', noProxy: ['.corp.test', '10.0.0.0/8'] },
  ]);
  await user.type(await network.findByLabelText('User'), 'officer');
  await user.click(network.getByRole('button', { name: 'Set password…' }));
  expect(argsOf('network.storeAccount')).toEqual([{ user: 'officer', proxy: 'http://proxy.corp.test:3128' }]);
  await user.click(await network.findByRole('button', { name: 'Remove it' }));
  expect(await network.findByText('None is kept.')).toBeTruthy();
});

test('a try says for each tenant by which way it was reached, or what to do', async () => {
  const [trusted, strange] = [await makeAuthority(), await makeAuthority('Somebody')];
  const [good, bad] = [await serveTls(trusted), await serveTls(strange)];
  const { desk, user } = await openWindow('#/settings', nothing, { trusted: trusted.cert });
  await tenant({ name: 'Good', endpoint: 'auth0', apiBaseUrl: good, jwksUrl: good }).set(desk);
  await tenant({ name: 'Bad', endpoint: 'auth0', apiBaseUrl: bad, jwksUrl: bad }).set(desk);
  const network = await section();
  await user.click(await network.findByRole('button', { name: 'Test the connection to every tenant' }));
  expect((await network.findAllByText(/^Good: localhost:\d+ reached, TLSv1.3/)).length).toBeGreaterThan(0);
  expect(network.getAllByText(/^directly, /).length).toBeGreaterThan(0);
  expect(network.getAllByText(/add that in Settings, under “Network”/).length).toBeGreaterThan(0);
});

// Newer versions and licences in the settings, over the real acts: what is asked beside the page, and what the page shows of it.
import { generateKeyPairSync } from 'node:crypto';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { publicLine, releaseDocument, signedBySignify } from '../../../../build/release/document.mjs';
import { plain } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const key = generateKeyPairSync('ed25519').privateKey;
const ADDRESS = 'https://releases.example/key-custodian.release';
const pinned = { keys: [publicLine(key)], channel: 'stable', address: ADDRESS, installed: '0.1.0' };
const PACKAGE = {
  file: 'key-custodian_0.2.0_amd64.deb',
  bytes: 3,
  // Of “abc” (FIPS 180-2, appendix B.1).
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
};
const releaseAt = (now: Date) =>
  signedBySignify(
    releaseDocument({
      channel: 'stable',
      version: '0.2.0',
      issued: now,
      news: ['<b>Signs</b> faster.'],
      packages: [PACKAGE],
    }),
    key,
  );

const updates = async () => within(await screen.findByRole('region', { name: 'Updates' }));

test('a program without a pinned key says so, and offers nothing that it cannot verify', async () => {
  await openWindow('#/settings');
  const section = await updates();
  expect(section.getByText(/built without the key of a publisher/)).toBeTruthy();
  expect(section.queryByRole('button')).toBeNull();
  expect(section.queryByRole('switch')).toBeNull();
});

test('asks nobody before the officer agreed beside the page, and shows what is new as plain text', async () => {
  const asked: string[] = [];
  const { user, officer, desk } = await openWindow('#/settings', plain, {
    pinned,
    fetch: (input) => {
      asked.push(new Request(input).url);
      return Promise.resolve(new Response(Uint8Array.from(releaseAt(desk.ports.clock.now()))));
    },
  });
  const section = await updates();
  officer.sayNo();
  await user.click(section.getByRole('button', { name: 'Look now…' }));
  await waitFor(() => expect(officer.asked.map(({ title }) => title)).toHaveLength(1));
  expect(asked).toEqual([]);
  await user.click(section.getByRole('button', { name: 'Look now…' }));
  expect(await section.findByText('Version 0.2.0 is there; this one is 0.1.0')).toBeTruthy();
  expect(section.getByText('<b>Signs</b> faster.')).toBeTruthy();
  expect(asked).toEqual([ADDRESS]);
  expect(officer.asked[1]).toMatchObject({ facts: [{ values: [ADDRESS] }] });
});

test('the daily look is off, and is allowed beside the page alone', async () => {
  const { user, officer, bridge } = await openWindow('#/settings', plain, { pinned });
  const daily = (await updates()).getByRole('switch', { name: /once a day/ });
  expect(daily).toHaveProperty('checked', false);
  officer.sayNo();
  await waitFor(() => expect(daily).toHaveProperty('disabled', false));
  await user.click(daily);
  await waitFor(() => expect(officer.asked).toHaveLength(1));
  await waitFor(() => expect(daily).toHaveProperty('disabled', false));
  expect(daily).toHaveProperty('checked', false);
  await user.click(daily);
  await waitFor(() => expect(daily).toHaveProperty('checked', true));
  await user.click(daily);
  await waitFor(() => expect(daily).toHaveProperty('checked', false));
  expect(officer.asked).toHaveLength(2);
  // A page that was taken over cannot switch it on as a mere preference.
  expect(await bridge.calls['preferences.write']({ lookForReleases: true } as never)).toMatchObject({ ok: false });
});

test('a package that was brought is verified, and the one command is said; another is refused', async () => {
  const { user, officer, desk, argsOf } = await openWindow('#/settings', plain, { pinned });
  const section = await updates();
  const given = (content: string) => ({
    document: async () => releaseAt(desk.ports.clock.now()),
    package: {
      name: PACKAGE.file,
      size: async () => content.length,
      async *chunks() {
        yield await Promise.resolve(new TextEncoder().encode(content));
      },
    },
  });
  officer.release = given('abd');
  await user.click(section.getByRole('button', { name: /Verify a downloaded package/ }));
  expect(await section.findByText(/is not the one that was published/)).toBeTruthy();
  officer.release = given('abc');
  await user.click(section.getByRole('button', { name: /Verify a downloaded package/ }));
  expect(await section.findByText(`${PACKAGE.file} is the published package`)).toBeTruthy();
  expect(section.getByText(`sudo apt install ./${PACKAGE.file}`)).toBeTruthy();
  await user.click(section.getByRole('button', { name: 'Show the package' }));
  expect(argsOf('update.show')).toEqual([{}]);
});

test('licences are asked for when they are opened, found by name, and read by keyboard', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  const licences = within(await screen.findByRole('region', { name: 'Licences' }));
  expect(argsOf('app.notices')).toEqual([]);
  licences.getByRole('button', { name: 'Show the licences' }).focus();
  await user.keyboard('{Enter}');
  const find = await licences.findByRole('searchbox', { name: 'Find a work or licence' });
  expect(document.activeElement).toBe(find);
  await user.keyboard('keyt');
  expect(licences.getByText('1 of 2')).toBeTruthy();
  expect(licences.queryByText(/react/)).toBeNull();
  expect(licences.getByText('Permission is hereby granted to everybody.')).toBeTruthy();
});

import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { plain } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

test('what the app does by itself can be switched off, and stays so', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  const watch = await screen.findByRole('switch', { name: /Watch the published sets/ });
  await waitFor(() => expect(watch).toHaveProperty('checked', true));
  await user.click(watch);
  expect(argsOf('preferences.write')).toEqual([{ watch: false }]);
  await waitFor(() => expect(watch).toHaveProperty('checked', false));
  expect(screen.getByRole('switch', { name: /Remind through the desktop/ })).toHaveProperty('checked', true);
});

test('offers each language by its own name', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  const german = await screen.findByRole('radio', { name: 'Deutsch' });
  await waitFor(() =>
    expect(screen.getByRole('radiogroup', { name: 'Language' }).querySelector(':checked')).not.toBeNull(),
  );
  await user.click(german);
  expect(argsOf('preferences.write')).toEqual([{ language: 'de' }]);
  await waitFor(() => expect(german).toHaveProperty('checked', true));
});

test('says where things are: keychain, data folder, sandbox', async () => {
  const { user, argsOf } = await openWindow('#/settings');
  expect(await screen.findByText('/home/officer/.local/share/key-custodian')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show the data folder' }));
  expect(argsOf('app.openFolder')).toEqual([{}]);
});

test('a locked keychain says what to do', async () => {
  const { desk, go } = await openWindow('#/');
  desk.vault.become('locked');
  go('#/settings');
  expect(await screen.findByText(/Unlock it in the settings of your system/)).toBeTruthy();
});

test('leads to the policies', async () => {
  await openWindow('#/settings');
  expect((await screen.findByRole('link', { name: 'All policies' })).getAttribute('href')).toBe('#/policies');
});

test('a wrong clock has its way out here: the main process asks why, and a server that is wrong is named', async () => {
  let ahead: number | null = 600;
  const { user, officer, argsOf, desk } = await openWindow('#/settings', plain, { serversAhead: () => ahead });
  const clock = within(await screen.findByRole('region', { name: 'Clock' }));
  expect(clock.getByText('600 s behind id.acme.example')).toBeTruthy();
  await user.click(clock.getByRole('button', { name: 'The clock of id.acme.example is wrong…' }));
  expect(await clock.findByText('Recorded: the clock is right now')).toBeTruthy();
  expect(officer.asked.map(({ title }) => title)).toEqual(['Is the clock of id.acme.example the wrong one?']);
  // The page brings no reason: it was typed where the page cannot reach.
  expect(argsOf('clock.state')).toEqual([{ server: 'id.acme.example' }]);
  await waitFor(() => expect(clock.queryByText('600 s behind id.acme.example')).toBeNull());
  expect(desk.ports.registry.read((reader) => reader.clockEntries()).at(-1)?.details).toMatchObject({
    server: 'id.acme.example',
  });

  ahead = null;
  officer.sayNo();
  await user.click(clock.getByRole('button', { name: 'The clock is right now…' }));
  await waitFor(() => expect(officer.asked).toHaveLength(2));
  expect(await clock.findByText(/Nothing was changed|stopped/)).toBeTruthy();
});

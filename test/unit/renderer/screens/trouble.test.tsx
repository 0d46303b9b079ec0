// Trouble that is rehearsed on the sandbox: chosen, armed, used up, taken back.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { createOwnSandbox } from '../../../../main/composition/own-sandbox.ts';
import { nothing, rehearsal } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const panel = async () => within(await screen.findByRole('region', { name: 'Sandbox' }));

test('one trouble is chosen with its consequence, armed, and seen to be used up', async () => {
  const { desk, user, argsOf, go } = await openWindow('#/', rehearsal);
  await desk.custodian.startSandbox();
  go('#/settings');
  const sandbox = await panel();
  await user.selectOptions(await sandbox.findByLabelText('What goes wrong'), 'another-officer');
  expect(sandbox.getByText(/somebody else adds a key to the set/)).toBeTruthy();
  await user.click(sandbox.getByRole('button', { name: 'Arm' }));
  expect(argsOf('sandbox.rehearse')).toEqual([{ trouble: 'another-officer' }]);
  expect(await sandbox.findByText('Armed: Another officer writes between preview and push')).toBeTruthy();
  expect(sandbox.getByText(/next time the set of a sandbox tenant is read/)).toBeTruthy();
  expect(await screen.findByText('Failure armed')).toBeTruthy();
  expect(sandbox.queryByRole('button', { name: 'Arm' })).toBeNull();

  await act(() => desk.custodian.previewPublication({ tenant: 'rehearsal' }));
  expect(await sandbox.findByText('It happened: Another officer writes between preview and push')).toBeTruthy();
  expect(sandbox.getByRole('button', { name: 'Arm' })).toBeTruthy();
});

test('what was armed can be taken back, which is not the same as used up', async () => {
  const { desk, user, argsOf } = await openWindow('#/settings', rehearsal);
  const sandbox = await panel();
  await user.click(await sandbox.findByRole('button', { name: 'Arm' }));
  const back = await sandbox.findByRole('button', { name: 'Disarm' });
  await waitFor(() => expect(document.activeElement).toBe(back));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(sandbox.getByRole('button', { name: 'Arm' })).toBeTruthy());
  expect(argsOf('sandbox.rehearse')).toEqual([{ trouble: 'reset' }, { trouble: null }]);
  expect(sandbox.queryByText(/^It happened/)).toBeNull();
  expect((await desk.custodian.sandboxTrouble()).trouble).toBeNull();
});

test('a sandbox that another process serves cannot be disturbed from here', async () => {
  const { desk, go } = await openWindow('#/audit', nothing);
  const { folder, ports } = desk;
  const elsewhere = createOwnSandbox({ folder, ...ports });
  onTestFinished(() => elsewhere.stop());
  await elsewhere.start();
  go('#/settings');
  expect(await screen.findByText(/served by a command in a terminal/)).toBeTruthy();
  expect(screen.queryByLabelText('What goes wrong')).toBeNull();
});

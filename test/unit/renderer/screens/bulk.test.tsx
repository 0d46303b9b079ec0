// Selecting tenants in the overview, and working on all of them one after another.
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { crowded, withPolicies } from '../../../support/desk-scenes.ts';
import { changeElsewhere, foreignKey } from '../../../support/remote-set.ts';
import { openWindow } from '../render-window.tsx';

const row = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` });
const bar = () => within(screen.getByRole('group', { name: 'Bulk work' }));

/** Opens the dialog of an act for what is selected. */
async function open(user: UserEvent, act: RegExp) {
  await user.click(bar().getByRole('button', { name: act }));
  return within(await screen.findByRole('dialog'));
}

const results = () =>
  within(screen.getByRole('table', { name: 'How it ended for each tenant' }))
    .getAllByRole('row')
    .slice(1)
    .map((one) => one.textContent);

test('rows are selected by mouse and keyboard, in ranges, and never when they are not shown', async () => {
  const { user } = await openWindow('#/', crowded);
  await user.click(row('branch-02'));
  await user.keyboard('{Shift>}');
  await user.click(row('branch-05'));
  await user.keyboard('{/Shift}');
  expect(await bar().findByText('3 selected')).toBeTruthy();

  row('branch-05').focus();
  await user.keyboard('{ArrowDown} ');
  expect(document.activeElement).toBe(row('branch-06'));
  expect(bar().getByText('4 selected')).toBeTruthy();
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(bar().getByText('5 selected')).toBeTruthy();

  await user.type(screen.getByRole('searchbox', { name: 'Find tenants' }), 'branch-02');
  expect(await bar().findByText('1 selected')).toBeTruthy();
  await user.click(bar().getByRole('checkbox', { name: 'Select all shown' }));
  expect(bar().queryByText(/selected/)).toBeNull();
});

test('drift is looked for at each selected tenant, one after another, and each says how it ended', async () => {
  const { bridge, user, argsOf } = await openWindow('#/');
  await user.click(bar().getByRole('checkbox', { name: 'Select all shown' }));
  bridge.failNext('publish.drift', { code: 'REMOTE_TIMEOUT', facts: { host: 'login.northwind.example', seconds: 10 } });
  const dialog = await open(user, /^Check for drift/);
  await user.click(dialog.getByRole('button', { name: 'Check' }));
  expect(await dialog.findByText('1 refused, 1 left out, 1 done.')).toBeTruthy();
  expect(argsOf('publish.drift')).toEqual([{ tenant: 'Northwind Bank' }, { tenant: 'acme' }, { tenant: 'rehearsal' }]);
  expect(results()[0]).toMatch(/^Northwind BankRefused/);
  expect(results().at(-1)).toBe('acmeDoneIn step: it publishes exactly what was pushed.');
});

test('a proof that fails is told with its step, and the next tenant is proven all the same', async () => {
  const { user } = await openWindow('#/');
  await user.click(row('rehearsal'));
  await user.click(row('acme'));
  const dialog = await open(user, /^Prove/);
  await user.click(dialog.getByRole('button', { name: 'Prove' }));
  expect(await dialog.findByText('1 to check, 1 done.')).toBeTruthy();
  expect(results()).toEqual([
    expect.stringMatching(/^rehearsalCheckFailed: Current key is listed/),
    'acmeDoneProven: 1 key.',
  ]);
});

test('a policy is set for all, and the default is set by no name', async () => {
  const { user, argsOf } = await openWindow('#/', withPolicies);
  await user.click(row('acme'));
  await user.click(row('rehearsal'));
  const dialog = await open(user, /^Set policy/);
  await user.selectOptions(await dialog.findByLabelText('Policy'), await dialog.findByText('Quarterly'));
  await user.click(dialog.getByRole('button', { name: 'Set policy' }));
  await waitFor(() =>
    expect(argsOf('tenant.edit')).toEqual([
      { tenant: 'acme', policy: 'Quarterly' },
      { tenant: 'rehearsal', policy: 'Quarterly' },
    ]),
  );
});

test('sets are previewed first; what needs nothing of the officer is pushed, bound to its preview', async () => {
  const { user, argsOf } = await openWindow('#/');
  await user.click(row('acme'));
  await user.click(row('rehearsal'));
  const dialog = await open(user, /^Preview and push/);
  await user.click(dialog.getByRole('button', { name: 'Preview' }));
  expect(await dialog.findByText('1 left out, 1 ready to push.')).toBeTruthy();
  expect(results()).toEqual([
    'acmeLeft outUp to date: a push would change nothing.',
    expect.stringMatching(/^rehearsalReady2 added\./),
  ]);
  expect(argsOf('publish.push')).toEqual([]);

  await user.click(dialog.getByRole('button', { name: 'Push 1 set' }));
  expect(await dialog.findByText('1 done.')).toBeTruthy();
  expect(argsOf('publish.push')).toMatchObject([{ tenant: 'rehearsal' }]);
});

test('with production among them the main process is asked once for all, and a set that changed meanwhile is not pushed', async () => {
  const { desk, officer, user, argsOf } = await openWindow('#/');
  await desk.custodian.rotateRing({ tenant: 'Northwind Bank', override: 'a scene of a test' });
  await user.click(row('Northwind Bank'));
  await user.click(row('rehearsal'));
  const dialog = await open(user, /^Preview and push/);
  await user.click(dialog.getByRole('button', { name: 'Preview' }));
  const push = await dialog.findByRole('button', { name: 'Push 2 sets' });
  expect(dialog.getByText('1 tenant in production among them.')).toBeTruthy();

  expect(dialog.getByText(/^Key Custodian asks once more/)).toBeTruthy();
  await changeElsewhere(desk, 'Northwind Bank', (keys) => [...keys, foreignKey('somebody-else')]);
  await user.click(push);
  expect(await dialog.findByText('1 refused, 1 done.')).toBeTruthy();
  expect(argsOf('publish.push')).toHaveLength(2);
  const agreed = argsOf('publish.push').map((args) => ({ ...(args as object) }));
  expect(argsOf('publish.agree')).toEqual([{ pushes: agreed }]);
  expect(officer.asked).toHaveLength(1);
  expect(results()[0]).toMatch(/^Northwind BankRefused/);
});

test('a no to all of them pushes none', async () => {
  const { desk, officer, user, argsOf } = await openWindow('#/');
  await desk.custodian.rotateRing({ tenant: 'Northwind Bank', override: 'a scene of a test' });
  await user.click(row('Northwind Bank'));
  const dialog = await open(user, /^Preview and push/);
  await user.click(dialog.getByRole('button', { name: 'Preview' }));
  officer.sayNo();
  await user.click(await dialog.findByRole('button', { name: 'Push 1 set' }));
  expect(await dialog.findByText('You stopped it; nothing was changed.')).toBeTruthy();
  expect(argsOf('publish.push')).toEqual([]);
});

/** As the browser asks before the page goes; true when it is to stay. */
const wantsToStay = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('work goes on when the overview is left; a strip says how far it is and keeps the results', async () => {
  const { bridge, user, argsOf } = await openWindow('#/');
  await user.click(bar().getByRole('checkbox', { name: 'Select all shown' }));
  const looks = bridge.hold('publish.drift');
  bridge.failNext('publish.drift', { code: 'REMOTE_TIMEOUT', facts: { host: 'login.northwind.example', seconds: 10 } });
  const dialog = await open(user, /^Check for drift/);
  await user.click(dialog.getByRole('button', { name: 'Check' }));
  await dialog.findByText('1 of 3: Northwind Bank');
  expect(wantsToStay()).toBe(true);
  window.location.hash = '#/audit';
  const strip = within(await screen.findByRole('region', { name: 'Check 3 tenants for drift' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(strip.getByText('1 of 3: Northwind Bank')).toBeTruthy();
  looks.letGo();
  expect(await strip.findByText('1 refused, 1 left out, 1 done.')).toBeTruthy();
  expect(argsOf('publish.drift')).toHaveLength(3);
  await waitFor(() => expect(wantsToStay()).toBe(false));

  await user.click(strip.getByRole('button', { name: 'Show the results' }));
  await screen.findByRole('dialog');
  expect(results()[0]).toMatch(/^Northwind BankRefused/);
  window.location.hash = '#/';
  const back = within(await screen.findByRole('region', { name: 'Check 3 tenants for drift' }));
  await user.click(back.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Check 3 tenants for drift' })).toBeNull());
});

test('work that was put aside is stopped from its strip, and closes the way to more of its kind', async () => {
  const { bridge, user, argsOf } = await openWindow('#/');
  await user.click(bar().getByRole('checkbox', { name: 'Select all shown' }));
  const looks = bridge.hold('publish.drift');
  const dialog = await open(user, /^Check for drift/);
  await user.click(dialog.getByRole('button', { name: 'Check' }));
  await user.click(await dialog.findByRole('button', { name: 'Go on in the background' }));
  const strip = within(await screen.findByRole('region', { name: 'Check 3 tenants for drift' }));
  await waitFor(() => expect(bar().getByRole('button', { name: /^Prove/ })).toHaveProperty('disabled', true));
  await user.click(strip.getByRole('button', { name: 'Stop after this tenant' }));
  looks.letGo();
  expect(await strip.findByText('Stopped after 1 of 3. The others were not touched.')).toBeTruthy();
  expect(argsOf('publish.drift')).toHaveLength(1);
  await waitFor(() => expect(bar().getByRole('button', { name: /^Prove/ })).toHaveProperty('disabled', false));
});

test('what was not begun is gone with its screen', async () => {
  const { user } = await openWindow('#/');
  await user.click(row('acme'));
  await open(user, /^Check for drift/);
  window.location.hash = '#/audit';
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByRole('region', { name: /for drift/ })).toBeNull();
});

test('work is stopped before the next tenant, and says which were not reached', async () => {
  const { bridge, user, argsOf } = await openWindow('#/');
  await user.click(bar().getByRole('checkbox', { name: 'Select all shown' }));
  const looks = bridge.hold('publish.drift');
  const dialog = await open(user, /^Check for drift/);
  await user.click(dialog.getByRole('button', { name: 'Check' }));
  expect(await dialog.findByText('1 of 3: Northwind Bank')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Stop after this tenant' }));
  looks.letGo();
  expect(await dialog.findByText('Stopped after 1 of 3. The others were not touched.')).toBeTruthy();
  expect(argsOf('publish.drift')).toHaveLength(1);
});

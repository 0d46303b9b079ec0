import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { waiting } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const PLAN = '#/tenant/rehearsal/plan/default';
const BANK = '#/tenant/Northwind%20Bank/plan/open-banking';

const steps = async () => [...(await screen.findByRole('list', { name: 'Steps of the plan' })).children];
const states = async () => (await steps()).map((row) => row.querySelector('.badge')?.textContent);

test('the whole way stands before anything is done, in either order, and the choice is kept in the address', async () => {
  const { user, argsOf } = await openWindow(BANK);
  expect((await steps()).map((row) => row.querySelector('.plan-step-word')?.textContent)).toHaveLength(11);
  expect((await steps())[1]?.textContent).toContain('Hand the new certificate');
  await user.click(screen.getByRole('radio', { name: /^Rotate first/ }));
  await waitFor(() => expect(window.location.hash).toBe(`${BANK}/rotate-first`));
  expect((await steps())[5]?.textContent).toContain('Hand the new certificate');
  expect(argsOf('plan.run')).toEqual([]);
});

test('a run does what is due and stops at the wait, and so on to the end with its evidence', async () => {
  const { user, argsOf, later } = await openWindow(PLAN);
  const run = () => user.click(screen.getByRole('button', { name: 'Run due steps' }));
  const wait = async () => {
    later(600);
    await screen.findByRole('button', { name: 'Run due steps' });
  };
  expect((await states())[0]).toBe('Due now');

  await run();
  expect(await screen.findByRole('button', { name: 'Nothing is due' })).toHaveProperty('disabled', true);
  expect((await states()).slice(0, 5)).toEqual(['Done', 'Not needed', 'Not needed', 'Waiting', 'Later']);
  const [{ hash }] = argsOf('plan.run') as [{ hash: string }];
  expect(argsOf('plan.run')).toEqual([{ tenant: 'rehearsal', ring: 'default', hash }]);

  await wait();
  await run();
  await screen.findByRole('button', { name: 'Nothing is due' });
  expect((await states()).slice(4, 9)).toEqual(['Done', 'Done', 'Done', 'Waiting', 'Later']);

  // What cannot be taken back is named, and wants a reason.
  later(600);
  const revoke = await screen.findByRole('button', { name: /^Revoke .+ now$/ });
  expect(revoke).toHaveProperty('disabled', true);
  await user.type(screen.getByLabelText(/^Why is it revoked/), 'its last token ended');
  await user.click(revoke);
  expect(await screen.findByText(/^The plan is finished/)).toBeTruthy();
  expect(argsOf('plan.run').at(-1)).toMatchObject({ reason: 'its last token ended' });
  expect((await states()).every((word) => word === 'Done' || word === 'Not needed')).toBe(true);
  expect(argsOf('plan.run').every((args) => (args as { hash: string }).hash === hash)).toBe(true);

  await user.click(screen.getByRole('button', { name: 'Plan the next rotation' }));
  await waitFor(async () => expect((await states())[0]).not.toBe('Not needed'));
  expect(screen.queryByText(/^The plan is finished/)).toBeNull();
});

test('whoever comes back finds the change where the facts left it, in the order it was begun', async () => {
  await openWindow('#/tenant/Northwind%20Bank/plan/default', waiting);
  // Rotated without the consumers' confirmation, which production asks for.
  await waitFor(() =>
    expect(screen.getByRole('radio', { name: /^Rotate first/ }).getAttribute('aria-checked')).toBe('true'),
  );
  const rotate = (await steps()).find((row) => row.textContent?.includes('Rotate: the next key'));
  expect(rotate?.getAttribute('data-state')).toBe('done');
});

test('a production plan without rehearsal explains itself, links to the tenant, and can be gone past', async () => {
  const { user, argsOf } = await openWindow(`${BANK}/rotate-first`);
  await user.click(await screen.findByRole('button', { name: 'Run due steps' }));
  const notice = within(await screen.findByRole('alert'));
  expect(notice.getByText(/not rehearsed in the last 30 days/)).toBeTruthy();
  expect(notice.getByRole('link', { name: 'link one in the settings' })).toBeTruthy();

  await user.click(notice.getByRole('button', { name: 'Go ahead without a rehearsal…' }));
  // Why is asked for by the main process.
  await waitFor(() => expect(argsOf('plan.run')[1]).toMatchObject({ overriding: true }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('a person confirms that the consumers have the certificate', async () => {
  const { desk, user, argsOf } = await openWindow(BANK);
  const { rings } = desk.custodian.showTenant({ tenant: 'Northwind Bank' });
  const next = rings.find(({ ring }) => ring.name === 'open-banking')?.keys.find(({ state }) => state === 'next');
  expect(await screen.findByRole('link', { name: 'Export its certificate' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Consumers have it…' }));
  await user.click(await screen.findByRole('button', { name: 'Yes, they have it' }));
  await waitFor(() => expect(argsOf('plan.confirm')).toEqual([{ tenant: 'Northwind Bank', kid: next?.kid }]));
  await waitFor(async () => expect((await states()).slice(0, 5)).toEqual(['Done', 'Done', 'Done', 'Done', 'Due now']));
});

test('a ring that is not there is said so', async () => {
  await openWindow('#/tenant/acme/plan/nothing');
  expect(await screen.findByRole('heading', { level: 1, name: 'No ring “nothing”' })).toBeTruthy();
});

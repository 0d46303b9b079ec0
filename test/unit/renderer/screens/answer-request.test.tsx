// Answering the request of another officer: from the palette, the settings of a tenant, the native menu, and from a file that is
// looked at; and what is told of it afterwards.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Desk } from '../../../support/desk.ts';
import { openAskingOfficer } from '../../../support/asking-officer.ts';
import { openWindow } from '../render-window.tsx';

const DEVICE = 'ab'.repeat(32);
const requestAt = async (desk: Desk) => Buffer.from((await (await openAskingOfficer(DEVICE, desk)).ask()).text);
const inSection = async () => within(await screen.findByRole('region', { name: 'A request of another officer' }));

type Opened = Awaited<ReturnType<typeof openWindow>>;

test.each<[string, string, (window: Opened) => Promise<void>]>([
  [
    'the palette',
    '#/audit',
    async ({ user }) => {
      fireEvent.keyDown(window, { key: 'k', ctrlKey: true });
      await screen.findByRole('dialog', { name: 'Find or do' });
      await user.keyboard('approve');
      await user.click(await screen.findByRole('option', { name: /^Answer a request…/ }));
    },
  ],
  [
    'the settings of a tenant',
    '#/tenant/acme/settings',
    async ({ user }) => user.click(await screen.findByRole('button', { name: 'Answer a request…' })),
  ],
  ['the native menu', '#/', async ({ bridge }) => act(() => bridge.emit('navigate', { to: 'answer' }))],
  [
    'the screen of files',
    '#/inspect',
    async ({ user }) => user.click(await screen.findByRole('button', { name: 'Answer a request…' })),
  ],
])('is begun from %s', async (_, hash, begin) => {
  const opened = await openWindow(hash);
  const { officer, desk } = opened;
  officer.file = { name: 'request.json', bytes: await requestAt(desk) };
  await begin(opened);
  expect(await (await inSection()).findByText(/^You approved it: approval-answer-.*\.json$/)).toBeTruthy();
  expect((await inSection()).getByText(/^A picture of it lies beside it/)).toBeTruthy();
  expect(officer.asked).toHaveLength(1);
  expect(officer.saved.size).toBe(2);
  expect(window.location.hash).toBe('#/inspect');
});

test('a request that is dropped is known as one and answered with a no', async () => {
  const { user, bridge, desk, officer } = await openWindow('#/audit');
  officer.file = { name: 'request.json', bytes: await requestAt(desk) };
  act(() => bridge.emit('opened', {}));
  expect(await screen.findByText('Approval request')).toBeTruthy();
  officer.file = null;
  officer.answer = () => ({ reason: 'not before Monday', refused: true });
  await user.click((await inSection()).getByRole('button', { name: 'Answer it…' }));
  expect(await (await inSection()).findByText(/^You refused it: /)).toBeTruthy();
});

test('an answer that is dropped can be taken', async () => {
  const { user, bridge, desk, officer } = await openWindow('#/audit');
  const { text } = await desk.custodian.requestApproval({ tenant: 'acme', act: 'key.withdraw', args: '{}' });
  const other = await openAskingOfficer(DEVICE, desk);
  const { text: answer } = await other.desk.custodian.answerRequest(text, { decision: 'granted', reason: null });
  officer.file = { name: 'answer.json', bytes: Buffer.from(answer) };
  act(() => bridge.emit('opened', {}));
  await user.click(await screen.findByRole('button', { name: 'Take it' }));
  expect(await screen.findByText('Taken. Now do the same again.')).toBeTruthy();
  expect(desk.custodian.approvalsBrought()).toBe(1);
});

test('a look without an answer leaves nothing, and what is wrong is told where it was begun', async () => {
  const { user, officer, desk } = await openWindow('#/inspect');
  officer.file = { name: 'request.json', bytes: await requestAt(desk) };
  officer.sayNo();
  const button = (await inSection()).getByRole('button', { name: 'Answer a request…' });
  await user.click(button);
  await waitFor(() => expect(officer.asked).toHaveLength(1));
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  expect(officer.saved.size).toBe(0);
  const { text } = await desk.custodian.requestApproval({ tenant: 'acme', act: 'key.withdraw', args: '{}' });
  officer.file = { name: 'own.json', bytes: Buffer.from(text) };
  await user.click(button);
  expect(await (await inSection()).findByText(/^Nobody approves their own request/)).toBeTruthy();
});

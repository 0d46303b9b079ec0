// The register in the window: who is in it, whose answer is missing, and where else that is said.
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { shortKid } from '../../../../renderer/text/hex.ts';
import { register, registerSome } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const BANK = '#/tenant/Northwind%20Bank';
const tenant = 'Northwind Bank';

async function openRegister() {
  const opened = await openWindow(`${BANK}/consumers`, register);
  await screen.findByRole('table', { name: 'The register' });
  return opened;
}

test('an empty register says what it is for, and takes the first consumer', async () => {
  const { user, argsOf } = await openWindow(`${BANK}/consumers`);
  expect(await screen.findByText('Nobody is registered yet')).toBeTruthy();
  expect(screen.getByText(/revocations for everybody who installs keys manually/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Consumers' }).getAttribute('aria-current')).toBe('page');

  await user.click(screen.getByRole('button', { name: 'Register a consumer…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Register' }));
  expect(dialog.getByText('It must not be empty.')).toBeTruthy();
  await user.type(dialog.getByLabelText(/^Name/), 'Gateway');
  expect(dialog.queryByLabelText('Keeps a key set')).toBeNull();
  await user.selectOptions(dialog.getByLabelText('Verifies with'), 'tyk');
  await user.type(dialog.getByLabelText('Keeps a key set'), '2');
  await user.selectOptions(dialog.getByLabelText('File format'), '');
  await user.click(dialog.getByRole('checkbox', { name: 'open-banking' }));
  await user.click(dialog.getByRole('button', { name: 'Register' }));
  expect(
    await screen.findByRole('row', { name: /^Gateway Tyk 5.2.*2 hours open-banking fetches the set/ }),
  ).toBeTruthy();
  expect(argsOf('consumer.add')).toEqual([
    {
      tenant,
      name: 'Gateway',
      verifier: 'tyk',
      cacheSeconds: 7200,
      contact: null,
      format: null,
      rings: ['open-banking'],
      note: null,
    },
  ]);
  expect(screen.getByText('Nobody has anything to confirm.')).toBeTruthy();
});

test('a consumer is changed, a name that is taken is refused, and it goes after a clear yes', async () => {
  const { user, argsOf } = await openRegister();
  await user.click(screen.getByRole('button', { name: 'Edit… Customer portal' }));
  const dialog = within(await screen.findByRole('dialog'));
  const name = dialog.getByLabelText(/^Name/);
  await user.clear(name);
  await user.type(name, 'API gateway');
  await user.selectOptions(dialog.getByLabelText('Verifies with'), 'jose');
  expect(dialog.getByText('It will no longer be asked for confirmations.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText(/already has a consumer called “API gateway”/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));

  await user.click(screen.getByRole('button', { name: 'Remove… Card terminals' }));
  const question = within(await screen.findByRole('dialog'));
  expect(question.getByText(/will no longer wait for its answers/)).toBeTruthy();
  await user.click(question.getByRole('button', { name: 'Remove consumer' }));
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Card terminals/ })).toBeNull());
  expect(argsOf('consumer.remove')).toEqual([{ tenant, consumer: 'Card terminals' }]);
});

test('whose answer is missing is listed with key and file; the answer is recorded, and the file is of that key', async () => {
  const { kidOf, user, argsOf } = await openRegister();
  const next = kidOf(tenant, 'next');
  const table = within(screen.getByRole('table', { name: 'Answers that are missing' }));
  const rows = () => table.getAllByRole('row').map((row) => row.textContent);
  expect(rows().some((text) => text.startsWith('API gateway'))).toBe(false);
  const before = rows().length;

  await user.click(table.getAllByRole('button', { name: 'Save its file… for Card terminals' })[0] as HTMLElement);
  await waitFor(() => expect(argsOf('consumer.export')).toEqual([{ tenant, consumer: 'Card terminals', kid: next }]));
  // Its file is the whole set.
  const terminals = () => rows().filter((text) => text.startsWith('Card terminals'));
  await waitFor(() => expect(terminals().every((text) => text.includes('given'))).toBe(true));

  await user.click(table.getAllByRole('button', { name: /^Confirm… Customer portal has/ })[0] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/portal@northwind.example/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Yes, installed' }));
  await waitFor(() => expect(rows()).toHaveLength(before - 1));
  expect(argsOf('consumer.confirm')).toEqual([{ tenant, kid: next, answer: 'has', consumer: 'Customer portal' }]);
});

test('questions are folded by key: a revoked key, which waits for nobody, opens on request', async () => {
  const { kidOf, user, argsOf } = await openRegister();
  const table = within(screen.getByRole('table', { name: 'Answers that are missing' }));
  const next = kidOf(tenant, 'next');
  const revoked = kidOf(tenant, 'revoked');
  const about = (question: string, kid: string) => table.getByRole('button', { name: `${question} ${shortKid(kid)}` });
  expect(about('Installed?', next).getAttribute('aria-expanded')).toBe('true');
  const folded = about('Removed?', revoked);
  expect(folded.getAttribute('aria-expanded')).toBe('false');
  const letGo = { name: `Confirm… Card terminals has removed ${shortKid(revoked)}` };
  expect(table.queryByRole('button', letGo)).toBeNull();
  await user.click(folded);
  expect(table.getByRole('button', letGo)).toBeTruthy();

  await user.click(table.getByRole('button', { name: `Confirm for all… has removed ${shortKid(revoked)}` }));
  await user.click(await screen.findByRole('button', { name: 'Yes, all of them' }));
  await waitFor(() => expect(table.queryByRole('button', letGo)).toBeNull());
  expect(argsOf('consumer.confirm')).toEqual([{ tenant, kid: revoked, answer: 'let-go' }]);
});

test('a verifier that is in no list is registered with its own number, and counts with it', async () => {
  const { user, desk, argsOf } = await openWindow(`${BANK}/consumers`);
  await screen.findByText('Nobody is registered yet');
  await user.click(screen.getByRole('button', { name: 'Register a consumer…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/^Name/), 'Spring service');
  await user.selectOptions(dialog.getByLabelText('Verifies with'), 'other');
  expect(dialog.getByText(/otherwise a day is assumed/)).toBeTruthy();
  await user.type(dialog.getByLabelText('Keeps a key set'), '30');
  await user.click(dialog.getByRole('button', { name: 'Register' }));
  expect(await screen.findByRole('row', { name: /^Spring service Another verifier.*1 day 6 hours/ })).toBeTruthy();
  expect(argsOf('consumer.add')).toMatchObject([{ verifier: 'other', cacheSeconds: 30 * 3600 }]);
  const { rings } = desk.custodian.showTenant({ tenant });
  const waits = rings.flatMap(({ clocks }) => Object.values(clocks)).flatMap(({ readyToSign }) => readyToSign.parts);
  expect(waits).toContainEqual({ code: 'consumer-cache', seconds: 30 * 3600 });
});

test('before a revocation those who hold the key by hand are named, and stay named until they let go', async () => {
  const { desk, user, argsOf, kidOf, later } = await openWindow(BANK, register);
  later(40 * 86_400);
  const previous = kidOf(tenant, 'previous');
  const clock = await screen.findByRole('button', { name: 'Not safe to revoke: consumers have not confirmed' });
  await user.click(clock);
  expect(await screen.findByText('Still to confirm: Customer portal, Card terminals.')).toBeTruthy();
  await user.keyboard('{Escape}');

  await user.click(screen.getByRole('button', { name: `Revoke… ${shortKid(previous)}` }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Not safe to revoke.')).toBeTruthy();
  expect(dialog.getByText('Still to confirm: Customer portal, Card terminals.')).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Not yet' })).toHaveProperty('disabled', true);
  await user.click(dialog.getByRole('button', { name: 'Go ahead early…' }));
  expect(dialog.getByText(/may still use .*: Customer portal, Card terminals\.$/)).toBeTruthy();
  expect(argsOf('key.revoke')).toEqual([]);
  await desk.custodian.confirmConsumer({ tenant, kid: previous, answer: 'let-go' });
  expect(await dialog.findByText('The wait is over. Safe to revoke.')).toBeTruthy();
});

test('a plan asks each consumer by name, and all at once where that is true', async () => {
  const { kidOf, user, argsOf } = await openWindow(`${BANK}/plan/default/apps-first`, register);
  const plan = await screen.findByRole('list', { name: 'Steps of the plan' });
  const step = (word: string) => {
    const row = [...plan.children].find((child) => child.querySelector('.plan-step-word')?.textContent === word);
    return within(row as HTMLElement);
  };
  const letGo = step('Confirm that the consumers have removed the old key');
  await letGo.findByText(/portal team/);
  expect(letGo.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringContaining('Customer portal, portal team'),
    expect.stringContaining('Card terminals'),
  ]);
  const previous = kidOf(tenant, 'previous');
  await user.click(letGo.getByRole('button', { name: 'Confirm… Card terminals' }));
  await user.click(await screen.findByRole('button', { name: 'Yes, removed' }));
  await waitFor(() => expect(letGo.queryByRole('button', { name: 'Confirm… Card terminals' })).toBeNull());
  expect(argsOf('consumer.confirm')).toEqual([{ tenant, kid: previous, answer: 'let-go', consumer: 'Card terminals' }]);
});

test('before applications go first, their files are saved one by one and they are confirmed together', async () => {
  const { desk, kidOf, user, argsOf } = await openWindow('#/tenant/rehearsal/plan/default');
  await act(() => registerSome(desk, 'rehearsal'));
  const next = kidOf('rehearsal', 'next');
  await user.click(await screen.findByRole('button', { name: 'Save its file… for Card terminals' }));
  await waitFor(() => expect(argsOf('consumer.export')).toMatchObject([{ consumer: 'Card terminals', kid: next }]));
  await user.click(screen.getByRole('button', { name: 'Save its file… for Customer portal' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Save its file/ })).toBeNull());

  await user.click(screen.getByRole('button', { name: 'All consumers have it…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('It is recorded for each of them: Customer portal, Card terminals.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Yes, they have it' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'All consumers have it…' })).toBeNull());
  const answers = desk.custodian
    .listConsumers({ tenant: 'rehearsal' })
    .map(({ consumer, notes }) => [consumer.name, notes.at(-1)?.kind]);
  expect(answers).toEqual(
    expect.arrayContaining([
      ['Customer portal', 'has'],
      ['Card terminals', 'has'],
      ['API gateway', undefined],
    ]),
  );
});

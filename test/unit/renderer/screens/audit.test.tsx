// The audit log: narrowed by tenant, act, key and day, and saved as a file that others can check.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { rehearsal, tenant, together } from '../../../support/desk-scenes.ts';
import { openWindow } from '../render-window.tsx';

const two = together(rehearsal, tenant({ name: 'other' }));
const rows = (): number => within(screen.getByRole('table')).getAllByRole('row').length - 1;

test('entries are narrowed by tenant, act, key and day, and shown whole again', async () => {
  const { user, desk } = await openWindow('#/audit', two);
  await screen.findByRole('table');
  const all = rows();
  await user.click(screen.getByRole('combobox', { name: 'Tenant' }));
  await user.click(await screen.findByRole('option', { name: 'other', hidden: true }));
  const ofTenant = desk.custodian.listAudit({ afterSeq: 0, limit: 1000, tenant: 'other' });
  await waitFor(() => expect(rows()).toBe(ofTenant.length));
  expect(ofTenant.length).toBeLessThan(all);
  await user.click(screen.getByRole('combobox', { name: 'Act' }));
  await user.click(await screen.findByRole('option', { name: 'Tenant added', hidden: true }));
  await waitFor(() => expect(rows()).toBe(1));
  await user.type(screen.getByRole('textbox', { name: 'kid' }), 'no-such-key');
  expect(await screen.findByText('No entry matches. Try fewer words.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  await waitFor(() => expect(rows()).toBe(all));
  await user.type(screen.getByLabelText('Until'), '2020-01-01');
  expect(await screen.findByText('No entry matches. Try fewer words.')).toBeTruthy();
});

test('the whole chain is saved, signed, and the saving is on record', async () => {
  const { user, desk } = await openWindow('#/audit', rehearsal);
  await user.click(await screen.findByRole('button', { name: 'Export…' }));
  expect(await screen.findByText(/key-custodian-audit\.jsonl: \d+ entries, signed by this device/)).toBeTruthy();
  const [entry] = desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'audit.exported' });
  expect(entry?.details).toMatchObject({ fileName: 'key-custodian-audit.jsonl', signed: true });
});

test('an evidence report of a tenant is asked for, and saved with the page as it prints', async () => {
  const { user, argsOf, desk } = await openWindow('#/audit', rehearsal);
  await user.click(await screen.findByRole('button', { name: 'Evidence report…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Evidence report' }));
  await user.click(dialog.getByRole('combobox', { name: /^Tenant/ }));
  // The log behind has a choice of tenants too.
  const offered = await screen.findAllByRole('option', { name: 'rehearsal', hidden: true });
  await user.click(offered.at(-1) as HTMLElement);
  await user.type(dialog.getByLabelText(/^From the day/), '2026-11-01');
  await user.type(dialog.getByLabelText(/^Before the day/), '2026-12-01');
  await user.click(dialog.getByRole('button', { name: 'Make the report…' }));
  expect(await screen.findByText(/^rehearsal-evidence-.*: \d+ entries, signed by this device/)).toBeTruthy();
  const [from, to] = ['2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'];
  expect(argsOf('evidence.report')).toEqual([{ tenant: 'rehearsal', from, to }]);
  const [entry] = desk.custodian.listAudit({ afterSeq: 0, limit: 1000, action: 'evidence.reported' });
  expect(entry?.details).toMatchObject({ from, to });
});

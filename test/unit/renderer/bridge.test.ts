import { expect, onTestFinished, test } from 'vitest';
import { custodianOver, WireFailure, wireErrorOf } from '../../../renderer/bridge.ts';
import { crossing } from '../../../main/ipc/crossing.ts';
import type { Bridge } from '../../../shared/contract.ts';
import { openDeskWindow } from '../../support/desk-window.ts';

function open() {
  const bridge = openDeskWindow();
  onTestFinished(() => bridge.close());
  return bridge;
}

test('a result becomes its value', async () => {
  const custodian = custodianOver(open());
  await expect(custodian.call('sandbox.start', {})).resolves.toMatchObject({ running: true });
});

test('a long answer crosses as text, and arrives as it was', async () => {
  const bridge = open();
  const value = Array.from({ length: 1000 }, (_, number) => ({ tenant: `Tenant ${number}`, drift: null }));
  const crossed = crossing({ ok: true, value });
  expect(crossed).toHaveProperty('json');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const calls = { ...bridge.calls, 'tenant.list': () => Promise.resolve(crossed) } as unknown as Bridge['calls'];
  expect(await custodianOver({ ...bridge, calls }).call('tenant.list', {})).toEqual(value);
});

test('a coded error is thrown with its code and facts, and speaks in the shared sentence', async () => {
  const custodian = custodianOver(open());
  const failure = await custodian.call('tenant.show', { tenant: 'nobody' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WireFailure);
  expect(wireErrorOf(failure)).toEqual({ code: 'TENANT_NOT_FOUND', facts: { tenant: 'nobody' } });
  expect(failure).toHaveProperty('message', 'There is no tenant called “nobody”.');
});

test('what was thrown without a code is INTERNAL and keeps its message to itself', () => {
  const error = wireErrorOf(new TypeError('secret in a message'));
  expect(error).toEqual({ code: 'INTERNAL', facts: { reference: 'TypeError' } });
});

test('a subscription ends when asked', () => {
  const bridge = open();
  const heard: string[] = [];
  const end = custodianOver(bridge).on('changed', ({ action }) => heard.push(action));
  bridge.emit('changed', { action: 'key.rotated' });
  end();
  bridge.emit('changed', { action: 'key.revoked' });
  expect(heard).toEqual(['key.rotated']);
});

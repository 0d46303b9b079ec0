// The ways out of this machine while the key of the seal is away: those that were vouched for, not what was written since.
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { networkRecords } from '../../../main/composition/network-records.ts';
import { systemClock as clock } from '../../../main/composition/system.ts';
import type { RecordedProxy } from '../../../main/ports/network.ts';
import { openRegistry } from '../../../main/registry/registry.ts';

let registry: ReturnType<typeof openRegistry>;
const key = randomBytes(32);
beforeEach(() => {
  registry = openRegistry({ folder: null, holder: 'a test', waitMs: 0, clock, actor: 'officer' });
  registry.state.use(key);
  registry.state.sealAnew({ action: 'registry.sealed', subject: 'registry', details: {} }, 0);
});
afterEach(() => registry.close());

const setProxy = (address: string): void =>
  registry.change({ action: 'network.proxy-set', subject: 'network', details: {} }, (writer) => {
    const proxy: RecordedProxy = { kind: 'address', address, script: null, noProxy: [] };
    writer.setProxy(proxy);
  });

it('are as they were read last with the key', () => {
  const records = networkRecords(registry.state);
  setProxy('http://proxy.acme.example:3128');
  expect(records().proxy.address).toBe('http://proxy.acme.example:3128');
  setProxy('http://elsewhere.example:3128');
  registry.state.use(null);
  expect(records().proxy.address).toBe('http://proxy.acme.example:3128');
  registry.state.use(key);
  expect(records().proxy.address).toBe('http://elsewhere.example:3128');
});

it('are what stands there where nobody gave the key yet: what is fetched then is signed', () => {
  setProxy('http://proxy.acme.example:3128');
  registry.state.use(null);
  expect(networkRecords(registry.state)().proxy.address).toBe('http://proxy.acme.example:3128');
});

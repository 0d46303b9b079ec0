// What came since the last signature is looked at before it is signed: a chain that was changed is never blessed.
import { generateKey } from '../../../../main/key-store/software/generate.ts';
import { beforeEach, expect, it } from 'vitest';
import { sealAudit } from '../../../../main/acts/audit/sealing.ts';
import type { Ports } from '../../../../main/ports/ports.ts';
import type { RegistryReader } from '../../../../main/ports/registry-reader.ts';
import { DEVICE_KEY } from '../../../../main/ports/secret-name.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant(ACME);
  // Recorded and not signed yet, as after a crash.
  desk.ports.registry.change({ action: 'test', subject: 'x', details: { amount: 1 } }, () => undefined);
});

const seal = (): string | null => desk.ports.registry.read((reader) => reader.auditAnchor()?.seal ?? null);

/** The registry as it would read after somebody changed its newest entry. */
function withTheNewestEntryChanged({ registry }: Ports): Ports['registry'] {
  const head = registry.read((reader) => reader.auditHead());
  const changed = (reader: RegistryReader): RegistryReader => ({
    ...reader,
    audit: (...asked) =>
      reader
        .audit(...asked)
        .map((entry) => (entry.seq === head?.seq ? { ...entry, details: { amount: 1000 } } : entry)),
  });
  return { ...registry, read: (work) => registry.read((reader) => work(changed(reader))) };
}

it('signs the newest entry', async () => {
  const before = seal();
  expect(await sealAudit(desk.ports)).toBe(true);
  expect(seal()).not.toBe(before);
});

it('signs nothing after an entry was changed', async () => {
  const before = seal();
  expect(await sealAudit({ ...desk.ports, registry: withTheNewestEntryChanged(desk.ports) })).toBe(false);
  expect(seal()).toBe(before);
});

it('signs nothing with another device key than the one that the chain names', async () => {
  const before = seal();
  const { pkcs8 } = await generateKey('Ed25519', null);
  await desk.vault.put(DEVICE_KEY, pkcs8);
  expect(await sealAudit(desk.ports)).toBe(false);
  expect(seal()).toBe(before);
});

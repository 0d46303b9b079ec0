// What the acts on a ring share: find it, record a new key under its rules, write what a rule answered.
import { mayGoOn, refuse } from '../../../shared/domain/key-ring/may.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyRing, RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { findKey, findRing, findTenant, keysOfRing, tenantInUse } from '../find.ts';
import { worthOf } from './key-worth.ts';
import type { NewKeys } from '../custody/make-key.ts';
import type { AuditAct } from '../../../shared/domain/audit/entry.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import type { RegistryWriter } from '../../ports/registry-writer.ts';
import type { Consent } from '../../../shared/domain/key-ring/may.ts';
import type { RingChange } from '../../../shared/domain/key-ring/life-cycle.ts';
import { ringView } from '../views.ts';

/** A ring that is in use. */
export function readRing(
  { registry }: Pick<Ports, 'registry'>,
  tenantName: string,
  ringName: string | undefined,
): { tenant: Tenant; ring: KeyRing; keys: SigningKey[] } {
  return registry.read((reader) => {
    const tenant = tenantInUse(reader, tenantName);
    const ring = findRing(reader, tenant, ringName);
    refuse(mayGoOn(ring));
    return { tenant, ring, keys: keysOfRing(reader, ring) };
  });
}

/** A key with the ring and the tenant that it belongs to. */
export function readKey(
  { registry }: Pick<Ports, 'registry'>,
  tenantName: string,
  kid: string,
): { tenant: Tenant; ring: KeyRing; key: SigningKey } {
  return registry.read((reader) => {
    const tenant = findTenant(reader, tenantName);
    const key = findKey(reader, tenant, kid);
    const ring = reader.rings(tenant.id).find((candidate) => candidate.id === key.ringId);
    if (ring === undefined) {
      throw new CustodianError('REGISTRY_DAMAGED', { detail: { code: 'key-without-ring' } });
    }
    return { tenant, ring, key };
  });
}

/** The ring that an act is about. */
interface Place {
  tenant: Tenant;
  ring: KeyRing;
}

/** Records new keys; the rule is asked inside the transaction, with the keys as they are then. */
export function recordNewKeys(
  { registry }: Pick<Ports, 'registry'>,
  { tenant, ring }: Place,
  { clearNotes }: Pick<NewKeys, 'clearNotes'>,
  audit: AuditAct,
  rule: (keys: SigningKey[], reader: RegistryReader) => RingChange,
): RingView {
  return registry.change(audit, (writer) => {
    refuse(mayGoOn(findRing(writer, tenant, ring.name)));
    writeChange(writer, rule(keysOfRing(writer, ring), writer));
    clearNotes(writer);
    return ringView(writer, tenant, ring);
  });
}

/** Changes records of a ring without making a key. */
export function changeRing(
  { registry }: Pick<Ports, 'registry'>,
  { tenant, ring }: Place,
  audit: AuditAct,
  rule: (keys: SigningKey[], reader: RegistryReader) => RingChange,
): RingView {
  return registry.change(audit, (writer) => {
    writeChange(writer, rule(keysOfRing(writer, ring), writer));
    return ringView(writer, tenant, ring);
  });
}

/** An officer's word on a key that makes room, and what the registry knows of its worth. */
export const consentIn = (reader: RegistryReader, named: string | undefined): Consent => ({
  named,
  worth: (key) => worthOf(reader, key),
});

/** The record of the key as it is now, inside the transaction. */
export const sameKey = (keys: readonly SigningKey[], key: SigningKey): SigningKey =>
  keys.find(({ id }) => id === key.id) ?? key;

export function ringAct(action: string, { tenant, ring }: Place, details: Record<string, unknown>): AuditAct {
  return { action, subject: `${tenant.name}/${ring.name}`, details };
}

export function writeChange(writer: RegistryWriter, change: RingChange): void {
  change.updated.forEach(writer.updateKey);
  change.added.forEach(writer.addKey);
}

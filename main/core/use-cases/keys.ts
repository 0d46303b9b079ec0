// The acts on the keys of one ring: generate a next key, import one, rotate, revoke. The rules are in ring-rules.ts;
// here each act is bound to the stores, and checked again inside the transaction that records it.
import type { ParsedArgsOf } from '../../../shared/contract.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { CertificateFacts, KeyRing, RingView, SigningKey, Tenant } from '../../../shared/model.ts';
import { takeIntoCustody } from '../custody.ts';
import { findKey, findRing, findTenant, keysOfRing, ringView } from '../find.ts';
import { generateKey, type NewKey, recordKey, spkiSha256 } from '../make-key.ts';
import type { AuditAct, Ports, RegistryReader, RegistryWriter } from '../ports.ts';
import { keyIn, nextReplaced, placed, revoked, type RingChange, rotated } from '../ring-rules.ts';

/** A fresh next key. It takes the place of a next key that nobody has seen; an announced one is not replaced. */
export async function generateNext(ports: Ports, args: ParsedArgsOf<'key.generate'>): Promise<RingView> {
  const { tenant, ring, keys } = readRing(ports, args.tenant, args.ring);
  const at = ports.clock.now().toISOString();
  const fresh = await generateKey(ports, tenant, ring);
  nextReplaced(ring.name, keys, fresh.record, at);
  return keep(ports, ring, fresh, act('key.generated', tenant, ring, { kid: fresh.record.kid }), (current) =>
    nextReplaced(ring.name, current, fresh.record, at),
  );
}

/** Brings a private key from a file into the ring. `file` is overwritten by the caller. */
export async function importKey(
  ports: Ports,
  args: ParsedArgsOf<'key.import'>,
  file: Uint8Array,
): Promise<RingView> {
  const { registry, workshop, clock } = ports;
  const { tenant, ring } = readRing(ports, args.tenant, args.ring);
  const material = await workshop.read(file, ring);
  try {
    registry.read((reader) => refuseKnown(reader, tenant, spkiSha256(material.spki)));
    const imported = await recordKey(ports, tenant, ring, material, {
      provenance: { kind: 'imported', source: material.source },
      kid: args.kid ?? material.thumbprint,
    });
    const { kid } = imported.record;
    const details = { kid, as: args.as, source: material.source };
    const at = clock.now().toISOString();
    return await keep(ports, ring, imported, act('key.imported', tenant, ring, details), (keys, reader) => {
      refuseKnown(reader, tenant, imported.record.spkiSha256);
      if (reader.keys(tenant.id).some((key) => key.kid === kid)) {
        throw new CustodianError('KEY_EXISTS', { kid });
      }
      return placed(ring.name, keys, imported.record, args.as, at);
    });
  } finally {
    material.pkcs8.fill(0);
  }
}

/** next becomes current, current becomes previous, a fresh next key is made. */
export async function rotateRing(ports: Ports, args: ParsedArgsOf<'key.rotate'>): Promise<RingView> {
  const { tenant, ring, keys } = readRing(ports, args.tenant, args.ring);
  const expected = args.expectNext ?? keyIn('next', keys)?.kid;
  const fresh = await generateKey(ports, tenant, ring);
  const at = ports.clock.now().toISOString();
  const details = {
    current: expected ?? null,
    previous: keyIn('current', keys)?.kid ?? null,
    next: fresh.record.kid,
    reason: args.reason ?? null,
  };
  return keep(ports, ring, fresh, act('key.rotated', tenant, ring, details), (current) => {
    const change = rotated(ring.name, current, fresh.record, at);
    // Two officers, or two clicks: the key that was to be brought into use must still be the one that waits.
    if (keyIn('next', current)?.kid !== expected) {
      throw new CustodianError('RING_CHANGED', { ring: ring.name });
    }
    return change;
  });
}

/** Takes a previous key out of service for ever. Its public half and certificate stay on record. */
export function revokeKey(ports: Ports, args: ParsedArgsOf<'key.revoke'>): RingView {
  const { registry, clock } = ports;
  const { tenant, ring, key } = registry.read((reader) => {
    const foundTenant = findTenant(reader, args.tenant);
    const foundKey = findKey(reader, foundTenant, args.kid);
    return { tenant: foundTenant, key: foundKey, ring: ringOf(reader, foundKey) };
  });
  const { reason, compromised } = args;
  return registry.change(act('key.revoked', tenant, ring, { kid: key.kid, reason, compromised }), (writer) => {
    const now = findKey(writer, tenant, key.kid);
    write(writer, revoked(now, { reason, compromised }, clock.now().toISOString()));
    return ringView(writer, ring);
  });
}

export function certificateOf(
  { registry, formats }: Pick<Ports, 'registry' | 'formats'>,
  args: ParsedArgsOf<'key.certificate'>,
): CertificateFacts {
  const key = registry.read((reader) => findKey(reader, findTenant(reader, args.tenant), args.kid));
  return formats.certificateFacts(Buffer.from(key.certificate, 'base64'));
}

function readRing(
  { registry }: Pick<Ports, 'registry'>,
  tenantName: string,
  ringName: string | undefined,
): { tenant: Tenant; ring: KeyRing; keys: SigningKey[] } {
  return registry.read((reader) => {
    const tenant = findTenant(reader, tenantName);
    const ring = findRing(reader, tenant, ringName);
    return { tenant, ring, keys: keysOfRing(reader, ring) };
  });
}

/** Takes one new key into custody; the rule is asked once more inside the transaction, with the keys as they are then. */
function keep(
  ports: Ports,
  ring: KeyRing,
  { record, pkcs8 }: NewKey,
  audit: AuditAct,
  rule: (keys: SigningKey[], reader: RegistryReader) => RingChange,
): Promise<RingView> {
  return takeIntoCustody(ports, [{ keyId: record.id, kid: record.kid, pkcs8 }], (clearNotes) =>
    ports.registry.change(audit, (writer) => {
      write(writer, rule(keysOfRing(writer, ring), writer));
      clearNotes(writer);
      return ringView(writer, ring);
    }),
  );
}

function write(writer: RegistryWriter, change: RingChange): void {
  change.updated.forEach(writer.updateKey);
  change.added.forEach(writer.addKey);
}

/** The same material may be in custody once a tenant, and never again anywhere after it was revoked. */
function refuseKnown(reader: RegistryReader, tenant: Tenant, spki: string): void {
  const known = reader.keysBySpki(spki);
  const gone = known.find((key) => key.state === 'revoked');
  if (gone !== undefined) {
    throw new CustodianError('KEY_REVOKED_BEFORE', { kid: gone.kid });
  }
  const here = known.find((key) => key.tenantId === tenant.id);
  if (here !== undefined) {
    throw new CustodianError('KEY_EXISTS', { kid: here.kid });
  }
}

function ringOf(reader: RegistryReader, key: SigningKey): KeyRing {
  const ring = reader.rings(key.tenantId).find((candidate) => candidate.id === key.ringId);
  if (ring === undefined) {
    throw new CustodianError('REGISTRY_DAMAGED', { detail: 'a key without its ring' });
  }
  return ring;
}

function act(action: string, tenant: Tenant, ring: KeyRing, details: Record<string, unknown>): AuditAct {
  return { action, subject: `${tenant.name}/${ring.name}`, details };
}

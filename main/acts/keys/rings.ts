// A further ring for a tenant: another algorithm, or keys for another purpose; and the end of one.
import { sameName } from '../../../shared/domain/names.ts';
import {
  hasBits,
  isNamed,
  type RsaBits,
  type SigningAlgorithm,
  type WrittenName,
  writtenNames,
} from '../../../shared/domain/algorithms.ts';
import type { FleetRing } from '../../../shared/acts/plans.ts';
import type { AddedRing } from '../../../shared/acts/tenants.ts';

import { CustodianError } from '../../../shared/errors.ts';
import type { KeyRing, RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { type PlacesForecast, placesForecast } from '../../../shared/domain/published-set/places.ts';
import { keysOfRing, tenantInUse } from '../find.ts';
import { groupBy } from '../group-by.ts';
import { withFirstKeys } from '../custody/make-key.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { isPushable } from '../../../shared/domain/endpoints.ts';
import { retired } from '../../../shared/domain/key-ring/life-cycle.ts';
import { ringView } from '../views.ts';
import { readRing, writeChange } from './ring-acts.ts';
import { bound } from '../bound.ts';

const DEFAULT_BITS: RsaBits = 2048;

/**
 * A new ring with a current and a next key, or an empty one for keys that are brought in. Says when the places of the
 * tenant's set will not suffice.
 */
export const addRing = bound('ring.add', async (ports, args): Promise<AddedRing> => {
  const { registry, random, clock } = ports;
  const tenant = registry.read((reader) => tenantInUse(reader, args.tenant));
  refuseUnpushable(tenant, args.alg);
  const createdAt = clock.now().toISOString();
  const ring: KeyRing = {
    id: random.uuid(),
    tenantId: tenant.id,
    name: args.name ?? args.alg.toLowerCase(),
    alg: args.alg,
    bits: bitsFor(args.alg, args.bits),
    writtenAs: writtenFor(args.alg, args.writtenAs),
    brought: args.empty ?? false,
    createdAt,
    retirement: null,
  };
  registry.read((reader) => refuseTaken(reader, tenant, ring.name));
  return withFirstKeys(ports, { tenant, ring }, ({ records, clearNotes }) => {
    const details = {
      alg: ring.alg,
      bits: ring.bits,
      ...(ring.writtenAs === null ? {} : { writtenAs: ring.writtenAs }),
      ...(ring.brought ? { empty: true } : {}),
    };
    return registry.change({ action: 'ring.added', subject: `${tenant.name}/${ring.name}`, details }, (writer) => {
      refuseTaken(writer, tenant, ring.name);
      writer.addRing(ring);
      records.forEach((record) => writer.addKey(record));
      clearNotes(writer);
      return { ...ringView(writer, tenant, ring), places: placesNeeded(writer, tenant) };
    });
  });
});

/**
 * The ring signs no more and takes no more keys. Its keys leave the set under the clocks: what nobody needs goes with the
 * next push, and the last signing key when its last token has ended. What happened to it stays on record.
 */
export const retireRing = bound('ring.retire', (ports, { tenant: name, ring: ringName, reason }): RingView => {
  const { registry, clock } = ports;
  const { tenant, ring } = readRing(ports, name, ringName);
  const at = clock.now().toISOString();
  const { updated } = retired(
    registry.read((reader) => keysOfRing(reader, ring)),
    reason,
    at,
  );
  const inState = (state: KeyState): string[] => updated.filter((key) => key.state === state).map(({ kid }) => kid);
  const details = { reason, previous: inState('previous'), revoked: inState('revoked') };
  return registry.change({ action: 'ring.retired', subject: `${tenant.name}/${ring.name}`, details }, (writer) => {
    writeChange(writer, retired(keysOfRing(writer, ring), reason, at));
    const kept = { ...ring, retirement: { at, reason } };
    writer.updateRing(kept);
    return ringView(writer, tenant, kept);
  });
});

/** What the rings in use will need, at their fullest; `null` where the places suffice. */
function placesNeeded(reader: RegistryReader, { id, endpoint }: Tenant): PlacesForecast | null {
  const keys = groupBy(reader.keys(id), ({ ringId }) => ringId);
  const rings = reader.rings(id).map((ring) => ({ ring, keys: keys.get(ring.id) ?? [] }));
  return placesForecast(endpoint, rings, { published: reader.lastPublication(id)?.kids ?? [] });
}

/** RSA rings have a modulus length, others must not name one. */
export function bitsFor(alg: SigningAlgorithm, bits: RsaBits | undefined): RsaBits | null {
  if (hasBits(alg)) {
    return bits ?? DEFAULT_BITS;
  }
  if (bits !== undefined) {
    throw new CustodianError('INPUT_INVALID', { field: 'bits', problem: { code: 'fixed-size', alg } });
  }
  return null;
}

/** `null` where the algorithm has one name. */
export function writtenFor(alg: SigningAlgorithm, wanted: WrittenName | undefined): WrittenName | null {
  const [usual, ...others] = writtenNames(alg);
  if (wanted !== undefined && !isNamed(alg, wanted)) {
    throw new CustodianError('INPUT_INVALID', { field: 'alg', problem: { code: 'other-name' } });
  }
  return others.length === 0 ? null : (wanted ?? usual ?? null);
}

/** Refused here, with the reason, rather than at push time. */
export function refuseUnpushable(tenant: Pick<Tenant, 'endpoint'>, alg: SigningAlgorithm): void {
  if (!isPushable(alg, tenant.endpoint)) {
    throw new CustodianError('RING_ALGORITHM_NOT_PUSHABLE', { alg });
  }
}

/** Every ring of every tenant, by the names of the tenants. */
export const listRings = bound('fleet.rings', ({ registry }): FleetRing[] => {
  return registry.read((reader) => {
    const keys = groupBy(reader.keyNames(), ({ ringId }) => ringId);
    const rings = groupBy(reader.allRings(), ({ tenantId }) => tenantId);
    return reader.tenants().flatMap((tenant) =>
      (rings.get(tenant.id) ?? []).map(({ id, name, alg }) => ({
        tenant: tenant.name,
        ring: name,
        alg,
        keys: (keys.get(id) ?? []).map(({ kid, state, currentAt }) => ({ kid, state, currentAt })),
      })),
    );
  });
});

function refuseTaken(reader: RegistryReader, tenant: Tenant, name: string): void {
  if (reader.rings(tenant.id).some((ring) => sameName(ring.name, name))) {
    throw new CustodianError('RING_EXISTS', { tenant: tenant.name, ring: name });
  }
}

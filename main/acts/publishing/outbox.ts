// The outbox: what waits for the network and why. A push that reached nobody waits as an intent and is planned anew when
// it is tried again; no byte of it is kept, because both sides may have moved meanwhile.
import { mayUse } from '../../../shared/domain/key-ring/may.ts';
import { CustodianError, isCustodianError, toWireError } from '../../../shared/errors.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { Publication } from '../../../shared/domain/published-set/publication.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import {
  type Outbox,
  type OutboxEntry,
  type PendingTenant,
  REACHED_NOBODY,
  type TravellingBundle,
} from '../../../shared/domain/published-set/outbox.ts';
import { findTenant } from '../find.ts';
import { alteredIn, pendingIn, wearsAnother } from '../../../shared/domain/published-set/pending.ts';
import type { IssuedBundle, KeyName, LastSet } from '../../../shared/domain/records.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { groupBy } from '../group-by.ts';
import { asError } from './outcome.ts';
import { previewPublication } from './publish.ts';
import { bound, queued } from '../bound.ts';
import type { Work } from '../../ports/stopping.ts';

export interface Attempted extends Work {
  failed?: unknown;
}

export interface Dropping extends Work {
  why?: 'dropped' | 'settled';
}

export const reachedNobody = (error: unknown): boolean => isCustodianError(error) && REACHED_NOBODY.has(error.code);

export const listOutbox = bound('outbox.list', ({ registry, clock }): Outbox => {
  const now = clock.now().toISOString();
  return registry.read((reader) => {
    const waiting = reader.outbox();
    const fleet = readFleet(reader);
    const travelling = fleet.tenants.flatMap(({ id, name }) => travellingOf(fleet.out.get(id) ?? [], name, now));
    return { waiting, travelling, owed: pendingTenants(reader, fleet, waiting, now) };
  });
});

/**
 * Lets a push wait, after making sure that it must: a tenant that answers is pushed to instead. `failed` is what the
 * caller's own attempt, which sent nothing, came to; without it one is made here. Throws what else that comes to.
 */
export const queuePublication = bound('outbox.add', async (ports, args, work: Attempted): Promise<OutboxEntry> => {
  const { failed, signal } = work;
  const { registry, clock } = ports;
  const why =
    failed === undefined
      ? await previewPublication(ports, args, { signal }).then(() => null, asError)
      : asError(failed);
  if (why === null) {
    throw new CustodianError('OUTBOX_NOT_NEEDED', { tenant: args.tenant });
  }
  if (!reachedNobody(why)) {
    throw why;
  }
  const { act = 'push', to = null, removeForeign = [], keepForeign = [] } = args;
  const at = clock.now().toISOString();
  const entry = {
    act,
    to,
    removeForeign,
    keepForeign,
    queuedAt: at,
    why: toWireError(why),
    attempts: 1,
    lastTriedAt: at,
  };
  const { name, id } = registry.read((reader) => findTenant(reader, args.tenant));
  const details = { act, to, removeForeign, ...(keepForeign.length > 0 && { keepForeign }), why: entry.why.code };
  registry.change({ action: 'outbox.queued', subject: name, details }, (writer) => writer.putOutboxEntry(id, entry));
  return { tenant: name, ...entry };
});

/** One more attempt reached nobody. Any other failure is the officer's to look at and changes nothing here. */
export const noteOutboxAttempt = queued(({ registry, clock }, tenant: string, failed: unknown): void => {
  if (!reachedNobody(failed)) {
    return;
  }
  const { id, entry } = registry.read((reader) => waitingFor(reader, tenant));
  const why = toWireError(failed);
  const attempts = entry.attempts + 1;
  const details = { act: entry.act, attempts, why: why.code };
  registry.change({ action: 'outbox.retried', subject: entry.tenant, details }, (writer) =>
    writer.putOutboxEntry(id, { ...entry, why, attempts, lastTriedAt: clock.now().toISOString() }),
  );
});

/** `why: settled`: there is nothing left to push, since the tenant holds that set already. */
export const dropFromOutbox = bound('outbox.drop', ({ registry }, { tenant }, { why = 'dropped' }: Dropping): null => {
  const { id, entry } = registry.read((reader) => waitingFor(reader, tenant));
  const { act, queuedAt, attempts } = entry;
  const details = { act, queuedAt, attempts };
  registry.change({ action: `outbox.${why}`, subject: entry.tenant, details }, (writer) =>
    writer.removeOutboxEntry(id),
  );
  return null;
});

function waitingFor(reader: RegistryReader, tenant: string): { id: string; entry: OutboxEntry } {
  const { id, name } = findTenant(reader, tenant);
  const entry = reader.outbox().find((one) => one.tenant === name);
  if (entry === undefined) {
    throw new CustodianError('OUTBOX_EMPTY', { tenant: name });
  }
  return { id, entry };
}

/** What the outbox is made from, read in a few statements however many tenants there are. */
interface Fleet {
  tenants: Tenant[];
  rings: Map<string, KeyRing[]>;
  keys: Map<string, KeyName[]>;
  lastSets: Map<string, LastSet>;
  /** Without a receipt, and not overtaken by a publication since: then none would be accepted. */
  out: Map<string, IssuedBundle[]>;
}

function readFleet(reader: RegistryReader): Fleet {
  const lastSets = reader.lastSets();
  const overtaken = ({ tenantId, madeAt }: IssuedBundle): boolean => (lastSets.get(tenantId)?.at ?? '') > madeAt;
  return {
    tenants: reader.tenants().filter((tenant) => mayUse(tenant) === null),
    rings: groupBy(reader.allRings(), ({ tenantId }) => tenantId),
    keys: groupBy(reader.keyNames(), ({ tenantId }) => tenantId),
    lastSets,
    out: groupBy(
      reader.bundlesOut().filter((bundle) => !overtaken(bundle)),
      ({ tenantId }) => tenantId,
    ),
  };
}

const travellingOf = (bundles: readonly IssuedBundle[], tenant: string, now: Instant): TravellingBundle[] =>
  bundles.map(({ id, act, kids, madeAt, expiresAt }) => ({
    id,
    tenant,
    act,
    kids,
    madeAt,
    expiresAt,
    expired: expiresAt <= now,
  }));

/** A tenant that waits is told as that, and one whose wanted set is on its way owes nothing more. */
function pendingTenants(
  reader: RegistryReader,
  { tenants, rings, keys, lastSets, out }: Fleet,
  waiting: readonly OutboxEntry[],
  now: Instant,
): PendingTenant[] {
  const waits = new Set(waiting.map(({ tenant }) => tenant));
  return tenants.flatMap((tenant) => {
    if (waits.has(tenant.name)) {
      return [];
    }
    const last = lastSets.get(tenant.id) ?? null;
    const facts = { tenant, rings: rings.get(tenant.id) ?? [] };
    const exactly = (set: Pick<Publication, 'at' | 'kids' | 'sent'> | null): PendingTenant | null =>
      pendingIn({ ...facts, keys: reader.keys(tenant.id), last: set, isAltered: alteredIn(set?.sent ?? null) });
    // A rollback may have brought back what somebody else made of our keys, so there every member is looked at.
    const owed =
      last?.act === 'rollback'
        ? exactly(reader.lastPublication(tenant.id))
        : pendingIn({ ...facts, keys: keys.get(tenant.id) ?? [], last, isAltered: wearsAnother(last?.prints ?? {}) });
    const onItsWay = (): boolean =>
      (out.get(tenant.id) ?? [])
        .filter(({ expiresAt }) => expiresAt > now)
        .some(({ madeAt, kids, body }) => exactly({ at: madeAt, kids, sent: body }) === null);
    return owed === null || onItsWay() ? [] : [owed];
  });
}

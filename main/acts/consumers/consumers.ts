// The register of consumers: who is in it, what each has confirmed about keys, and the file that each needs.
import { sameName } from '../../../shared/domain/names.ts';
import {
  type Consumer,
  type ConsumerConfirmArgs,
  type ConsumerView,
  isPinned,
  keepsSeconds,
} from '../../../shared/domain/consumers/consumer.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { KeyRing } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { openAnswers, pinnedOf, verifiesRing } from '../../../shared/domain/consumers/needs.ts';
import { findConsumer, findRing, findTenant, keysOfRing } from '../find.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { clockFacts, registeredConsumers } from '../ring-facts.ts';
import { inLaneOrder } from '../../../shared/domain/key-ring/lane.ts';
import { readKey } from '../keys/ring-acts.ts';
import { bound } from '../bound.ts';

export const listConsumers = bound('consumer.list', ({ registry }, { tenant: name }): ConsumerView[] => {
  return registry.read((reader) => {
    const tenant = findTenant(reader, name);
    return viewsNow(reader, tenant);
  });
});

export const addConsumer = bound('consumer.add', ({ registry, clock, random }, args): ConsumerView => {
  const { tenant: tenantName, ...facts } = args;
  const at = clock.now().toISOString();
  const details = { consumer: facts.name, ...facts };
  return registry.change({ action: 'consumer.added', subject: tenantName, details }, (writer) => {
    const tenant = findTenant(writer, tenantName);
    const consumer = { id: random.uuid(), tenantId: tenant.id, ...facts, createdAt: at };
    const sound = soundIn(writer, tenant, consumer);
    writer.addConsumer(sound);
    return viewNow(writer, tenant, sound);
  });
});

export const editConsumer = bound('consumer.edit', ({ registry }, args): ConsumerView => {
  const { tenant: tenantName, consumer: name, ...changes } = args;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const details = { consumer: name, ...given };
  return registry.change({ action: 'consumer.edited', subject: tenantName, details }, (writer) => {
    const tenant = findTenant(writer, tenantName);
    const edited: Consumer = { ...findConsumer(writer, tenant, name), ...given };
    // A cache says nothing of a consumer that holds keys by hand, so it goes without being named.
    const forgets = isPinned(edited) && changes.cacheSeconds === undefined;
    const sound = soundIn(writer, tenant, forgets ? { ...edited, cacheSeconds: null } : edited);
    writer.updateConsumer(sound);
    return viewNow(writer, tenant, sound);
  });
});

/** Nobody waits for it any more. What it had confirmed stays in the audit chain. */
export const removeConsumer = bound('consumer.remove', ({ registry }, { tenant: tenantName, consumer: name }): null => {
  const known = registry.read((reader) => findConsumer(reader, findTenant(reader, tenantName), name));
  const details = { consumer: known.name, verifier: known.verifier };
  registry.change({ action: 'consumer.removed', subject: tenantName, details }, (writer) => {
    writer.removeConsumer(known.id);
  });
  return null;
});

/** A person says that the consumer has the key, or needs it no more. All that hold keys by hand when none is named. */
export const confirmConsumer = bound('consumer.confirm', ({ registry, clock }, args): ConsumerView[] => {
  const { tenant: tenantName, kid, consumer: name, answer } = args;
  const { tenant, ring, key } = readKey({ registry }, tenantName, kid);
  assertAnswers(key, answer);
  const asked = registry.read((reader) =>
    name === undefined ? pinnedAt(reader, tenant, ring) : [findConsumer(reader, tenant, name)],
  );
  for (const consumer of asked) {
    assertVerifies(consumer, ring);
  }
  const at = clock.now().toISOString();
  const details = { kid, ring: ring.name, answer, consumers: asked.map((consumer) => consumer.name) };
  return registry.change({ action: 'consumer.confirmed', subject: tenant.name, details }, (writer) => {
    for (const consumer of asked) {
      writer.addConsumerNote({ consumerId: consumer.id, kid, kind: answer, at });
    }
    const views = viewsNow(writer, tenant);
    return asked.flatMap(({ id }) => views.find(({ consumer }) => consumer.id === id) ?? []);
  });
});

/** The consumers of a ring that hold keys by hand. */
export function pinnedAt(reader: RegistryReader, tenant: Tenant, ring: KeyRing): Consumer[] {
  return pinnedOf(clockFacts(reader, tenant, ring).consumers).map(({ consumer }) => consumer);
}

/** A key that signs, or will, is had; one that signs no more is let go. */
function assertAnswers({ kid, state }: SigningKey, answer: ConsumerConfirmArgs['answer']): void {
  const waited = state === 'next' || state === 'current';
  const fits = answer === 'has' ? waited : !waited;
  if (!fits) {
    throw new CustodianError('KEY_STATE', {
      kid,
      state,
      ...(answer === 'has'
        ? { action: 'confirming-received', needs: 'next-or-current' }
        : { action: 'confirming-let-go', needs: 'previous-or-revoked' }),
    });
  }
}

export function assertVerifies(consumer: Consumer, ring: KeyRing): void {
  if (!verifiesRing(consumer, ring)) {
    const problem = { code: 'not-of-ring', consumer: consumer.name, ring: ring.name } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'consumer', problem });
  }
}

/** With the rings as they are called; refused when it cannot stand in the register so. */
function soundIn(reader: RegistryReader, tenant: Tenant, consumer: Consumer): Consumer {
  const { id, name, cacheSeconds, rings } = consumer;
  if (reader.consumers(tenant.id).some((one) => one.id !== id && sameName(one.name, name))) {
    throw new CustodianError('CONSUMER_EXISTS', { tenant: tenant.name, consumer: name });
  }
  if (isPinned(consumer) && cacheSeconds !== null) {
    const problem = { code: 'no-cache' } as const;
    throw new CustodianError('INPUT_INVALID', { field: 'cacheSeconds', problem });
  }
  const named = rings?.map((ring) => findRing(reader, tenant, ring).name) ?? null;
  return { ...consumer, rings: named === null ? null : [...new Set(named)] };
}

function viewNow(reader: RegistryReader, tenant: Tenant, { id }: Consumer): ConsumerView {
  const view = viewsNow(reader, tenant).find(({ consumer }) => consumer.id === id);
  if (view === undefined) {
    throw new CustodianError('REGISTRY_DAMAGED', { detail: { code: 'consumer-gone' } });
  }
  return view;
}

/** The whole register, with each ring read once for all of it. */
function viewsNow(reader: RegistryReader, tenant: Tenant): ConsumerView[] {
  const lanes = reader.rings(tenant.id).map((ring) => ({ ring, keys: inLaneOrder(keysOfRing(reader, ring)) }));
  return registeredConsumers(reader, tenant).map((one) => ({
    consumer: one.consumer,
    keepsSeconds: keepsSeconds(one.consumer),
    notes: [...one.notes],
    open: lanes.flatMap(({ ring, keys }) => openAnswers(one, ring, keys)),
  }));
}

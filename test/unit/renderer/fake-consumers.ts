// The fake bridge's register of consumers: it keeps what was said, and asks by the real rules.
import {
  openAnswers,
  pinnedOf,
  type RegisteredConsumer,
  verifiesRing,
} from '../../../shared/domain/consumers/needs.ts';
import { inLaneOrder } from '../../../shared/domain/key-ring/lane.ts';
import {
  type Consumer,
  consumerAddSchema,
  type ConsumerNote,
  type ConsumerView,
  isPinned,
  keepsSeconds,
} from '../../../shared/domain/consumers/consumer.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeWorld } from './fake-world.ts';

interface Helpers {
  view: (tenant: string) => TenantView;
  ringOfKid: (tenant: string, kid: string) => RingView;
  changed: <T>(action: string, result: T) => T;
}

/** Registers a consumer without a call, as one that is there already. */
export function registerFake(world: FakeWorld, tenant: string, part: Partial<Consumer> & { name: string }): void {
  const register = world.consumers.get(tenant) ?? [];
  const consumer: Consumer = {
    id: `consumer-${tenant}-${register.length}-${part.name}`,
    tenantId: `tenant-${tenant}`,
    verifier: 'pinned',
    cacheSeconds: null,
    contact: null,
    format: null,
    rings: null,
    note: null,
    createdAt: '2026-06-02T08:00:00.000Z',
    ...part,
  };
  world.consumers.set(tenant, [...register, { consumer, notes: [] }]);
}

export function noteFake(
  world: FakeWorld,
  tenant: string,
  note: Pick<ConsumerNote, 'kid' | 'kind'>,
  about: readonly RegisteredConsumer[],
): void {
  const ids = new Set(about.map(({ consumer }) => consumer.id));
  const made = { ...note, at: now(), by: 'officer via window' };
  const register = (world.consumers.get(tenant) ?? []).map((one) =>
    ids.has(one.consumer.id) ? { ...one, notes: [...one.notes, { ...made, consumerId: one.consumer.id }] } : one,
  );
  world.consumers.set(tenant, register);
}

export function makeConsumerHandlers(world: FakeWorld, { view, ringOfKid, changed }: Helpers): Handlers {
  const register = (tenant: string) => world.consumers.get(tenant) ?? [];
  const found = (tenant: string, name: string): RegisteredConsumer => {
    const one = register(tenant).find(({ consumer }) => consumer.name === name);
    if (one === undefined) {
      throw new CustodianError('CONSUMER_NOT_FOUND', { tenant, consumer: name });
    }
    return one;
  };
  const refuseTaken = (tenant: string, name: string, but?: string): void => {
    if (register(tenant).some(({ consumer }) => consumer.name === name && name !== but)) {
      throw new CustodianError('CONSUMER_EXISTS', { tenant, consumer: name });
    }
  };
  const viewOf = (tenant: string, one: RegisteredConsumer): ConsumerView => ({
    consumer: one.consumer,
    keepsSeconds: keepsSeconds(one.consumer),
    notes: [...one.notes],
    open: view(tenant).rings.flatMap(({ ring, keys }) => openAnswers(one, ring, inLaneOrder(keys))),
  });
  return {
    'consumer.list': ({ tenant }) => register(tenant).map((one) => viewOf(tenant, one)),
    'consumer.add': ({ tenant, ...facts }) => {
      refuseTaken(tenant, facts.name);
      // As the main process does it: what is not given is null.
      const { tenant: _, ...given } = consumerAddSchema.parse({ tenant, ...facts });
      registerFake(world, tenant, { ...given, createdAt: now() });
      return changed('consumer.added', viewOf(tenant, found(tenant, facts.name)));
    },
    'consumer.edit': ({ tenant, consumer: name, ...changes }) => {
      const one = found(tenant, name);
      refuseTaken(tenant, changes.name ?? name, name);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const edited = { ...one, consumer: { ...one.consumer, ...given } };
      world.consumers.set(
        tenant,
        register(tenant).map((other) => (other === one ? edited : other)),
      );
      return changed('consumer.edited', viewOf(tenant, edited));
    },
    'consumer.remove': ({ tenant, consumer: name }) => {
      const one = found(tenant, name);
      world.consumers.set(
        tenant,
        register(tenant).filter((other) => other !== one),
      );
      return changed('consumer.removed', null);
    },
    'consumer.confirm': ({ tenant, kid, consumer: name, answer = 'has' }) => {
      const { ring } = ringOfKid(tenant, kid);
      const asked =
        name === undefined
          ? pinnedOf(register(tenant)).filter(({ consumer }) => verifiesRing(consumer, ring))
          : [found(tenant, name)];
      noteFake(world, tenant, { kid, kind: answer }, asked);
      return changed(
        'consumer.confirmed',
        asked.map(({ consumer }) => viewOf(tenant, found(tenant, consumer.name))),
      );
    },
    'consumer.export': ({ tenant, consumer: name, kid = '' }) => {
      const one = found(tenant, name);
      noteFake(world, tenant, { kid, kind: 'handed-out' }, [one]);
      const fileName = `${tenant}-${kid.slice(0, 8)}.${one.consumer.format ?? 'pem'}`;
      return changed('consumer.exported', { fileName, sha256: madeUpHex(`${kid} ${name}`) });
    },
  };
}

/** Some of each kind, as a tenant in the middle of its life has them. */
export function registerSome(world: FakeWorld, tenant: string): void {
  registerFake(world, tenant, {
    name: 'Customer portal',
    contact: 'portal team, portal@northwind.example',
    format: 'cer',
    note: 'Takes a new certificate in its weekly window, Tuesdays',
  });
  registerFake(world, tenant, { name: 'Card terminals', contact: 'terminals@partner.example', format: 'jwks' });
  registerFake(world, tenant, { name: 'API gateway', verifier: 'tyk', cacheSeconds: 600 });
  const [portal] = world.consumers.get(tenant) ?? [];
  const keys = world.views.find((one) => one.tenant.name === tenant)?.rings.flatMap((ring) => ring.keys) ?? [];
  for (const { kid, state } of keys) {
    if (portal !== undefined && isPinned(portal.consumer) && (state === 'current' || state === 'next')) {
      noteFake(world, tenant, { kid, kind: state === 'next' ? 'handed-out' : 'has' }, [portal]);
    }
  }
}

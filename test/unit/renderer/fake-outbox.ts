// The fake bridge's outbox and air gap: what waits, what travels, and what the views owe.
import { CustodianError } from '../../../shared/errors.ts';
import type { Outbox, OutboxEntry, TravellingBundle } from '../../../shared/domain/published-set/outbox.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeWorld } from './fake-world.ts';
import { previewOf } from './fake-preview.ts';

interface Helpers {
  view: (name: string) => TenantView;
  changed: <T>(action: string, result: T) => T;
}

export function makeOutboxHandlers(world: FakeWorld, { view, changed }: Helpers): Handlers {
  let waiting: OutboxEntry[] = [];
  let travelling: TravellingBundle[] = [];
  return {
    'outbox.list': (): Outbox => ({ waiting, travelling, owed: owedIn(world, waiting) }),
    'outbox.add': ({ tenant, act = 'push', to = null, removeForeign = [], keepForeign = [] }) => {
      const why = {
        code: 'REMOTE_UNREACHABLE',
        facts: { host: view(tenant).tenant.domain, detail: { code: 'no-network' } },
      } as const;
      const entry = {
        tenant,
        act,
        to,
        removeForeign,
        keepForeign,
        queuedAt: now(),
        why,
        attempts: 1,
        lastTriedAt: now(),
      };
      waiting = [...waiting.filter((one) => one.tenant !== tenant), entry];
      return changed('outbox.queued', entry);
    },
    'outbox.drop': ({ tenant }) => {
      waiting = waiting.filter((one) => one.tenant !== tenant);
      return changed('outbox.dropped', null);
    },
    'bundle.preview': ({ tenant, ...wishes }) => previewOf(world, view(tenant), wishes),
    'bundle.save': ({ tenant, hash, as = 'file', ...wishes }) => {
      const { hash: wanted, kids } = previewOf(world, view(tenant), wishes);
      if (wanted !== hash) {
        throw new CustodianError('PUBLISH_CHANGED', { tenant });
      }
      const id = '3f2b9f4e-6f0a-4d0e-9a53-0c4b8a0f5a11';
      const expiresAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
      travelling = [{ id, tenant, act: 'push', kids, madeAt: now(), expiresAt, expired: false }];
      const fileName = `${tenant}.bundle.${as === 'qr' ? 'svg' : 'json'}`;
      return changed('bundle.made', { fileName, bundle: id, device: madeUpHex('device'), expiresAt });
    },
    'receipt.accept': ({ tenant }) => {
      const [bundle] = travelling;
      travelling = [];
      return changed('receipt.accepted', {
        tenant,
        bundle: bundle?.id ?? '',
        outcome: bundle === undefined ? ('refused' as const) : ('pushed' as const),
        confirmed: bundle !== undefined,
        openUntil: null,
        courier: madeUpHex('courier'),
        at: now(),
        foreign: bundle === undefined ? ['theirs'] : [],
        seen: bundle === undefined ? null : { kids: bundle.kids, jwksSha256: madeUpHex('seen') },
      });
    },
  };
}

function owedIn({ views }: FakeWorld, waiting: readonly OutboxEntry[]): Outbox['owed'] {
  return views.flatMap(({ tenant, rings, lastPublication }) => {
    const pushed = lastPublication?.kids ?? [];
    const missing = rings
      .flatMap(({ keys }) => keys)
      .filter(({ kid, state }) => state !== 'revoked' && !pushed.includes(kid))
      .map(({ kid }) => kid);
    const facts = { lastPushedAt: lastPublication?.at ?? null, lingering: [], altered: [], reordered: false };
    const waits = waiting.some((entry) => entry.tenant === tenant.name);
    return missing.length === 0 || waits ? [] : [{ tenant: tenant.name, missing, ...facts }];
  });
}

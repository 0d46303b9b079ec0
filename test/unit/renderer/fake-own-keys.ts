// The fake bridge's own keys of the tenants: four at first, and a fresh one for each rotation.
import { type LifeState, OWN_ROTATIONS_PER_DAY } from '../../../shared/domain/limits.ts';
import type { OwnKeysView, OwnKeyView } from '../../../shared/domain/tenant/own-keys.ts';
import { madeUp, madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeWorld } from './fake-world.ts';

interface Helpers {
  changed: <T>(action: string, result: T) => T;
  work: (channel: 'remote.rotate', steps: string[]) => Promise<void>;
}

const DAY = 86_400_000;

function ownKey(seed: string, state: LifeState, over: Partial<OwnKeyView> = {}): OwnKeyView {
  return {
    kid: madeUp(`own ${seed}`, 21),
    state,
    currentSince: null,
    currentUntil: null,
    revokedAt: null,
    certificate: {
      subject: 'CN=northwind.eu.auth0.com',
      serial: madeUpHex(`own ${seed} serial`, 18),
      notBefore: '2026-08-19T07:15:00.000Z',
      notAfter: '2040-04-27T07:15:00.000Z',
      sha1: colons(madeUpHex(`own ${seed} sha1`, 40)),
      sha256: colons(madeUpHex(`own ${seed} sha256`, 64)),
    },
    ...over,
  };
}

const first = (tenant: string): OwnKeyView[] => [
  ownKey(`${tenant} next`, 'next'),
  ownKey(`${tenant} current`, 'current', { currentSince: '2026-10-12T10:06:00.000Z' }),
  ownKey(`${tenant} previous`, 'previous', {
    currentSince: '2026-06-02T08:00:00.000Z',
    currentUntil: '2026-10-12T10:06:00.000Z',
  }),
  ownKey(`${tenant} revoked`, 'revoked', {
    currentSince: '2026-01-12T08:00:00.000Z',
    currentUntil: '2026-06-02T08:00:00.000Z',
    revokedAt: '2026-07-01T09:30:00.000Z',
  }),
];

const ORDER: readonly LifeState[] = ['next', 'current', 'previous', 'revoked'];

export function makeOwnKeyHandlers({ ownKeys }: FakeWorld, { changed, work }: Helpers): Handlers {
  const listed = (tenant: string): OwnKeyView[] => {
    const keys = ownKeys.get(tenant) ?? first(tenant);
    ownKeys.set(tenant, keys);
    return keys;
  };
  const viewOf = (tenant: string): OwnKeysView => {
    const keys = ORDER.flatMap((state) => listed(tenant).filter((key) => key.state === state));
    const ends = keys.flatMap(({ currentUntil }) =>
      currentUntil !== null && Date.parse(currentUntil) > Date.now() - DAY ? [currentUntil] : [],
    );
    const [oldest] = ends.toSorted();
    return structuredClone({
      tenant,
      keys,
      budget: {
        limit: OWN_ROTATIONS_PER_DAY,
        used: ends.length,
        remaining: OWN_ROTATIONS_PER_DAY - ends.length,
        nextAt: oldest === undefined ? null : new Date(Date.parse(oldest) + DAY).toISOString(),
      },
    });
  };
  return {
    'remote.keys': ({ tenant }) => viewOf(tenant),
    'remote.rotate': async ({ tenant }) => {
      await work('remote.rotate', []);
      const at = now();
      const moved = listed(tenant).map((key): OwnKeyView => {
        switch (key.state) {
          case 'next':
            return { ...key, state: 'current', currentSince: at };
          case 'current':
            return { ...key, state: 'previous', currentUntil: at };
          case 'previous':
          case 'revoked':
            return key;
        }
      });
      ownKeys.set(tenant, [ownKey(`${tenant} ${moved.length}`, 'next'), ...moved]);
      return changed('remote.key-rotated', { ...viewOf(tenant), answered: true });
    },
    'remote.revoke': ({ tenant, kid }) => {
      const moved = listed(tenant).map((key): OwnKeyView => {
        return key.kid === kid ? { ...key, state: 'revoked', revokedAt: now() } : key;
      });
      ownKeys.set(tenant, moved);
      return changed('remote.key-revoked', { ...viewOf(tenant), answered: true });
    },
    'remote.export': ({ tenant, kid, format }) =>
      changed('remote.key-exported', {
        fileName: `${tenant}-tenant-${kid?.slice(0, 6) ?? 'keys'}.${format}`,
        sha256: madeUpHex(`${kid ?? ''} ${format}`),
      }),
  };
}

const colons = (hex: string) => hex.toUpperCase().replaceAll(/(..)(?=.)/g, '$1:');

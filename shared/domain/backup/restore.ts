// What a restore would do with each tenant of a backup. What is here is never overwritten: a tenant comes in whole or not at
// all, so no state is ever lowered and what was revoked stays revoked.
import type { Instant } from '../timing/instant.ts';
import type { KeyState } from '../limits.ts';
import type { SigningKey } from '../key-ring/key.ts';
import type { BackupHead } from './format.ts';

export const CONFLICTS = ['name-taken', 'key-known-here', 'diverged'] as const;
export type RestoreConflict = (typeof CONFLICTS)[number];

export type TenantVerdict =
  /** Not here: it comes in with all that is on record about it. */
  | { is: 'new' }
  | { is: 'same' }
  /** The records here are further on, and stay. */
  | { is: 'newer-here' }
  /** The records in the backup are further on; those here stay all the same. */
  | { is: 'newer-in-backup' }
  | { is: 'conflict'; why: RestoreConflict };

export interface TenantPreview {
  tenant: string;
  verdict: TenantVerdict;
  /** On record in the backup. */
  keys: number;
  /** Kids whose private key comes in: all that there are for a new tenant, else those that are missing here. */
  privateHalves: string[];
  /** Kids that will be on record without a private key: the backup has none. */
  without: string[];
}

export interface RestorePreview {
  backup: Pick<BackupHead, 'id' | 'madeAt' | 'device' | 'audit'>;
  /** Whether the registry has nothing yet: then it takes over the audit chain of the backup and goes on from it. */
  empty: boolean;
  tenants: TenantPreview[];
  /** SHA-256 over what it is bound to: the content of the backup and all of the above. */
  hash: string;
}

export interface Restored {
  backup: Pick<BackupHead, 'id' | 'madeAt'>;
  /** Names of those that came in. */
  tenants: string[];
  /** Private keys that came in, with them or for tenants that were here. */
  privateHalves: number;
  skipped: Pick<TenantPreview, 'tenant' | 'verdict'>[];
  without: { tenant: string; kids: string[] }[];
}

type Compared = Pick<SigningKey, 'id' | 'state'> & { destroyedAt: Instant | null };

interface Here {
  /** Of the same id. */
  tenant: { name: string } | null;
  /** Of that tenant. */
  keys: readonly Compared[];
  /** Whether another tenant has that name. */
  nameTaken: boolean;
  /** Ids of the tenants here that have a key with the id or the material of one in the backup. */
  owners: readonly string[];
}

export function verdictOf(tenantId: string, keys: readonly Compared[], here: Here): TenantVerdict {
  if (here.tenant === null) {
    return verdictOfNew(tenantId, here);
  }
  const further = new Set(furtherOf(keys, here.keys));
  if (further.size === 2) {
    return { is: 'conflict', why: 'diverged' };
  }
  return { is: further.has('here') ? 'newer-here' : further.has('backup') ? 'newer-in-backup' : 'same' };
}

function verdictOfNew(tenantId: string, { nameTaken, owners }: Here): TenantVerdict {
  const elsewhere = owners.some((owner) => owner !== tenantId);
  return nameTaken || elsewhere ? { is: 'conflict', why: nameTaken ? 'name-taken' : 'key-known-here' } : { is: 'new' };
}

/** Which side is further on, key by key. */
function furtherOf(inBackup: readonly Compared[], here: readonly Compared[]): ('here' | 'backup')[] {
  const ids = new Set([...inBackup, ...here].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [saved, now] = [stepIn(inBackup, id), stepIn(here, id)];
    return saved === now ? [] : [now > saved ? 'here' : 'backup'];
  });
}

const STEPS: Record<KeyState, number> = { next: 1, current: 2, previous: 3, replaced: 4, revoked: 5 };

/** How far the life of a key has come; 0 where there is none. */
function stepIn(keys: readonly Compared[], id: string): number {
  const key = keys.find((one) => one.id === id);
  return key === undefined ? 0 : key.destroyedAt === null ? STEPS[key.state] : 6;
}

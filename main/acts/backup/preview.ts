// What a restore would do, from the records of the backup and those that are here. Changes nothing.
import { orLost } from '../../ports/lost-secret.ts';
import {
  type RestorePreview,
  type TenantPreview,
  type TenantVerdict,
  verdictOf,
} from '../../../shared/domain/backup/restore.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { canonicalHash } from '../../../shared/encoding/canonical-json.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryReader } from '../../ports/registry-reader.ts';
import { secretName } from '../../ports/secret-name.ts';
import { beside } from '../bound.ts';
import type { BackupSource } from './check.ts';
import { type StagedBackup, stageBackup } from './staged.ts';

/** A tenant of the backup, and what is to become of it. */
export interface TenantPlan extends TenantPreview {
  tenantId: string;
  /** Ids of the keys whose private key comes in. */
  halves: string[];
}

export interface RestorePlan {
  preview: RestorePreview;
  tenants: TenantPlan[];
}

export async function planRestore(ports: Ports, { checked, copy, halves }: StagedBackup): Promise<RestorePlan> {
  const { registry } = ports;
  const tenants: TenantPlan[] = [];
  const owners = registry.read((reader) => new Map(reader.allKeyDates().map(({ id, tenantId }) => [id, tenantId])));
  for (const tenant of byRehearsal(copy.reader.tenants())) {
    tenants.push(await planTenant(ports, { tenant, keys: copy.reader.keys(tenant.id), halves, owners }));
  }
  const { id, madeAt, device, audit } = checked.head;
  const shown = tenants.map(({ tenantId: _id, halves: _halves, ...tenant }) => tenant);
  const facts = {
    backup: { id, madeAt, device, audit },
    empty: registry.read((reader) => reader.auditHead() === null),
    tenants: shown,
  };
  return { preview: { ...facts, hash: canonicalHash({ ...facts, content: checked.manifestSha256 }) }, tenants };
}

/** Those on which others rehearse come first. */
const byRehearsal = (tenants: readonly Tenant[]): Tenant[] =>
  tenants.toSorted((one, other) => Number(one.rehearsalTenantId !== null) - Number(other.rehearsalTenantId !== null));

interface InBackup {
  tenant: Tenant;
  keys: readonly SigningKey[];
  halves: ReadonlySet<string>;
  /** Id of each key here -> of its tenant. A private key lies under the id of its key, and who makes a backup chooses the ids. */
  owners: ReadonlyMap<string, string>;
}

async function planTenant(ports: Ports, backed: InBackup): Promise<TenantPlan> {
  const { tenant, keys, halves } = backed;
  const { verdict, here } = ports.registry.read((reader) => look(reader, backed));
  const wanted = verdict.is === 'new' ? keys : verdict.is === 'conflict' ? [] : await missingHere(ports, keys, here);
  const coming = wanted.filter(({ id }) => halves.has(id));
  const without = wanted.filter(({ id, destroyedAt }) => destroyedAt === null && !halves.has(id));
  return {
    tenantId: tenant.id,
    tenant: tenant.name,
    verdict,
    keys: keys.length,
    halves: coming.map(({ id }) => id),
    privateHalves: coming.map(({ kid }) => kid),
    without: without.map(({ kid }) => kid),
  };
}

function look(
  reader: RegistryReader,
  { tenant, keys, owners }: InBackup,
): { verdict: TenantVerdict; here: readonly SigningKey[] } {
  const known = reader.tenants().find(({ id }) => id === tenant.id) ?? null;
  const here = reader.keys(tenant.id);
  const verdict = verdictOf(tenant.id, keys, {
    tenant: known,
    keys: here,
    nameTaken: (reader.tenantByName(tenant.name)?.id ?? tenant.id) !== tenant.id,
    owners: keys.flatMap(({ id, spkiSha256 }) => [
      ...reader.keysBySpki(spkiSha256).map(({ tenantId }) => tenantId),
      owners.get(id) ?? tenant.id,
    ]),
  });
  return { verdict, here };
}

/** Of keys that are on record here too, with the same material, and that are not erased: those that the keychain lacks. */
async function missingHere(
  { keys: store }: Pick<Ports, 'keys'>,
  inBackup: readonly SigningKey[],
  here: readonly SigningKey[],
): Promise<SigningKey[]> {
  const missing: SigningKey[] = [];
  for (const key of inBackup) {
    const known = here.find(({ id }) => id === key.id);
    const isSame = known?.spkiSha256 === key.spkiSha256 && known.destroyedAt === null;
    if (isSame && (await isMissing(store, secretName(key.id)))) {
      missing.push(known);
    }
  }
  return missing;
}

async function isMissing(store: Ports['keys'], name: string): Promise<boolean> {
  const found = await orLost(store.publicKey(name));
  return found === 'missing' || found === 'damaged';
}

/** The caller overwrites the opener. */
export const previewRestore = beside(
  async (ports, source: BackupSource, opener: BackupOpener): Promise<RestorePreview> => {
    using staged = await stageBackup(ports, source, opener);
    return (await planRestore(ports, staged)).preview;
  },
);

// The second reading of a backup: what is private in it goes into the key store, tenant by tenant.
import type { BackupHead } from '../../../shared/domain/backup/format.ts';
import type { Restored } from '../../../shared/domain/backup/restore.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { PrivateKey } from '../../ports/key-store.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Secret } from '../../ports/secret.ts';
import { credentialName, secretName } from '../../ports/secret-name.ts';
import { keepSecret, naming } from '../custody/custody.ts';
import { settleIntents } from '../custody/settle-intents.ts';
import { spkiSha256 } from '../custody/make-key.ts';
import { type BackupSource, checkBackup } from './check.ts';
import type { RestorePlan, TenantPlan } from './preview.ts';
import { recordTenant } from './record-tenant.ts';
import type { StagedBackup } from './staged.ts';

interface BringingIn {
  staged: StagedBackup;
  plan: RestorePlan;
  source: BackupSource;
  opener: BackupOpener;
}

type BroughtIn = Pick<Restored, 'tenants' | 'privateHalves'>;

export async function bringIn(ports: Ports, { staged, plan, source, opener }: BringingIn): Promise<BroughtIn> {
  const { head, manifestSha256 } = staged.checked;
  const tenants = comingIn(staged, plan);
  const found: BroughtIn = { tenants: [], privateHalves: 0 };
  const complete = (coming: Coming): void => {
    recordTenant(ports, { head, copy: staged.copy, tenant: coming.plan });
    coming.left = null;
    found.privateHalves += coming.plan.halves.length;
    found.tenants.push(...(coming.plan.verdict.is === 'new' ? [coming.plan.tenant] : []));
  };
  tenants.filter(({ left }) => left?.size === 0).forEach(complete);
  const byKey = new Map(tenants.flatMap((coming) => coming.plan.halves.map((id) => [id, coming])));
  try {
    const again = await checkBackup({ reading: ports.reading, schema: ports.registry.schema() }, source, opener, {
      async key(id, key) {
        const coming = byKey.get(id);
        const record = coming?.records.get(id);
        if (coming === undefined || record === undefined) {
          return;
        }
        noteOnce(ports, coming);
        await keep(ports, record, key);
        coming.left?.delete(id);
        if (coming.left?.size === 0) {
          complete(coming);
        }
      },
      credential: (tenantId, secret) => keepCredential(ports, head, plan, { tenantId, secret }),
    });
    if (again.manifestSha256 !== manifestSha256 || tenants.some(({ left }) => left !== null)) {
      throw new CustodianError('BACKUP_CHANGED', {});
    }
  } catch (error) {
    // When this fails too (a keychain just locked), the notes stay and the next start settles them.
    await settleIntents(
      ports,
      tenants.flatMap(({ left, plan: { halves } }) => (left === null ? [] : halves.map(secretName))),
    ).catch(() => undefined);
    throw error;
  }
  return found;
}

interface Coming {
  plan: TenantPlan;
  records: ReadonlyMap<string, SigningKey>;
  /** The ids of keys that are still to come; `null` once the tenant is on record with all of them. */
  left: Set<string> | null;
  noted: boolean;
}

/** In the order in which they are to be recorded. */
const comingIn = ({ copy }: StagedBackup, { tenants }: RestorePlan): Coming[] =>
  tenants
    .filter(({ verdict, halves }) => verdict.is === 'new' || halves.length > 0)
    .map((plan) => ({
      plan,
      records: new Map(copy.reader.keys(plan.tenantId).map((key) => [key.id, key])),
      left: new Set(plan.halves),
      noted: false,
    }));

function noteOnce({ registry, clock }: Ports, coming: Coming): void {
  if (!coming.noted) {
    const at = clock.now().toISOString();
    registry.noteIntents(coming.plan.halves.map((id) => ({ name: secretName(id), purpose: 'write', at })));
    coming.noted = true;
  }
}

async function keep({ keys }: Ports, { id, kid, alg, spkiSha256: wanted }: SigningKey, key: PrivateKey): Promise<void> {
  const kept = await naming(kid, () => keys.import(secretName(id), key, { alg, bits: null, profile: null }));
  if (spkiSha256(kept.spki) !== wanted) {
    throw new CustodianError('BACKUP_UNREADABLE', { problem: { code: 'other-key', kid } });
  }
}

/** Only with a tenant that came in: what is here is never replaced. */
async function keepCredential(
  ports: Ports,
  { id: backup }: BackupHead,
  { tenants }: RestorePlan,
  { tenantId, secret }: { tenantId: string; secret: Secret },
): Promise<void> {
  const plan = tenants.find((tenant) => tenant.tenantId === tenantId);
  if (plan?.verdict.is === 'new') {
    const act = { action: 'backup.credential-restored', subject: plan.tenant, details: { backup } };
    await keepSecret(ports, { name: credentialName(tenantId), called: plan.tenant, secret }, (clearNotes) =>
      ports.registry.change(act, clearNotes),
    );
  }
}

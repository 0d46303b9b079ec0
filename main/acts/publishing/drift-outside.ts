// The watch while it is locked: what a stranger sees of the published sets, which takes no key and no credential. Nothing of it is
// recorded. It asks only where a set was found while it was unlocked: an address that somebody wrote into the registry since is held
// against nothing before the next unlock.
import type { DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import { CustodianError, toWireError } from '../../../shared/errors.ts';
import type { Ports } from '../../ports/ports.ts';
import { refuseIfCancelled, type Work } from '../../ports/stopping.ts';
import { piece } from '../bound.ts';
import { judgeSets, fewAtOnce, tried, unlooked, watchedTenants } from './judge-sets.ts';
import { lookOutside, type Places } from './outside.ts';

async function lookAt(ports: Ports, tenant: Tenant, places: Places, { signal }: Work): Promise<DriftReport> {
  const { registry, verifier, clock } = ports;
  const seen = await tried(() => lookOutside(verifier, places, signal));
  refuseIfCancelled(signal);
  const { findings, keptForeign } = judgeSets(registry, tenant, { remote: null, seen: seen.value });
  const unreadable = toWireError(new CustodianError('VAULT_LOCKED', { detail: { code: 'passphrase-needed' } }));
  return {
    ...unlooked(tenant, clock.now().toISOString()),
    // Without the tenant's own interface nobody can say that all is in step.
    state: findings.length > 0 ? 'drifted' : 'unknown',
    findings,
    keptForeign,
    unreadable,
    unseen: seen.error,
    jwksUrl: places.jwksUrl,
  };
}

/** For every tenant whose set was found since this program started. */
export const lookFromOutside = piece(({ looking, places }) => (work: Work = {}): Promise<DriftReport[]> => {
  const tenants = looking.registry.read((reader) => watchedTenants(reader, {}));
  const known = tenants.flatMap((tenant) => {
    const at = places.get(tenant.id);
    return at === undefined ? [] : [{ name: tenant.name, look: () => lookAt(looking, tenant, at, work) }];
  });
  return fewAtOnce(known, ({ look }) => look(), work);
});

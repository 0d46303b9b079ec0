// The watch and the records of proofs, for the fake bridge.
import type { DriftFinding, DriftReport } from '../../../shared/domain/published-set/drift-report.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import { madeUpHex, now } from './fake-data.ts';
import type { Handlers } from './fake-handlers.ts';
import type { FakeWorld } from './fake-world.ts';

interface Helpers {
  view: (tenant: string) => TenantView;
  changed: <T>(action: string, result: T) => T;
}

/** What a look finds at a tenant that somebody else has changed. */
export const DRIFTED: DriftFinding[] = [
  { kind: 'foreign', kid: 'k7Q2-unknown-origin' },
  { kind: 'missing', kid: 'previous-2025' },
];

export function fakeDrift(tenant: string, findings: DriftFinding[] = []): DriftReport {
  return {
    tenant,
    at: now(),
    state: findings.length > 0 ? 'drifted' : 'in-step',
    findings,
    unreadable: null,
    unseen: null,
    keptForeign: [],
    jwksUrl: `https://${tenant}.example/.well-known/jwks.json`,
  };
}

export function makeWatchHandlers(world: FakeWorld, { view, changed }: Helpers): Handlers {
  const look = (tenant: string): DriftReport => {
    const one = view(tenant);
    one.drift = fakeDrift(tenant, one.drift?.findings);
    return structuredClone(one.drift);
  };
  return {
    'publish.drift': ({ tenant }) => changed('drift.seen', look(tenant)),
    'fleet.drift': () => world.views.map(({ tenant }) => look(tenant.name)),
    'evidence.list': ({ tenant }) =>
      view(tenant).lastPublication === null
        ? []
        : [{ id: crypto.randomUUID(), at: now(), ok: true, kids: [], sha256: madeUpHex(`${tenant} evidence`) }],
    'evidence.save': ({ tenant }) => ({
      fileName: `${tenant}-proof.json`,
      sha256: madeUpHex(`${tenant} evidence`),
    }),
  };
}

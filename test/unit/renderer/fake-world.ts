// The registry and the tenants' endpoints as the fake bridge keeps them.
import type { RegisteredConsumer } from '../../../shared/domain/consumers/needs.ts';
import type { AppStatus } from '../../../shared/acts/app.ts';
import type { CredentialFacts } from '../../../shared/domain/tenant/credentials.ts';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import type { TenantView } from '../../../shared/domain/tenant/tenant.ts';
import type { OwnKeyView } from '../../../shared/domain/tenant/own-keys.ts';
import type { CompletedPlan } from '../../../shared/domain/plan/plan.ts';
import type { RehearsedTrouble } from '../../../shared/domain/sandbox-trouble.ts';
import { makeAudit } from './fake-audit.ts';
import { type FakePast, pastFor } from './fake-past.ts';
import { type Scene, viewsOf } from './fake-scenes.ts';

export interface FakeWorld {
  views: TenantView[];
  audit: AuditEntry[];
  /** Tenant name -> the keys that its endpoint holds, with those that are not ours. */
  remote: Map<string, { kid: string; altered?: boolean }[]>;
  /** Tenant name -> what was pushed, proven and confirmed, and which plans were run to their end. */
  history: Map<string, FakeHistory>;
  /** Tenant name -> its register. */
  consumers: Map<string, RegisteredConsumer[]>;
  /** Tenant name -> what was published, newest first. */
  past: Map<string, FakePast[]>;
  /** Tenant name -> what lets us in. */
  credentials: Map<string, CredentialFacts>;
  /** Tenant name -> the keys with which it signs itself; made when somebody looks. */
  ownKeys: Map<string, OwnKeyView[]>;
  sandboxRunning: boolean;
  /** What is armed to go wrong at the sandbox. */
  trouble: RehearsedTrouble;
  vault: AppStatus['vault'];
  clock: AppStatus['clock'];
  /** Whether tenants show at once what they accept. */
  showsAtOnce: boolean;
}

export interface FakeHistory {
  handOuts: { kid: string; at: string }[];
  publications: { at: string; kids: string[] }[];
  proofs: { ok: boolean; at: string; kid: string }[];
  confirmations: { kid: string; at: string }[];
  completed: CompletedPlan[];
}

/** Made on first use. */
export function historyOf({ history }: FakeWorld, tenant: string): FakeHistory {
  const known = history.get(tenant);
  const found = known ?? { publications: [], proofs: [], handOuts: [], confirmations: [], completed: [] };
  history.set(tenant, found);
  return found;
}

export function makeWorld(scene: Scene): FakeWorld {
  const views = viewsOf(scene);
  return {
    views,
    audit: scene === 'empty' ? [] : makeAudit(scene === 'crowded' ? 137 : 14),
    remote: new Map(
      views.map((view) => [view.tenant.name, (view.lastPublication?.kids ?? []).map((kid) => ({ kid }))]),
    ),
    history: new Map(),
    consumers: new Map(),
    past: new Map(views.map((view) => [view.tenant.name, pastFor(view)])),
    credentials: new Map(),
    ownKeys: new Map(),
    sandboxRunning: scene !== 'empty',
    trouble: { trouble: null, left: 0, here: true },
    vault: { condition: 'available', detail: { code: 'open' } },
    clock: null,
    showsAtOnce: true,
  };
}

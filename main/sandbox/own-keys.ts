// The tenant's own signing keys: next, current, previous, revoked, and the two moves between them. The sandbox signs
// nothing with them, so only certificates exist.
import type { Call, Services } from './call.ts';
import { findTenant, type OwnKey, type SandboxState, type TenantState } from './state.ts';

const KID_LENGTH = 21;

/** The keys of the tenant, made the first time that somebody asks. */
export async function ownKeys({ tenant, services }: Pick<Call, 'tenant' | 'services'>): Promise<OwnKey[]> {
  if (tenant.own.length > 0) {
    return tenant.own;
  }
  const [current, next] = [await newKey(tenant.domain, services), await newKey(tenant.domain, services)];
  return services.state.change((state) => {
    const own = tenantIn(state, tenant).own;
    if (own.length === 0) {
      own.push({ ...current, state: 'current', currentSince: services.clock.now().toISOString() }, next);
    }
    return own;
  });
}

export async function newKey(domain: string, { random, makeOwnKey }: Services): Promise<OwnKey> {
  const certificate = await makeOwnKey(domain);
  return {
    kid: Buffer.from(random.bytes(16)).toString('base64url').slice(0, KID_LENGTH),
    certificate: Buffer.from(certificate).toString('base64'),
    state: 'next',
    currentSince: null,
    currentUntil: null,
    revokedAt: null,
  };
}

/** current -> previous, next -> current, and a fresh next. */
export function rotateOwn(tenant: TenantState, fresh: OwnKey, { clock, settings }: Services): void {
  const now = clock.now().toISOString();
  for (const key of tenant.own) {
    if (key.state === 'previous' && !settings.severalPrevious) {
      Object.assign(key, { state: 'revoked', revokedAt: now } satisfies Partial<OwnKey>);
    } else if (key.state === 'current') {
      Object.assign(key, { state: 'previous', currentUntil: now } satisfies Partial<OwnKey>);
    } else if (key.state === 'next') {
      Object.assign(key, { state: 'current', currentSince: now } satisfies Partial<OwnKey>);
    }
  }
  tenant.own.push(fresh);
}

/** The keys that the JWKS shows: current first, next, and previous where the settings put it (newest first). */
export function publishedOwn(keys: readonly OwnKey[], { settings }: Services): OwnKey[] {
  const inState = (state: OwnKey['state']): OwnKey[] => keys.filter((key) => key.state === state);
  const previous = inState('previous').toReversed();
  return settings.previousPosition === 'last'
    ? [...inState('current'), ...inState('next'), ...previous]
    : [...inState('current'), ...previous, ...inState('next')];
}

/** The tenant's record in a state that is being changed. */
export function tenantIn(state: SandboxState, { domain }: TenantState): TenantState {
  const tenant = findTenant(state, domain);
  if (tenant === undefined) {
    throw new Error('the tenant vanished from the sandbox');
  }
  return tenant;
}

// The tenant's own signing keys: look, rotate, revoke. No act there can be taken back, none is sent twice, and an answer
// that was lost is learned by reading back. Until an act is sent it can be stopped.
import { CustodianError } from '../../../shared/errors.ts';
import { type LifeState, OWN_ROTATIONS_PER_DAY } from '../../../shared/domain/limits.ts';
import type { Instant } from '../../../shared/domain/timing/instant.ts';
import type { Tenant } from '../../../shared/domain/tenant/tenant.ts';
import type { OwnKeysChange, OwnKeysView, RotateBudget } from '../../../shared/domain/tenant/own-keys.ts';
import { findTenant } from '../find.ts';
import { plusDays } from '../../../shared/domain/timing/instants.ts';
import type { OwnKey, OwnKeys } from '../../ports/tenants.ts';
import type { Ports } from '../../ports/ports.ts';
import { refuseIfCancelled, type Stop, unlessCancelled } from '../../ports/stopping.ts';
import { afterSending, asError, isOpenEnd } from '../publishing/outcome.ts';
import { bound } from '../bound.ts';

export const listOwnKeys = bound('remote.keys', async (ports, args, { signal }): Promise<OwnKeysView> => {
  const { tenant, own } = await connect(ports, args.tenant, signal);
  return viewOf(ports, tenant, await own.list(signal));
});

/** The next key signs from now on, the current one becomes previous, and a fresh next key is made. */
export const rotateOwnKeys = bound('remote.rotate', async (ports, args, stop): Promise<OwnKeysChange> => {
  const { tenant, own } = await connect(ports, args.tenant, stop.signal);
  const before = await own.list(stop.signal);
  const from = kidIn(before, 'current');
  const to = kidIn(before, 'next');
  return change(
    ports,
    { tenant, own, action: 'rotated', details: { from, to }, stop },
    {
      send: () => own.rotate(),
      happened: (after) => kidIn(after, 'current') !== from,
    },
  );
});

/** Tokens that the key signed are refused as soon as verifiers look at the key set again. */
export const revokeOwnKey = bound('remote.revoke', async (ports, args, stop): Promise<OwnKeysChange> => {
  const { kid } = args;
  const { tenant, own } = await connect(ports, args.tenant, stop.signal);
  const key = (await own.list(stop.signal)).find((listed) => listed.kid === kid);
  if (key === undefined) {
    throw new CustodianError('KEY_NOT_FOUND', { tenant: tenant.name, kid });
  }
  if (key.state !== 'previous') {
    throw new CustodianError('KEY_STATE', {
      kid,
      state: key.state,
      action: 'revoking-at-tenant',
      needs: 'previous',
    });
  }
  return change(
    ports,
    { tenant, own, action: 'revoked', details: { kid }, stop },
    {
      send: () => own.revoke(kid),
      // Only the last few revoked keys stay in the list.
      happened: (after) => after.every((listed) => listed.kid !== kid || listed.state === 'revoked'),
    },
  );
});

interface Change {
  tenant: Tenant;
  own: OwnKeys;
  action: 'rotated' | 'revoked';
  details: Record<string, unknown>;
  stop: Stop;
}

/** Recorded before it is sent, so that a crash in between leaves its trace, and again when it is known to have happened. */
async function change(
  ports: Ports,
  { tenant, own, action, details, stop: { signal, sending } }: Change,
  { send, happened }: { send: () => Promise<void>; happened: (after: readonly OwnKey[]) => boolean },
): Promise<OwnKeysChange> {
  const note = (suffix: string, more: Record<string, unknown> = {}): void =>
    ports.registry.change(
      { action: `remote.key-${action}${suffix}`, subject: tenant.name, details: { ...details, ...more } },
      () => undefined,
    );
  refuseIfCancelled(signal);
  sending?.();
  note('-sent');
  const failure = await send().then(() => null, asError);
  if (failure !== null && !isOpenEnd(failure)) {
    throw failure;
  }
  const act = action === 'rotated' ? 'rotation' : 'revocation';
  const after = await own.list().catch((cause: unknown) => {
    throw new CustodianError('REMOTE_OUTCOME_UNKNOWN', { tenant: tenant.name, action: act }, { cause });
  });
  if (!happened(after)) {
    throw failure ?? new CustodianError('REMOTE_OUTCOME_UNKNOWN', { tenant: tenant.name, action: act });
  }
  const answered = failure === null;
  await afterSending(tenant, act, () => note('', { answered }));
  return { ...viewOf(ports, tenant, after), answered };
}

export async function connect(
  { registry, tenants }: Ports,
  name: string,
  signal: AbortSignal | undefined,
): Promise<{ tenant: Tenant; own: OwnKeys }> {
  const tenant = registry.read((reader) => findTenant(reader, name));
  return { tenant, own: await unlessCancelled(signal, () => tenants.ownKeys(tenant)) };
}

const ORDER: readonly LifeState[] = ['next', 'current', 'previous', 'revoked'];

const lastMoved = ({ revokedAt, currentUntil, currentSince }: OwnKey): string =>
  revokedAt ?? currentUntil ?? currentSince ?? '';

/** In the order of a ring's lane. */
export function inOrder(keys: readonly OwnKey[]): OwnKey[] {
  return ORDER.flatMap((state) =>
    keys.filter((key) => key.state === state).toSorted((a, b) => lastMoved(b).localeCompare(lastMoved(a))),
  );
}

function viewOf({ formats, clock }: Ports, { name }: Tenant, keys: readonly OwnKey[]): OwnKeysView {
  return {
    tenant: name,
    keys: inOrder(keys).map(({ spki: _spki, certificate, ...facts }) => ({
      ...facts,
      certificate: formats.certificateFacts(certificate),
    })),
    budget: budgetOf(keys, clock.now().toISOString()),
  };
}

/** Every rotation ends the time of exactly one current key. */
function budgetOf(keys: readonly OwnKey[], now: Instant): RotateBudget {
  const since = plusDays(now, -1);
  const ends = keys.flatMap(({ currentUntil }) =>
    currentUntil !== null && currentUntil > since ? [currentUntil] : [],
  );
  const [oldest] = ends.toSorted();
  return {
    limit: OWN_ROTATIONS_PER_DAY,
    used: ends.length,
    remaining: Math.max(0, OWN_ROTATIONS_PER_DAY - ends.length),
    nextAt: oldest === undefined ? null : plusDays(oldest, 1),
  };
}

const kidIn = (keys: readonly OwnKey[], state: LifeState): string | null =>
  keys.find((key) => key.state === state)?.kid ?? null;

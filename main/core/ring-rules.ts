// The life cycle of keys within one ring, as pure functions: next -> current -> previous -> revoked. Each takes the
// ring's keys and answers with the records to write, in an order that never breaks "one next, one current".
import { CustodianError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { KeyState } from '../../shared/limits.ts';
import type { Revocation, SigningKey } from '../../shared/model/key.ts';

export interface RingChange {
  /** Records that exist already, in the order in which they must be written. */
  updated: SigningKey[];
  /** Records to add after that. */
  added: SigningKey[];
}

/** Where an imported key goes. A key is never imported as revoked. */
export type ImportPlace = Exclude<KeyState, 'revoked'>;

const REPLACED_BEFORE_USE: Revocation = {
  reason: 'replaced before it was published or used',
  compromised: false,
  compromisedSince: null,
};

/** Nobody outside has seen the key and nothing was signed with it, so nobody can miss it. */
export function isUnused(key: SigningKey): boolean {
  return key.announcedAt === null && key.uses === 0;
}

export function keyIn<K extends Pick<SigningKey, 'state'>>(state: KeyState, keys: readonly K[]): K | null {
  return keys.find((key) => key.state === state) ?? null;
}

/** The first two keys of a new ring. */
export function started(current: SigningKey, next: SigningKey, at: Instant): RingChange {
  return { updated: [], added: [asCurrent(current, at), next] };
}

/** next becomes current, current becomes previous, and a fresh key takes the place of next. */
export function rotated(ring: string, keys: readonly SigningKey[], fresh: SigningKey, at: Instant): RingChange {
  const next = keyIn('next', keys);
  if (next === null) {
    throw new CustodianError('RING_HAS_NO_NEXT', { ring });
  }
  const current = keyIn('current', keys);
  return { updated: [...(current ? [asPrevious(current, at)] : []), asCurrent(next, at)], added: [fresh] };
}

/** Verifiers may rely on a next key that was announced, so it is not replaced. */
export function refuseAnnouncedNext(ring: string, keys: readonly SigningKey[]): void {
  const next = keyIn('next', keys);
  if (next !== null && !isUnused(next)) {
    throw new CustodianError('RING_NEXT_ANNOUNCED', { ring, kid: next.kid });
  }
}

/** A fresh next key. It takes the place of one that nobody has seen. */
export function nextReplaced(ring: string, keys: readonly SigningKey[], fresh: SigningKey, at: Instant): RingChange {
  refuseAnnouncedNext(ring, keys);
  const next = keyIn('next', keys);
  return { updated: next ? [asRevoked(next, REPLACED_BEFORE_USE, at)] : [], added: [fresh] };
}

/** An imported key takes its place. As `current` it may displace only a key that nobody has seen. */
export function placed(
  ring: string,
  keys: readonly SigningKey[],
  imported: SigningKey,
  place: ImportPlace,
  at: Instant,
): RingChange {
  switch (place) {
    case 'next':
      return nextReplaced(ring, keys, imported, at);
    case 'previous':
      return { updated: [], added: [asPrevious(imported, at)] };
    case 'current': {
      const current = keyIn('current', keys);
      if (current !== null && !isUnused(current)) {
        throw new CustodianError('RING_HAS_CURRENT', { ring, kid: current.kid });
      }
      return {
        updated: current ? [asRevoked(current, REPLACED_BEFORE_USE, at)] : [],
        added: [asCurrent(imported, at)],
      };
    }
  }
}

/** Only a previous key is revoked; the current one needs a rotation first, which is a louder act. */
export function revoked(key: SigningKey, revocation: Revocation, at: Instant): RingChange {
  if (key.state !== 'previous') {
    throw new CustodianError('KEY_STATE', { kid: key.kid, state: key.state, action: 'revoking', needs: 'previous' });
  }
  return { updated: [asRevoked(key, revocation, at)], added: [] };
}

/**
 * A ring that signs no more. What it signed stays verifiable: its current key becomes a previous one, which is revoked in
 * its time. Keys that nobody needs are revoked at once: the next key signed nothing, and an unused current key neither.
 */
export function retired(keys: readonly SigningKey[], reason: string, at: Instant): RingChange {
  const revocation: Revocation = { reason, compromised: false, compromisedSince: null };
  const updated = keys.flatMap((key) => {
    switch (key.state) {
      case 'next':
        return asRevoked(key, revocation, at);
      case 'current':
        return isUnused(key) ? asRevoked(key, revocation, at) : asPrevious(key, at);
      case 'previous':
      case 'revoked':
        return [];
    }
  });
  return { updated, added: [] };
}

/** The emergency: rotate, and revoke the key that was current, in one act. */
export function rotatedAndRevoked(
  ring: string,
  keys: readonly SigningKey[],
  fresh: SigningKey,
  revocation: Revocation,
  at: Instant,
): RingChange {
  const current = keyIn('current', keys);
  if (current === null) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring });
  }
  const { updated, added } = rotated(ring, keys, fresh, at);
  return {
    updated: updated.map((key) => (key.id === current.id ? asRevoked(key, revocation, at) : key)),
    added,
  };
}

/**
 * Takes a rotation back while it has had no effect: the new current key signed nothing, and the key made for its place
 * as next is known to nobody. The former current key signs again, the other waits again.
 */
export function rotationAborted(ring: string, keys: readonly SigningKey[], at: Instant): RingChange {
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const former = keys.find(
    (key) => key.state === 'previous' && current !== null && key.previousAt === current.currentAt,
  );
  if (current === null || next === null || former === undefined || current.lastUsedAt !== null || !isUnused(next)) {
    throw new CustodianError('ROTATION_HAS_EFFECT', { ring });
  }
  return {
    updated: [
      asRevoked(next, REPLACED_BEFORE_USE, at),
      { ...current, state: 'next', currentAt: null },
      { ...former, state: 'current', previousAt: null },
    ],
    added: [],
  };
}

/** Sets the day on which the private half of a revoked key is erased; until then it can be taken back. */
export function destructionScheduled(key: SigningKey, destroyAt: Instant): RingChange {
  if (key.state !== 'revoked' || key.destroyedAt !== null) {
    const state = key.destroyedAt === null ? key.state : 'destroyed';
    throw new CustodianError('KEY_STATE', { kid: key.kid, state, action: 'destroying', needs: 'revoked' });
  }
  return { updated: [{ ...key, destroyAt }], added: [] };
}

export function destructionCancelled(key: SigningKey): RingChange {
  if (key.destroyAt === null || key.destroyedAt !== null) {
    const state = key.destroyedAt === null ? 'not scheduled for destruction' : 'destroyed';
    throw new CustodianError('KEY_STATE', {
      kid: key.kid,
      state,
      action: 'keeping',
      needs: 'scheduled for destruction',
    });
  }
  return { updated: [{ ...key, destroyAt: null }], added: [] };
}

const asCurrent = (key: SigningKey, at: Instant): SigningKey => ({ ...key, state: 'current', currentAt: at });
const asPrevious = (key: SigningKey, at: Instant): SigningKey => ({ ...key, state: 'previous', previousAt: at });
const asRevoked = (key: SigningKey, revocation: Revocation, at: Instant): SigningKey => ({
  ...key,
  state: 'revoked',
  revokedAt: at,
  revocation,
});

const STATE_ORDER: Record<KeyState, number> = { next: 0, current: 1, previous: 2, revoked: 3 };

/** For people: next, current, previous, revoked; the newest first within a state. */
export function inLaneOrder(keys: readonly SigningKey[]): SigningKey[] {
  return [...keys].sort((a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state] || sinceOf(b).localeCompare(sinceOf(a)));
}

const sinceOf = (key: SigningKey): Instant => key.revokedAt ?? key.previousAt ?? key.currentAt ?? key.createdAt;

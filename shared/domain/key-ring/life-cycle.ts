// The life cycle of keys within one ring, as pure functions: next -> current -> previous -> revoked; besides, a next key
// can be withdrawn (-> revoked), and one that nobody has seen can make room for another (-> replaced). Each takes the
// ring's keys and answers with the records to write, in an order that never breaks "one next, one current".
import { CustodianError } from '../../errors.ts';
import type { Instant } from '../timing/instant.ts';
import { isLiving, KEY_STATES, type KeyState } from '../limits.ts';
import type { Revocation, SigningKey } from './key.ts';
import type { KeyWorth } from './ring.ts';

export interface RingChange {
  /** Records that exist already, in the order in which they must be written. */
  updated: SigningKey[];
  /** Records to add after that. */
  added: SigningKey[];
}

/** Where an imported key goes. A key never comes in at an end of its life. */
export type ImportPlace = Exclude<KeyState, 'revoked' | 'replaced'>;

/** What an officer said about a key that makes room for another, and what is known of its worth. */
export interface Consent {
  /** The kid that may be replaced although it would be missed. */
  named: string | undefined;
  worth: (key: SigningKey) => KeyWorth | null;
}

/** Nobody outside has seen the key and nothing was signed with it, so no verifier can miss it. */
export function isUnused(key: SigningKey): boolean {
  return key.announcedAt === null && key.uses === 0;
}

export function keyIn<K extends Pick<SigningKey, 'state'>>(state: KeyState, keys: readonly K[]): K | null {
  return keys.find((key) => key.state === state) ?? null;
}

/** next becomes current, current becomes previous, and the fresh key, where one is made, takes the place of next. */
export function rotated(ring: string, keys: readonly SigningKey[], fresh: SigningKey | null, at: Instant): RingChange {
  const next = keyIn('next', keys);
  if (next === null) {
    throw new CustodianError('RING_HAS_NO_NEXT', { ring });
  }
  const current = keyIn('current', keys);
  return { updated: [...(current ? [asPrevious(current, at)] : []), asCurrent(next, at)], added: listed(fresh) };
}

/** Verifiers may rely on a next key that was announced, and somebody may miss one that has cost work. */
export function refuseReplacingNext(ring: string, keys: readonly SigningKey[], consent: Consent): void {
  const next = keyIn('next', keys);
  if (next !== null && !isUnused(next)) {
    throw new CustodianError('RING_NEXT_ANNOUNCED', { ring, kid: next.kid });
  }
  refuseUnnamed(ring, next, consent);
}

function refuseUnnamed(ring: string, replaced: SigningKey | null, { named, worth }: Consent): void {
  if (named !== undefined && named !== replaced?.kid) {
    throw new CustodianError('RING_CHANGED', { ring });
  }
  const missed = replaced === null ? null : worth(replaced);
  if (replaced !== null && missed !== null && named === undefined) {
    throw new CustodianError('KEY_WOULD_BE_REPLACED', { ring, kid: replaced.kid, worth: missed });
  }
}

/** A fresh next key. It takes the place of one that nobody has seen and nobody would miss, or that was named. */
export function nextReplaced(
  ring: string,
  keys: readonly SigningKey[],
  fresh: SigningKey,
  consent: Consent,
  at: Instant,
): RingChange {
  refuseReplacingNext(ring, keys, consent);
  return { updated: listed(keyIn('next', keys)).map((key) => asReplaced(key, at)), added: [fresh] };
}

/** An imported key takes its place. As `current` it may displace only a key that nobody has seen. */
export function placed(
  ring: string,
  keys: readonly SigningKey[],
  { imported, place, consent }: { imported: SigningKey; place: ImportPlace; consent: Consent },
  at: Instant,
): RingChange {
  switch (place) {
    case 'next':
      return nextReplaced(ring, keys, imported, consent, at);
    case 'previous':
      refuseUnnamed(ring, null, consent);
      return { updated: [], added: [asPrevious(imported, at)] };
    case 'current': {
      const current = keyIn('current', keys);
      if (current !== null && !isUnused(current)) {
        throw new CustodianError('RING_HAS_CURRENT', { ring, kid: current.kid });
      }
      refuseUnnamed(ring, current, consent);
      return { updated: listed(current).map((key) => asReplaced(key, at)), added: [asCurrent(imported, at)] };
    }
  }
}

/**
 * A next key that leaked, or was never wanted, is taken out of the way for ever: it must never sign. Published or not, and
 * whatever the clocks say, since no token of ours was signed with it.
 */
export function withdrawn(key: SigningKey, fresh: SigningKey | null, revocation: Revocation, at: Instant): RingChange {
  if (key.state !== 'next') {
    throw new CustodianError('KEY_STATE', { kid: key.kid, state: key.state, action: 'withdrawing', needs: 'next' });
  }
  return { updated: [asRevoked(key, revocation, at)], added: listed(fresh) };
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
      case 'replaced':
        return [];
    }
  });
  return { updated, added: [] };
}

/** The emergency: rotate, and revoke the key that was current, in one act. */
export function rotatedAndRevoked(
  ring: string,
  keys: readonly SigningKey[],
  fresh: SigningKey | null,
  revocation: Revocation,
  at: Instant,
): RingChange {
  const current = currentIn(ring, keys);
  const { updated, added } = rotated(ring, keys, fresh, at);
  return {
    updated: updated.map((key) => (key.id === current.id ? asRevoked(key, revocation, at) : key)),
    added,
  };
}

/** The worse emergency: the next key may be in other hands too, or there is none. A key that nobody has seen signs on. */
export function bothRevoked(
  ring: string,
  keys: readonly SigningKey[],
  { current: signsOn, next }: { current: SigningKey; next: SigningKey | null },
  revocation: Revocation,
  at: Instant,
): RingChange {
  const gone = [currentIn(ring, keys), ...listed(keyIn('next', keys))];
  return {
    updated: gone.map((key) => asRevoked(key, revocation, at)),
    added: [asCurrent(signsOn, at), ...listed(next)],
  };
}

function currentIn(ring: string, keys: readonly SigningKey[]): SigningKey {
  const current = keyIn('current', keys);
  if (current === null) {
    throw new CustodianError('RING_HAS_NO_CURRENT', { ring });
  }
  return current;
}

/**
 * Takes a rotation back while it has had no effect: the new current key signed nothing, and the key made for its place
 * as next is known to nobody. The former current key signs again, the other waits again.
 */
export function rotationAborted(ring: string, keys: readonly SigningKey[], consent: Consent, at: Instant): RingChange {
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const former = keys.find(
    (key) => key.state === 'previous' && current !== null && key.previousAt === current.currentAt,
  );
  if (current === null || former === undefined || current.lastUsedAt !== null || (next !== null && !isUnused(next))) {
    throw new CustodianError('ROTATION_HAS_EFFECT', { ring });
  }
  refuseUnnamed(ring, next, consent);
  return {
    updated: [
      ...listed(next).map((key) => asReplaced(key, at)),
      { ...current, state: 'next', currentAt: null },
      { ...former, state: 'current', previousAt: null },
    ],
    added: [],
  };
}

/** Sets the day on which the private half of a revoked or replaced key is erased; until then it can be taken back. */
export function destructionScheduled(key: SigningKey, destroyAt: Instant): RingChange {
  if (isLiving(key.state) || key.destroyedAt !== null) {
    const state = key.destroyedAt === null ? key.state : 'destroyed';
    throw new CustodianError('KEY_STATE', { kid: key.kid, state, action: 'destroying', needs: 'revoked' });
  }
  return { updated: [{ ...key, destroyAt }], added: [] };
}

export function destructionCancelled(key: SigningKey): RingChange {
  if (key.destroyAt === null || key.destroyedAt !== null) {
    const state = key.destroyedAt === null ? 'not-scheduled' : 'destroyed';
    throw new CustodianError('KEY_STATE', {
      kid: key.kid,
      state,
      action: 'keeping',
      needs: 'scheduled',
    });
  }
  return { updated: [{ ...key, destroyAt: null }], added: [] };
}

export const asCurrent = (key: SigningKey, at: Instant): SigningKey => ({ ...key, state: 'current', currentAt: at });
const asPrevious = (key: SigningKey, at: Instant): SigningKey => ({ ...key, state: 'previous', previousAt: at });
const asRevoked = (key: SigningKey, revocation: Revocation, at: Instant): SigningKey => ({
  ...key,
  state: 'revoked',
  revokedAt: at,
  revocation,
});
const asReplaced = (key: SigningKey, at: Instant): SigningKey => ({ ...key, state: 'replaced', replacedAt: at });

const listed = <K>(key: K | null): K[] => (key === null ? [] : [key]);

/** For people: in the order of the states, the newest first within each. */
export function inLaneOrder(keys: readonly SigningKey[]): SigningKey[] {
  return [...keys].sort((a, b) => placeOf(a) - placeOf(b) || sinceOf(b).localeCompare(sinceOf(a)));
}

const placeOf = ({ state }: SigningKey): number => KEY_STATES.indexOf(state);

/** When the key came into its present state. */
export const sinceOf = (key: SigningKey): Instant =>
  key.replacedAt ?? key.revokedAt ?? key.previousAt ?? key.currentAt ?? key.createdAt;

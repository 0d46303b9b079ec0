// The life cycle of keys within one ring, as pure functions: next -> current -> previous -> revoked; besides, a next key
// can be withdrawn (-> revoked), and one that nobody has seen can make room for another (-> replaced). Each takes the
// ring's keys and answers with the records to write, in an order that never breaks "one next, one current".
import { CustodianError } from '../../errors.ts';
import type { Instant } from '../timing/instant.ts';
import type { KeyState } from '../limits.ts';
import type { Revocation, SigningKey } from './key.ts';
import { formerIn, isUnused, keyIn } from './lane.ts';
import {
  type Consent,
  mayRevokeByState,
  mayAbort,
  mayDestroy,
  mayKeep,
  mayReplace,
  mayReplaceCurrent,
  mayReplaceNext,
  mayWithdraw,
  refuse,
} from './may.ts';

export interface RingChange {
  /** Records that exist already, in the order in which they must be written. */
  updated: SigningKey[];
  /** Records to add after that. */
  added: SigningKey[];
}

/** Where an imported key goes. A key never comes in at an end of its life. */
export type ImportPlace = Exclude<KeyState, 'revoked' | 'replaced'>;

/** next becomes current, current becomes previous, and the fresh key, where one is made, takes the place of next. */
export function rotated(ring: string, keys: readonly SigningKey[], fresh: SigningKey | null, at: Instant): RingChange {
  const next = presentIn('next', ring, keys);
  const current = keyIn('current', keys);
  return { updated: [...(current ? [asPrevious(current, at)] : []), asCurrent(next, at)], added: listed(fresh) };
}

/** A fresh next key. It takes the place of one that nobody has seen and nobody would miss, or that was named. */
export function nextReplaced(
  ring: string,
  keys: readonly SigningKey[],
  fresh: SigningKey,
  consent: Consent,
  at: Instant,
): RingChange {
  refuse(mayReplaceNext(ring, keys, consent));
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
      refuse(mayReplace(ring, null, consent));
      return { updated: [], added: [asPrevious(imported, at)] };
    case 'current': {
      refuse(mayReplaceCurrent(ring, keys, consent));
      return {
        updated: listed(keyIn('current', keys)).map((key) => asReplaced(key, at)),
        added: [asCurrent(imported, at)],
      };
    }
  }
}

/**
 * A next key that leaked, or was never wanted, is taken out of the way for ever: it must never sign. Published or not, and
 * whatever the clocks say, since no token of ours was signed with it.
 */
export function withdrawn(key: SigningKey, fresh: SigningKey | null, revocation: Revocation, at: Instant): RingChange {
  refuse(mayWithdraw(key));
  return { updated: [asRevoked(key, revocation, at)], added: listed(fresh) };
}

/** Only a previous key is revoked; the current one needs a rotation first, which is a louder act. */
export function revoked(key: SigningKey, revocation: Revocation, at: Instant): RingChange {
  refuse(mayRevokeByState(key));
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
  const current = presentIn('current', ring, keys);
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
  const gone = [presentIn('current', ring, keys), ...listed(keyIn('next', keys))];
  return {
    updated: gone.map((key) => asRevoked(key, revocation, at)),
    added: [asCurrent(signsOn, at), ...listed(next)],
  };
}

/** Throws RING_HAS_NO_CURRENT or RING_HAS_NO_NEXT. */
export function presentIn(state: 'current' | 'next', ring: string, keys: readonly SigningKey[]): SigningKey {
  const key = keyIn(state, keys);
  if (key === null) {
    throw new CustodianError(state === 'next' ? 'RING_HAS_NO_NEXT' : 'RING_HAS_NO_CURRENT', { ring });
  }
  return key;
}

/**
 * Takes a rotation back while it has had no effect: the new current key signed nothing, and the key made for its place
 * as next is known to nobody. The former current key signs again, the other waits again.
 */
export function rotationAborted(ring: string, keys: readonly SigningKey[], consent: Consent, at: Instant): RingChange {
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const former = formerIn(keys);
  refuse(mayAbort(ring, keys, consent));
  return {
    updated: [
      ...listed(next).map((key) => asReplaced(key, at)),
      ...listed(current).map((key): SigningKey => ({ ...key, state: 'next', currentAt: null })),
      ...listed(former).map((key): SigningKey => ({ ...key, state: 'current', previousAt: null })),
    ],
    added: [],
  };
}

/** Sets the day on which the private key of a revoked or replaced key is erased; until then it can be taken back. */
export function destructionScheduled(key: SigningKey, destroyAt: Instant): RingChange {
  refuse(mayDestroy(key));
  return { updated: [{ ...key, destroyAt }], added: [] };
}

export function destructionCancelled(key: SigningKey): RingChange {
  refuse(mayKeep(key));
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

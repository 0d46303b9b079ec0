// Whether an act on a key or a ring may be done now, and why not: one answer for the acts, the window and the command line.
// An answer is the error with which the act would be refused (`null`: it may be done), so that what an officer reads before
// and what is said after are the same words. From when it may be done stands in the facts of CLOCK_TOO_EARLY.
import { CustodianError, type ErrorFacts, type WireError } from '../../errors.ts';
import { inTime } from '../timing/clocks.ts';
import type { ClockReading } from '../timing/key-clocks.ts';
import type { Instant } from '../timing/instant.ts';
import type { KeyAct, KeyCondition } from '../../problems/acts.ts';
import { isLiving, type KeyState } from '../limits.ts';
import type { SigningKey } from './key.ts';
import { formerIn, isUnused, keyIn } from './lane.ts';
import type { KeyRing, KeyWorth } from './ring.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Why not; `null` when nothing speaks against it. */
export type Refusal = WireError | null;

type Keys = readonly SigningKey[];

/** What an officer said about a key that makes room for another, and what is known of its worth. */
export interface Consent {
  /** The kid that may be replaced although it would be missed. */
  named: string | undefined;
  worth: (key: SigningKey) => KeyWorth | null;
}

export function refuse(refusal: Refusal): void {
  if (refusal !== null) {
    throw new CustodianError(refusal.code, refusal.facts);
  }
}

/** The first that speaks against it. */
const firstOf = (...refusals: Refusal[]): Refusal => refusals.find((refusal) => refusal !== null) ?? null;

export const maySign = (key: SigningKey): Refusal => needs(key, 'signing', 'current');

/** Published or not, and whatever the clocks say: it never signed, so no token of ours needs it. */
export const mayWithdraw = (key: SigningKey): Refusal => needs(key, 'withdrawing', 'next');

/** Only a previous key is revoked; the current one needs a rotation first, which is a louder act. */
export const mayRevokeByState = (key: SigningKey): Refusal => needs(key, 'revoking', 'previous');

export const mayRevoke = (key: SigningKey, safeToRevoke: ClockReading | undefined, now: Instant): Refusal =>
  firstOf(mayRevokeByState(key), tooEarly(key, 'revoking', safeToRevoke, now));

/** Of the private key, once the life of the key has ended. */
export const mayDestroy = (key: SigningKey): Refusal =>
  isLiving(key.state) || key.destroyedAt !== null ? keyState(key, 'destroying', 'revoked') : null;

/** While its erasure is to come. */
export const mayKeep = (key: SigningKey): Refusal =>
  key.destroyAt === null || key.destroyedAt !== null ? keyState(key, 'keeping', 'scheduled') : null;

/** `goesLive`: what speaks against the key that would sign from now on, by the environment and its backups. */
export function mayRotate(
  ring: string,
  keys: Keys,
  readyToSign: ClockReading | undefined,
  { now, goesLive }: { now: Instant; goesLive: (next: SigningKey) => Refusal },
): Refusal {
  const next = keyIn('next', keys);
  return next === null ? noNext(ring) : firstOf(tooEarly(next, 'rotating', readyToSign, now), goesLive(next));
}

/** Whether a key may take the place of the next one: verifiers rely on one that was announced, and somebody may miss one that cost work. */
export function mayReplaceNext(ring: string, keys: Keys, consent: Consent): Refusal {
  const next = keyIn('next', keys);
  return next !== null && !isUnused(next)
    ? { code: 'RING_NEXT_ANNOUNCED', facts: { ring, kid: next.kid } }
    : mayReplace(ring, next, consent);
}

/** Whether a key may come in as current: another one is not pushed aside once it was seen. */
export function mayReplaceCurrent(ring: string, keys: Keys, consent: Consent): Refusal {
  const current = keyIn('current', keys);
  return current !== null && !isUnused(current)
    ? { code: 'RING_HAS_CURRENT', facts: { ring, kid: current.kid } }
    : mayReplace(ring, current, consent);
}

/** A key that would be missed is replaced only by its name; who names another one looked at another ring. */
export function mayReplace(ring: string, replaced: SigningKey | null, { named, worth }: Consent): Refusal {
  if (named !== undefined && named !== replaced?.kid) {
    return { code: 'RING_CHANGED', facts: { ring } };
  }
  const missed = replaced === null ? null : worth(replaced);
  return replaced !== null && missed !== null && named === undefined
    ? { code: 'KEY_WOULD_BE_REPLACED', facts: { ring, kid: replaced.kid, worth: missed } }
    : null;
}

/** A rotation is taken back while it has had no effect: its key signed nothing, and the one made for its place is known to nobody. */
export function mayAbort(ring: string, keys: Keys, consent: Consent): Refusal {
  const [current, next] = [keyIn('current', keys), keyIn('next', keys)];
  const hadEffect = formerIn(keys) === null || current?.lastUsedAt !== null || (next !== null && !isUnused(next));
  return hadEffect ? { code: 'ROTATION_HAS_EFFECT', facts: { ring } } : mayReplace(ring, next, consent);
}

/** A retired ring signs no more, and takes no more keys. */
export const mayGoOn = ({ name: ring, retirement }: Pick<KeyRing, 'name' | 'retirement'>): Refusal =>
  retirement === null ? null : { code: 'RING_RETIRED', facts: { ring } };

/** Nothing is done with a tenant that was put aside. */
export const mayUse = ({ name: tenant, archive }: Pick<Tenant, 'name' | 'archive'>): Refusal =>
  archive === null ? null : { code: 'TENANT_ARCHIVED', facts: { tenant, at: archive.at } };

const noNext = (ring: string): Refusal => ({ code: 'RING_HAS_NO_NEXT', facts: { ring } });

const needs = (key: SigningKey, action: KeyAct, needed: KeyState): Refusal =>
  key.state === needed ? null : keyState(key, action, needed);

function keyState({ kid, state, destroyedAt, destroyAt }: SigningKey, action: KeyAct, needed: KeyCondition): Refusal {
  const facts: ErrorFacts['KEY_STATE'] = { kid, state, action, needs: needed };
  if (action === 'keeping' || action === 'destroying') {
    const unscheduled = action === 'keeping' && destroyAt === null ? 'not-scheduled' : state;
    facts.state = destroyedAt === null ? unscheduled : 'destroyed';
  }
  return { code: 'KEY_STATE', facts };
}

function tooEarly(
  { kid }: SigningKey,
  action: 'rotating' | 'revoking',
  reading: ClockReading | undefined,
  now: Instant,
): Refusal {
  const early = reading === undefined ? null : inTime(reading, now);
  return early === null ? null : { code: 'CLOCK_TOO_EARLY', facts: { kid, action, ...early } };
}

// The troubles that an officer can rehearse, as faults of one request each, and which of them is armed.
import { generateKeyPairSync } from 'node:crypto';
import { REMOTE_DEADLINE_MS } from '../../shared/domain/limits.ts';
import type { RehearsedTrouble, Trouble } from '../../shared/domain/sandbox-trouble.ts';
import type { Randomness } from '../ports/randomness.ts';
import { JWKS_PATH } from '../../shared/domain/tenant/public-addresses.ts';
import { CUSTOM_KEYS_PATH } from './custom-key-routes.ts';
import type { CustomKey } from './custom-key-schema.ts';
import type { Fault, FaultQueue } from './faults.ts';

const push = { method: 'PUT', path: CUSTOM_KEYS_PATH } as const;
const look = { method: 'GET', path: CUSTOM_KEYS_PATH } as const;
const proof = { method: 'GET', path: JWKS_PATH } as const;

/** Long enough to see the progress, and well within what the app waits. */
const SLOW_MS = 10_000;
const PAUSE_SECONDS = 30;

export interface Troubles {
  /** Takes the place of what was armed; `null` only takes that back. */
  arm(trouble: Trouble | null): void;
  armed(): Omit<RehearsedTrouble, 'here'>;
}

export function createTroubles(faults: FaultQueue, random: Randomness): Troubles {
  let last: Trouble | null = null;

  const faultOf: Record<Trouble, () => Fault> = {
    reset: () => ({ ...push, kind: 'reset', when: 'after' }),
    'reset-before': () => ({ ...push, kind: 'reset', when: 'before' }),
    'server-error': () => ({ ...push, kind: 'failed', when: 'before', status: 500 }),
    'rate-limited': () => ({ ...push, kind: 'limited', seconds: PAUSE_SECONDS }),
    slow: () => ({ ...push, kind: 'slow', when: 'after', milliseconds: SLOW_MS }),
    'too-slow': () => ({ ...push, kind: 'slow', when: 'after', milliseconds: 2 * REMOTE_DEADLINE_MS }),
    'half-answer': () => ({ ...push, kind: 'truncated' }),
    'another-officer': () => ({ ...look, kind: 'another-write', keys: [strangersKey(random)] }),
    stale: () => ({ ...proof, kind: 'stale' }),
  };

  return {
    arm(trouble) {
      last = trouble;
      faults.set(...(trouble === null ? [] : [faultOf[trouble]()]));
    },
    armed() {
      const left = faults.left();
      return { trouble: left === 0 ? null : last, left };
    },
  };
}

/** A sound public key whose private key nobody keeps. */
function strangersKey(random: Randomness): CustomKey {
  const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const kid = `another-officer-${Buffer.from(random.bytes(4)).toString('hex')}`;
  return { kty: 'EC', kid, use: 'sig', alg: 'ES256', crv: 'P-256', ...(x && { x }), ...(y && { y }) };
}

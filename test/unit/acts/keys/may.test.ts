// One answer to "may this be done to this key now": what the domain says of the view that the window has is what the act
// then does, for situations that random officers got a ring into.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  mayAbort,
  mayDestroy,
  mayKeep,
  mayReplaceNext,
  mayRevoke,
  mayRotate,
  maySign,
  mayWithdraw,
  type Refusal,
} from '../../../../shared/domain/key-ring/may.ts';
import { keyIn } from '../../../../shared/domain/key-ring/lane.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { RingView } from '../../../../shared/domain/key-ring/ring.ts';
import { toWireError } from '../../../../shared/errors.ts';
import { ACME, type Desk, openDesk } from '../../../support/desk.ts';
import { push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const reason = 'the walk says so';

interface Situation extends RingView {
  now: string;
}

type Act = (desk: Desk, kid: string) => unknown;

const consentOf = ({ valued }: RingView) => ({
  named: undefined,
  worth: (key: SigningKey) => valued[key.kid] ?? null,
});

/** For each act: what the domain says of a key in a situation, and the act itself. */
const OF_KEY: Record<string, { may: (key: SigningKey, situation: Situation) => Refusal; act: Act }> = {
  sign: {
    may: (key) => maySign(key),
    act: ({ custodian }, kid) => custodian.signToken({ tenant, kid, claims: {}, ttl: 60 }),
  },
  withdraw: {
    may: (key) => mayWithdraw(key),
    act: ({ custodian }, kid) => custodian.withdrawKey({ tenant, kid, reason, compromised: false }),
  },
  revoke: {
    may: (key, { clocks, now }) => mayRevoke(key, clocks[key.kid]?.safeToRevoke, now),
    act: ({ custodian }, kid) => custodian.revokeKey({ tenant, kid, reason, compromised: false }),
  },
  destroy: {
    may: (key) => mayDestroy(key),
    act: ({ custodian }, kid) => custodian.destroyKey({ tenant, kid, confirm: kid }),
  },
  keep: { may: (key) => mayKeep(key), act: ({ custodian }, kid) => custodian.keepKey({ tenant, kid }) },
};

const OF_RING: Record<string, { may: (situation: Situation) => Refusal; act: (desk: Desk) => unknown }> = {
  generate: {
    may: (view) => mayReplaceNext(view.ring.name, view.keys, consentOf(view)),
    act: ({ custodian }) => custodian.generateNext({ tenant }),
  },
  rotate: {
    may: ({ ring, keys, clocks, now }) =>
      mayRotate(ring.name, keys, clocks[keyIn('next', keys)?.kid ?? '']?.readyToSign, { now, goesLive: () => null }),
    act: ({ custodian }) => custodian.rotateRing({ tenant }),
  },
  abort: {
    may: (view) => mayAbort(view.ring.name, view.keys, consentOf(view)),
    act: ({ custodian }) => custodian.abortRotation({ tenant, reason }),
  },
};

/** What else happens between acts: it makes the situations different. */
const MEANWHILE: Record<string, (desk: Desk) => unknown> = {
  push: (desk) => push(desk),
  'a minute': (desk) => desk.advance(60_000),
  'ten days': (desk) => desk.advance(864_000_000),
};

const step = fc.oneof(
  fc.record({ act: fc.constantFrom(...Object.keys(OF_KEY)), key: fc.nat(5) }),
  fc.record({ act: fc.constantFrom(...Object.keys(OF_RING), ...Object.keys(MEANWHILE)), key: fc.constant(0) }),
);

/** What stopped it; `null` when it was done. */
async function outcome(act: () => unknown): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    return toWireError(error);
  }
}

it('is the same for the window that asks before and for the act that is tried', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      const desk = openDesk();
      try {
        await desk.custodian.addTenant({ ...ACME, alg: 'ES256', bits: undefined });
        for (const { act, key: index } of steps) {
          const meanwhile = MEANWHILE[act];
          if (meanwhile !== undefined) {
            await outcome(() => meanwhile(desk));
            continue;
          }
          const [view] = desk.custodian.showTenant({ tenant }).rings;
          const key = view?.keys[index % view.keys.length];
          if (view === undefined || key === undefined) {
            throw new Error('a tenant without a ring');
          }
          const situation = { ...view, now: desk.ports.clock.now().toISOString() };
          const said = OF_KEY[act]?.may(key, situation) ?? OF_RING[act]?.may(situation) ?? null;
          const done = await outcome(() => OF_KEY[act]?.act(desk, key.kid) ?? OF_RING[act]?.act(desk));
          expect([act, key.state, done]).toEqual([act, key.state, said]);
          seen.add(`${act}: ${said?.code ?? 'done'}`);
        }
      } finally {
        await desk.close();
      }
    }),
    { numRuns: 25, seed: 1 },
  );
  expect([...seen].sort()).toEqual([
    'abort: ROTATION_HAS_EFFECT',
    'abort: done',
    'destroy: KEY_STATE',
    'destroy: done',
    'generate: RING_NEXT_ANNOUNCED',
    'generate: done',
    'keep: KEY_STATE',
    'keep: done',
    'revoke: CLOCK_TOO_EARLY',
    'revoke: KEY_STATE',
    'revoke: done',
    'rotate: CLOCK_TOO_EARLY',
    'rotate: done',
    'sign: KEY_STATE',
    'sign: done',
    'withdraw: KEY_STATE',
    'withdraw: done',
  ]);
});

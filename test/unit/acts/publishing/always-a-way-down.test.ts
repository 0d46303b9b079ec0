// From any state that rings and a remote set can get into there is a permitted way to take a given key down: the rules are
// walked at random, others write into the set meanwhile, and then one key is compromised.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewOf } from '../../../../shared/domain/published-set/preview.ts';
import { toRemoteKeys } from '../../../../shared/domain/published-set/published-key.ts';
import {
  asCurrent,
  nextReplaced,
  retired,
  type RingChange,
  revoked,
  rotated,
  rotatedAndRevoked,
  withdrawn,
} from '../../../../shared/domain/key-ring/life-cycle.ts';
import { nameOf, ownerOf } from '../../../../shared/domain/key-ring/same-key.ts';
import { assertMayGo } from '../../../../main/acts/publishing/may-go.ts';
import { approvalPlace } from '../../../../shared/domain/approval.ts';
import { type EndpointKind, ENDPOINTS } from '../../../../shared/domain/endpoints.ts';
import type { KeepForeign } from '../../../../shared/domain/published-set/foreign.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { KeyRing } from '../../../../shared/domain/key-ring/ring.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { foreignKey } from '../../../support/remote-set.ts';

type Jwk = Record<string, unknown>;

const number32 = (n: number): string => {
  const bytes = Buffer.alloc(32, 7);
  bytes.writeUInt32BE(n);
  return bytes.toString('base64url');
};

/** No key of these rings is missed by anybody. */
const CONSENT = { named: undefined, worth: () => null };

const LEAKED = { reason: 'leaked', compromised: true, compromisedSince: null };

class World {
  rings: KeyRing[] = [];
  keys: SigningKey[] = [];
  remote: Jwk[] = [];
  private made = 0;

  readonly endpoint: EndpointKind;

  constructor(endpoint: EndpointKind) {
    this.endpoint = endpoint;
  }

  private at(): string {
    this.made += 1;
    return new Date(Date.parse('2026-01-01T00:00:00Z') + this.made * 1000).toISOString();
  }

  private fresh(ring: KeyRing): SigningKey {
    this.made += 1;
    const kid = `ours-${this.made}`;
    const jwk = { ...aKey().jwk, kid, alg: 'ES256', kty: 'EC', crv: 'P-256', x: number32(this.made), y: number32(0) };
    const { n: _n, e: _e, ...ec } = jwk as Jwk;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an EC key made of an RSA one
    return aKey({ kid, ringId: ring.id, alg: 'ES256', jwk: ec as unknown as SigningKey['jwk'] });
  }

  private readonly of = (ring: KeyRing): SigningKey[] => this.keys.filter(({ ringId }) => ringId === ring.id);
  private readonly has = (ring: KeyRing, state: KeyState): boolean => this.of(ring).some((key) => key.state === state);

  private write({ updated, added }: RingChange): void {
    this.keys = [...this.keys.map((key) => updated.find(({ id }) => id === key.id) ?? key), ...added];
  }

  addRing(): void {
    const ring: KeyRing = {
      ...aRing,
      id: `ring-${this.rings.length}`,
      name: `ring-${this.rings.length}`,
      alg: 'ES256',
    };
    this.rings.push(ring);
    this.write({ updated: [], added: [asCurrent(this.fresh(ring), this.at()), this.fresh(ring)] });
  }

  rotate(ring: KeyRing): void {
    if (this.has(ring, 'next')) {
      this.write(rotated(ring.name, this.of(ring), this.fresh(ring), this.at()));
    }
  }

  retire(ring: KeyRing): void {
    this.write(retired(this.of(ring), 'enough', this.at()));
    this.rings = this.rings.map((one) => (one === ring ? { ...ring, retirement: { at: '', reason: '' } } : one));
  }

  revokeOldest(ring: KeyRing): void {
    const key = this.of(ring).find(({ state }) => state === 'previous');
    if (key !== undefined) {
      this.write(revoked(key, { ...LEAKED, compromised: false }, this.at()));
    }
  }

  /** Everything that the acts know to take this key out of the rings. */
  compromise(victim: SigningKey): void {
    const ring = this.rings.find(({ id }) => id === victim.ringId);
    const now = (): SigningKey | undefined => this.keys.find(({ id }) => id === victim.id);
    if (ring === undefined) {
      throw new Error('a key without its ring');
    }
    const waiting = now();
    if (waiting?.state === 'next') {
      this.write(withdrawn(waiting, this.fresh(ring), LEAKED, this.at()));
    }
    if (now()?.state === 'current') {
      if (!this.has(ring, 'next')) {
        this.write(nextReplaced(ring.name, this.of(ring), this.fresh(ring), CONSENT, this.at()));
      }
      this.write(rotatedAndRevoked(ring.name, this.of(ring), this.fresh(ring), LEAKED, this.at()));
    }
    const key = now();
    if (key?.state === 'previous') {
      this.write(revoked(key, LEAKED, this.at()));
    }
  }

  /** Only what a push is permitted to send arrives. `goes`: names of keys of others that must go. */
  push(goes: readonly string[] = []): void {
    const preview = (removeForeign: string[], keepForeign: KeepForeign[]) =>
      previewOf({
        now: '2026-11-22T08:00:00.000Z',
        purpose: 'publication',
        place: approvalPlace({ ...aTenant, endpoint: this.endpoint }),
        endpoint: this.endpoint,
        rings: this.rings,
        keys: this.keys,
        remote: toRemoteKeys(this.remote),
        kept: [],
        jwksUrl: '',
        last: null,
        publicKids: null,
        outside: null,
        intent: { act: 'push', former: [], removeForeign, keepForeign },
      });
    // An officer reads what speaks against it, takes down what cannot stay, and keeps the rest.
    const first = preview([], []);
    const refused = first.findings.filter(({ code, severity }) => severity === 'error' && code !== 'foreign-undecided');
    const remove = new Set(
      first.foreign
        .map(({ name }) => name)
        .filter((name) => goes.includes(name) || refused.some(({ kid }) => kid === name)),
    );
    const keep = new Set(first.foreign.map(({ name }) => name).filter((name) => !remove.has(name)));
    const last = preview(
      [...remove],
      [...keep].map((name) => ({ name, reason: 'theirs' })),
    );
    assertMayGo(aTenant, last, undefined);
    const { places } = ENDPOINTS[this.endpoint];
    if (last.kids.length > (places ?? Number.POSITIVE_INFINITY)) {
      throw new Error('more keys than places');
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is our own text
    this.remote = last.body === null ? [] : (JSON.parse(last.body) as { keys: Jwk[] }).keys;
  }

  /** Somebody else writes, within what the endpoint takes. */
  intrude(keys: readonly Jwk[]): void {
    const { places } = ENDPOINTS[this.endpoint];
    this.remote = [...this.remote, ...keys].slice(0, places ?? undefined);
  }
}

const OTHERS: readonly Jwk[] = [
  ...['a', 'b', 'c', 'd'].map(foreignKey),
  { kty: 'EC', crv: 'P-256', x: number32(1), y: number32(2), kid: 'weak' },
  { ...foreignKey('shown'), d: 'c2VjcmV0' },
  { kty: 'oct', kid: 'symmetric' },
];

const acts = fc.array(
  fc.record({
    act: fc.constantFrom('add', 'rotate', 'rotate', 'rotate', 'retire', 'revoke', 'push', 'push', 'intrude', 'back'),
    pick: fc.nat({ max: 100 }),
  }),
  { maxLength: 40 },
);

it('whatever happened before, a compromised key can be taken down, and what goes out fits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<EndpointKind>('auth0', 'jwks'),
      acts,
      fc.nat({ max: 100 }),
      (endpoint, steps, chosen) => {
        const world = new World(endpoint);
        world.addRing();
        for (const { act, pick } of steps) {
          const inUse = world.rings.filter(({ retirement }) => retirement === null);
          const ring = inUse[pick % Math.max(1, inUse.length)];
          const old = world.keys.filter(({ state }) => state === 'revoked');
          if (act === 'add') {
            world.addRing();
          } else if (act === 'push') {
            world.push();
          } else if (act === 'intrude') {
            world.intrude([OTHERS[pick % OTHERS.length] ?? {}]);
          } else if (act === 'back') {
            world.intrude(old.slice(-1).map(({ jwk }) => ({ ...jwk })));
          } else if (ring !== undefined) {
            const work = {
              rotate: () => world.rotate(ring),
              retire: () => world.retire(ring),
              revoke: () => world.revokeOldest(ring),
            };
            work[act]();
          }
        }
        const ours = world.keys[chosen % world.keys.length];
        const theirs = toRemoteKeys(world.remote).filter((key) => ownerOf(key, world.keys) === null);
        const goes = theirs.slice(0, 1).map(nameOf);
        if (ours !== undefined) {
          world.compromise(ours);
        }
        world.push(goes);
        const there = toRemoteKeys(world.remote);
        expect(there.some((key) => ownerOf(key, world.keys)?.id === ours?.id)).toBe(false);
        expect(there.some((key) => goes.includes(nameOf(key)))).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

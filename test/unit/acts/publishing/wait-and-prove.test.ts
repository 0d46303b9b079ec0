// The wait until a set is public, look by look, and what a proof refuses and records; against a place that does what the test says.
import { beforeEach, describe, expect, it } from 'vitest';
import { previewPublication, pushPublication } from '../../../../main/acts/publishing/publish.ts';
import { proveNow } from '../../../../main/acts/publishing/prove.ts';
import { waitUntilPublic } from '../../../../main/acts/publishing/wait-until-public.ts';
import type { PublicVerifier } from '../../../../main/ports/verifier.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { Proof } from '../../../../shared/domain/evidence/proof.ts';
import { keysIn } from '../../../../shared/domain/published-set/recorded-set.ts';
import type { PublicWait } from '../../../../shared/domain/published-set/finding.ts';
import { ACME } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing, aTenant } from '../../../support/keys.ts';
import { HELD_AT, type HeldPlace, heldPlace } from '../../../support/held-place.ts';
import { after, aPublication, newestEntries, putOnRecord } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { kidIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
let serverIs: number | null;
const desk = deskForEach({ serversAhead: () => serverIs });
let place: HeldPlace;
beforeEach(() => {
  serverIs = null;
  place = heldPlace();
});

describe('the wait until a set is public', () => {
  let waits: PublicWait[];
  let looks: number;
  beforeEach(() => {
    waits = [];
    looks = 0;
  });

  /** Each look finds one of these, the last one for ever. */
  async function wait(waitSeconds: number | undefined, listings: string[][], cacheControl: string | null = null) {
    place.listed = () => {
      looks += 1;
      return { kids: listings[Math.min(looks, listings.length) - 1] ?? [], cacheControl };
    };
    const args = { tenant, ...(waitSeconds !== undefined && { waitSeconds }) };
    await waitUntilPublic(place.at(desk.ports), args, { waiting: (one) => waits.push(one) });
  }
  const pauses = (): number[] =>
    waits.filter(({ left }, index) => waits[index - 1]?.left !== left + 1).map(({ left }) => left);

  const current = aKey({ kid: 'now', state: 'current' });
  const next = aKey({ kid: 'next' });
  const revocation = { reason: 'old', compromised: false, compromisedSince: null };
  const revoked = aKey({ kid: 'old', state: 'revoked', revokedAt: after(-1), revocation });
  const pushed = (keys: SigningKey[], sent: SigningKey[], part: Parameters<typeof putOnRecord>[1] = {}) =>
    putOnRecord(desk, { keys, publications: [aPublication(sent)], ...part });

  it.each([undefined, 0])('is none without a time to wait: nobody looks (%s)', async (seconds) => {
    pushed([current], [current]);
    await wait(seconds, [[]]);
    expect([looks, waits]).toEqual([0, []]);
  });

  it('is none where every key is public', async () => {
    pushed([current, next], [current, next]);
    await wait(1, [['now', 'next']]);
    expect([looks, waits]).toEqual([1, []]);
  });

  it('is told second by second', async () => {
    pushed([current, next], [current, next]);
    await wait(3, [['now'], ['now', 'next']]);
    const told = { missing: ['next'], lingering: [], look: 1, limit: 3 };
    expect(waits).toEqual([
      { ...told, left: 2, passed: 0 },
      { ...told, left: 1, passed: 1 },
    ]);
    expect(looks).toBe(2);
  });

  it('looks ever more rarely, once a minute at last, and ends with its time', async () => {
    pushed([current], [current]);
    await wait(200, [[]]);
    expect(pauses()).toEqual([2, 4, 8, 16, 32, 60, 60, 18]);
    expect(looks).toBe(9);
    expect(waits.at(-1)).toEqual({ missing: ['now'], lingering: [], look: 8, left: 1, passed: 199, limit: 200 });
  });

  it.each([
    ['max-age=30', [30, 30, 30, 30, 32, 48]],
    ['max-age=600', [60, 60, 60, 20]],
    ['max-age=1', [2, 4, 8, 16, 32, 60, 60, 18]],
  ])('does not look while a cache holds the same answer: %s', async (header, expected) => {
    pushed([current], [current]);
    await wait(200, [[]], header);
    expect(pauses()).toEqual(expected);
  });

  it('a set that cannot be seen shows nothing', async () => {
    pushed([current], [current]);
    place.listed = () => expect.fail('unreachable');
    await waitUntilPublic(place.at(desk.ports), { tenant, waitSeconds: 2 }, { waiting: (one) => waits.push(one) });
    expect(waits.map(({ missing, left }) => [missing, left])).toEqual([
      [['now'], 2],
      [['now'], 1],
    ]);
  });

  it.each<[string, SigningKey[], SigningKey[], string[], Pick<PublicWait, 'missing' | 'lingering'> | null]>([
    ['a next key that was pushed', [current, next], [current, next], ['now'], { missing: ['next'], lingering: [] }],
    ['a next key that was not pushed', [current, next], [current], ['now'], null],
    [
      'a revoked key that is still shown',
      [current, revoked],
      [current],
      ['now', 'old'],
      { missing: [], lingering: ['old'] },
    ],
    [
      'as many that are not there as that are still shown',
      [current, next, revoked],
      [current, next],
      ['now', 'old'],
      { missing: ['next'], lingering: ['old'] },
    ],
    ['a revoked key that was sent', [current, revoked], [current, revoked], ['now', 'old'], null],
    ['a revoked key that is gone', [current, revoked], [current], ['now'], null],
    ['a current key that was never sent: no wait brings it', [current, next], [next], ['next'], null],
    [
      'a previous key that was pushed',
      [aKey({ ...next, state: 'previous' })],
      [next],
      [],
      { missing: ['next'], lingering: [] },
    ],
  ])('waits for what it may bring: %s', async (_, keys, sent, listed, waited) => {
    pushed(keys, sent);
    await wait(1, [listed]);
    expect(waits.map(({ missing, lingering }) => ({ missing, lingering }))).toEqual(waited === null ? [] : [waited]);
  });

  it('nothing is owed for a ring that cannot be pushed', async () => {
    const auth0 = { ...aTenant, endpoint: 'auth0' } as const;
    const [ours, other] = [aRing, { ...aRing, id: 'other', name: 'other', alg: 'Ed25519', bits: null } as const];
    const further = aKey({ kid: 'further', ringId: 'other', state: 'current' });
    pushed([current, further], [current, further], { tenant: auth0, rings: [ours, other] });
    await wait(1, [['now']]);
    expect(waits).toEqual([]);
  });

  it('is for the keys of every ring', async () => {
    const second = aKey({ kid: 'second', ringId: 'other', state: 'current' });
    pushed([current, second], [current, second], { rings: [aRing, { ...aRing, id: 'other', name: 'other' }] });
    await wait(1, [['now']]);
    expect(waits.map(({ missing }) => missing)).toEqual([['second']]);
  });

  it('a revoked key that some place still shows lingers', async () => {
    pushed([current, revoked], [current]);
    place.further = [{ ...(await desk.ports.tenants.connect(aTenant)), jwksUrl: 'https://second.example/jwks' }];
    const ports = place.at(desk.ports);
    const { listed } = ports.verifier;
    ports.verifier.listed = async (url, signal) => ({
      ...(await listed(url, signal)),
      kids: url === HELD_AT ? ['now'] : ['now', 'old'],
    });
    await waitUntilPublic(ports, { tenant, waitSeconds: 1 }, { waiting: (one) => waits.push(one) });
    expect(waits).toMatchObject([{ missing: [], lingering: ['old'] }]);
  });

  it('needs nobody who is told', async () => {
    pushed([current], [current]);
    place.listed = () => ({ kids: [], cacheControl: null });
    expect(await waitUntilPublic(place.at(desk.ports), { tenant, waitSeconds: 1 }, {})).toBeUndefined();
  });

  it('can be stopped between two seconds', async () => {
    pushed([current], [current]);
    place.listed = () => ({ kids: [], cacheControl: null });
    const stop = new AbortController();
    const stopped = waitUntilPublic(
      place.at(desk.ports),
      { tenant, waitSeconds: 9 },
      {
        signal: stop.signal,
        waiting: (one) => {
          waits.push(one);
          stop.abort();
        },
      },
    );
    expect(await failureOf(stopped)).toMatchObject({
      code: 'CANCELLED',
      facts: { action: { code: 'waiting-until-public' } },
    });
    expect(waits).toHaveLength(1);
  });
});

describe('a proof', () => {
  /** What the outside says of each place. */
  let proves: (jwksUrl: string) => boolean;
  let proven: string[];
  beforeEach(() => {
    proves = () => true;
    proven = [];
  });

  const prove: PublicVerifier['prove'] = async ({ jwksUrl }, _token, { kid }) => {
    const proof: Proof = {
      ok: proves(jwksUrl),
      at: after(0),
      jwksUrl,
      kid,
      jwksSha256: null,
      cacheControl: null,
      steps: [],
    };
    proven.push(`${kid} at ${jwksUrl}`);
    return { proof, fetched: null };
  };
  function ports() {
    const at = place.at(desk.ports);
    return { ...at, verifier: { ...at.verifier, prove } };
  }
  const run = (work = {}) => proveNow(ports(), { tenant }, work);
  const addAcme = () => desk.custodian.addTenant({ ...ACME, alg: 'ES256' });

  it('is on record with its evidence', async () => {
    await addAcme();
    const kid = kidIn(desk, tenant, 'current');
    place.keys = [{ kid, kty: 'EC' }];
    const [proof] = await run();
    expect(proof).toEqual({
      ok: true,
      at: after(0),
      jwksUrl: HELD_AT,
      kid,
      jwksSha256: null,
      cacheControl: null,
      steps: [],
    });
    const [summary] = desk.custodian.listEvidence({ tenant });
    expect(newestEntries(desk, 2)).toEqual([
      ['key.signed', tenant, { kid, purpose: 'probe', payloadSha256: expect.any(String) as string }],
      [
        'publish.verified',
        tenant,
        { proofs: [{ kid, ok: true, jwksSha256: null }], evidence: { id: summary?.id, sha256: summary?.sha256 } },
      ],
    ]);
    const { id } = desk.custodian.showTenant({ tenant }).tenant;
    expect(desk.ports.registry.read((reader) => reader.proofs(id, 9))).toEqual([proof]);
  });

  it('is of every place, and holds where all of them do', async () => {
    await addAcme();
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'second' });
    const { jwksUrl: _first, ...further } = await desk.ports.tenants.connect(
      desk.custodian.showTenant({ tenant }).tenant,
    );
    place.further = [{ ...further, jwksUrl: 'https://second.example/jwks' }];
    const [one, two] = desk.custodian
      .showTenant({ tenant })
      .rings.map(({ keys }) => keys.find(({ state }) => state === 'current')?.kid);
    proves = (url) => url === HELD_AT || proven.length !== 1;
    expect((await run()).map(({ kid, jwksUrl, ok, everywhere }) => [kid, jwksUrl, ok, everywhere])).toEqual([
      [one, HELD_AT, true, false],
      [one, 'https://second.example/jwks', false, false],
      [two, HELD_AT, true, true],
      [two, 'https://second.example/jwks', true, true],
    ]);
  });

  it('is refused where nothing signs', async () => {
    putOnRecord(desk, { keys: [aKey()] });
    expect(await failureOf(run())).toMatchObject({ code: 'RING_HAS_NO_CURRENT', facts: { ring: 'default' } });
  });

  it('is of no ring that cannot be pushed', async () => {
    const other = { ...aRing, id: 'other', name: 'other', alg: 'Ed25519', bits: null } as const;
    const key = aKey({ ringId: 'other', state: 'current' });
    putOnRecord(desk, { tenant: { ...aTenant, endpoint: 'auth0' }, rings: [aRing, other], keys: [key] });
    expect(await failureOf(run())).toMatchObject({ code: 'RING_HAS_NO_CURRENT' });
  });

  it('is not dated under a clock that disagrees, and nothing is signed', async () => {
    await addAcme();
    place.listed = () => expect.fail('unreachable');
    serverIs = 2 * 86_400;
    expect(await failureOf(run())).toMatchObject({ code: 'CLOCK_DISAGREES' });
    expect(proven).toEqual([]);
  });

  it('confirms what was accepted before; where the tenant cannot be asked it goes on', async () => {
    await addAcme();
    place.takes = () => undefined;
    const { hash } = await previewPublication(ports(), { tenant });
    await pushPublication(ports(), { tenant, hash });
    place.looks = () => new Error('unreachable');
    expect(await run()).toMatchObject([{ ok: true }]);
    expect(desk.custodian.showTenant({ tenant }).lastPublication?.confirmedAt).toBeNull();
    place.looks = () => undefined;
    place.keys = sentKeys();
    await run();
    expect(desk.custodian.showTenant({ tenant }).lastPublication?.confirmedAt).not.toBeNull();
  });

  it('asks the tenant only where something is to be confirmed', async () => {
    await addAcme();
    await run();
    expect(place.asked).toEqual([]);
  });

  it('can be stopped before each signature', async () => {
    await addAcme();
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'second' });
    const stop = new AbortController();
    proves = () => {
      stop.abort();
      return true;
    };
    expect(await failureOf(run({ signal: stop.signal }))).toMatchObject({ code: 'CANCELLED' });
    expect(proven).toHaveLength(1);
  });

  const sentKeys = () => {
    const { sent } = desk.custodian.showTenant({ tenant }).lastPublication ?? {};
    return keysIn(sent ?? null).map((key) => ({ ...key }));
  };
});

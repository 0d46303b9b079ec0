// One's own keys are no guests: the kid that verifiers know is kept, whatever is printable in it, and a ring can begin with
// them alone.
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import type { RingView } from '../../../../shared/domain/key-ring/ring.ts';
import { ACME } from '../../../support/desk.ts';
import { ecPem, jsonFile, rsaJwk, rsaPem } from '../../../support/own-files.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();

const rings = (): RingView[] => desk.custodian.showTenant({ tenant }).rings;
const keysOf = (ring = 0) => rings()[ring]?.keys ?? [];
const states = (ring = 0): KeyState[] => keysOf(ring).map(({ state }) => state);

describe('the kid of a file', () => {
  beforeEach(() => desk.custodian.addTenant(ACME));

  const bringIn = (value: unknown, kid?: string) =>
    desk.custodian.importKey({ tenant, as: 'previous', ...(kid === undefined ? {} : { kid }) }, jsonFile(value));
  const kids = () => keysOf().flatMap(({ kid, state }) => (state === 'previous' ? [kid] : []));

  it.each([
    'prod-2023-a',
    'https://acme.example/keys/2023#1',
    'Schlüssel №7 (alt)',
    'a/../b',
    '%2e%2e',
    "'; DROP TABLE keys; --",
    '密钥-一',
    'x'.repeat(200),
  ])('is kept: %s', async (kid) => {
    await bringIn(rsaJwk({ kid }));
    expect(kids()).toEqual([kid]);
    expect(keysOf().find((key) => key.kid === kid)?.jwk.kid).toBe(kid);
  });

  it('is kept from a key set too, and the officer’s own word comes first', async () => {
    await bringIn({ keys: [rsaJwk({ kid: 'of the set' })] });
    await bringIn(rsaJwk({ kid: 'of the file' }), 'of the officer');
    expect(kids().toSorted()).toEqual(['of the officer', 'of the set']);
  });

  it('is asked for where another key has it, and where it cannot be kept', async () => {
    await bringIn(rsaJwk({ kid: 'taken' }));
    await expect(bringIn(rsaJwk({ kid: 'taken' }))).rejects.toMatchObject({
      code: 'KEY_KID_TAKEN',
      facts: { tenant, kid: 'taken' },
    });
    for (const kid of ['x'.repeat(201), 'esc\u001b[2J', 'bidi\u202e', ' blank']) {
      await expect(bringIn(rsaJwk({ kid }))).rejects.toMatchObject({ code: 'KEY_KID_UNFIT' });
    }
    await bringIn(rsaJwk({ kid: 'taken' }), 'another');
    expect(kids().toSorted()).toEqual(['another', 'taken']);
  });

  it('is the thumbprint where the file says nothing', async () => {
    await bringIn(rsaJwk());
    await bringIn(rsaJwk({ kid: '' }));
    expect(kids().map((kid) => kid.length)).toEqual([43, 43]);
  });
});

describe('a ring for keys that are brought in', () => {
  it('starts empty, and every look at it holds', async () => {
    const view = await desk.custodian.addTenant({ ...ACME, empty: true });
    expect(view.rings).toMatchObject([{ ring: { brought: true }, keys: [] }]);
    await desk.custodian.addRing({ tenant, alg: 'ES256', empty: true });
    expect([states(0), states(1)]).toEqual([[], []]);
    expect(desk.custodian.dueEvents({ days: 365 })).toEqual([]);
    expect(desk.custodian.listTenants()[0]?.keys).toEqual({ next: 0, current: 0, previous: 0, revoked: 0 });
    expect(await desk.custodian.previewPublication({ tenant })).toMatchObject({ kids: [], body: null });
    expect(desk.custodian.dueCalendar({ days: 365 })).toContain('END:VCALENDAR');
    const order = 'apps-first' as const;
    expect(() => desk.custodian.showPlan({ tenant, order })).toThrow('RING_HAS_NO_CURRENT');
    await expect(desk.custodian.signToken({ tenant, claims: {}, ttl: 60 })).rejects.toMatchObject({
      code: 'RING_HAS_NO_CURRENT',
    });
    await expect(desk.custodian.rotateRing({ tenant })).rejects.toMatchObject({ code: 'RING_HAS_NO_NEXT' });
    await desk.custodian.removeTenant({ tenant });
    expect(desk.custodian.listTenants()).toEqual([]);
  });

  it('makes no key unasked: neither at a rotation, nor at a withdrawal, nor in an emergency', async () => {
    await desk.custodian.addTenant({ ...ACME, empty: true, alg: 'ES256' });
    const bringIn = (as: 'next' | 'current', kid: string) => desk.custodian.importKey({ tenant, as, kid }, ecPem());
    await bringIn('current', 'first');
    await bringIn('next', 'second');
    await desk.custodian.rotateRing({ tenant });
    expect(keysOf().map(({ kid, state }) => [kid, state])).toEqual([
      ['second', 'current'],
      ['first', 'previous'],
    ]);
    await desk.custodian.abortRotation({ tenant, reason: 'once more' });
    expect(states()).toEqual(['next', 'current']);
    await desk.custodian.withdrawKey({ tenant, kid: 'second', reason: 'never wanted', compromised: false });
    expect(states()).toEqual(['current', 'revoked']);
    await bringIn('next', 'third');
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'laptop stolen', compromised: true });
    expect(states()).toEqual(['current', 'revoked', 'revoked']);
    // Nothing is left but a key made now, and that is asked for.
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'again', compromised: true, nextToo: true });
    expect(keysOf().map(({ state, provenance }) => [state, provenance.kind])[0]).toEqual(['current', 'generated']);
  });

  it('is published, rotated by a plan and proven like any other', async () => {
    await desk.custodian.addTenant({ ...ACME, empty: true });
    const bringIn = (as: 'next' | 'current', kid: string) => desk.custodian.importKey({ tenant, as, kid }, rsaPem());
    await bringIn('current', 'keys/1');
    await bringIn('next', 'keys/2');
    const { hash } = desk.custodian.showPlan({ tenant, order: 'rotate-first' });
    const run = () => desk.custodian.runPlan({ tenant, hash, reason: 'its last token ended' });
    await run();
    desk.advance(60_000);
    await run();
    desk.advance(120_000);
    expect((await run()).complete).toBe(true);
    expect(keysOf().map(({ kid, state }) => [kid, state])).toEqual([
      ['keys/2', 'current'],
      ['keys/1', 'revoked'],
    ]);
  });
});

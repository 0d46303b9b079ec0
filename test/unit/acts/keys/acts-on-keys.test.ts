// The acts on keys, to the letter: what each answers, records and refuses, over keys that are quick to make.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCustodian } from '../../../../main/acts/custodian.ts';
import { rotateNow } from '../../../../main/acts/keys/keys.ts';
import { eraseDueKeys } from '../../../../main/acts/keys/retire.ts';
import { checkClaims, claimsToSign } from '../../../../main/acts/keys/sign.ts';
import type { ParsedArgsOf } from '../../../../shared/contract.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import { MAX_TOKEN_SECONDS } from '../../../../shared/domain/limits.ts';
import { ACME, START } from '../../../support/desk.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';
import { aKey, aRing } from '../../../support/keys.ts';
import { after, newestEntries } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn, keysOf, kidIn, push } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const DAY = 86_400;
const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant({ ...ACME, alg: 'ES256' }));

const kid = (state: KeyState): string => kidIn(desk, tenant, state);
const states = (): Record<string, KeyState> => Object.fromEntries(keysOf(desk).map((key) => [key.kid, key.state]));
const newest = () => newestEntries(desk, 1)[0];
/** A custodian of the same stores, past which somebody else acts when it has made a key. */
function whileAKeyIsMade(act: () => Promise<unknown>) {
  const { keys } = desk.ports;
  let acted = false;
  return createCustodian({
    ...desk.ports,
    keys: {
      ...keys,
      async create(name, order) {
        const made = await keys.create(name, order);
        if (!acted) {
          acted = true;
          await act();
        }
        return made;
      },
    },
  });
}
const changed = { code: 'RING_CHANGED', facts: { ring: 'default' } };

describe('a next key', () => {
  it.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('may leave unless somebody says that it may not: %s', async (exportable, kept) => {
    const before = kid('next');
    await desk.custodian.generateNext({ tenant, ...(exportable !== undefined && { exportable }) });
    expect([keyIn(desk, 'next').exportable, states()[before]]).toEqual([kept, 'replaced']);
    expect(newest()).toEqual([
      'key.generated',
      'Acme/default',
      { kid: kid('next'), exportable: kept, replaced: before },
    ]);
  });

  it('that was announced makes no room', async () => {
    await push(desk);
    const refused = { code: 'RING_NEXT_ANNOUNCED', facts: { ring: 'default', kid: kid('next') } };
    expect(await failureOf(desk.custodian.generateNext({ tenant }))).toMatchObject(refused);
  });

  it('is not made over another one that somebody made meanwhile', async () => {
    const made = whileAKeyIsMade(() => desk.custodian.generateNext({ tenant })).generateNext({ tenant });
    expect(await failureOf(made)).toMatchObject(changed);
  });

  it('is not made twice over one that was announced meanwhile', async () => {
    const made = whileAKeyIsMade(() => push(desk)).generateNext({ tenant });
    expect(await failureOf(made)).toMatchObject({ code: 'RING_NEXT_ANNOUNCED' });
  });
});

describe('a rotation', () => {
  it('brings next into use, and makes one that may leave as that one did', async () => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    const [current, next] = [kid('current'), kid('next')];
    await desk.custodian.rotateRing({ tenant });
    expect([kid('current'), kid('previous')]).toEqual([next, current]);
    expect(keyIn(desk, 'next').exportable).toBe(false);
    const details = { current: next, previous: current, next: kid('next'), reason: null };
    expect(newest()).toEqual(['key.rotated', 'Acme/default', details]);
  });

  it('is of the key that was expected', async () => {
    const expectNext = kid('current');
    expect(await failureOf(desk.custodian.rotateRing({ tenant, expectNext }))).toMatchObject(changed);
    expect((await desk.custodian.rotateRing({ tenant, expectNext: kid('next') })).keys).toHaveLength(3);
  });

  it('is of no key that somebody else brought into use meanwhile', async () => {
    const rotated = whileAKeyIsMade(() => desk.custodian.rotateRing({ tenant })).rotateRing({ tenant });
    expect(await failureOf(rotated)).toMatchObject(changed);
  });

  it('makes no key where keys are brought in', async () => {
    const own = { tenantId: keysOf(desk)[0]?.tenantId ?? '', ringId: 'own' };
    const [signs, waits] = [aKey({ kid: 'signs', state: 'current', ...own }), aKey({ kid: 'waits', ...own })];
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId: own.tenantId, brought: true });
      [signs, waits].forEach(writer.addKey);
    });
    await rotateNow(desk.ports, { tenant, ring: 'own', reason: 'yearly' }, 'apps-first');
    const details = { current: 'waits', previous: 'signs', next: null, reason: 'yearly', plan: 'apps-first' };
    expect(newest()).toEqual(['key.rotated', 'Acme/own', details]);
  });

  it('of a ring that has never signed has no previous key to tell of', async () => {
    const own = { tenantId: keysOf(desk)[0]?.tenantId ?? '', ringId: 'own' };
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId: own.tenantId, brought: true });
      writer.addKey(aKey({ kid: 'waits', ...own }));
    });
    await rotateNow(desk.ports, { tenant, ring: 'own' });
    expect(newest()?.[2]).toMatchObject({ current: 'waits', previous: null, next: null });
  });

  describe('in production', () => {
    beforeEach(() => desk.custodian.editTenant({ tenant, environment: 'production' }));
    const backUp = () =>
      desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
        writer.noteBackedUp(keysOf(desk), after(0)),
      );

    it('needs no rehearsal while nobody heard of the ring', async () => {
      backUp();
      await rotateNow(desk.ports, { tenant });
      expect(newest()?.[2]).not.toHaveProperty('unrehearsed');
    });

    it('needs one afterwards, or a reason, which is told', async () => {
      await push(desk);
      backUp();
      desk.advance(30 * DAY * 1000);
      const missing = await failureOf(rotateNow(desk.ports, { tenant }));
      expect(missing).toMatchObject({ code: 'PLAN_REHEARSAL_MISSING' });
      await rotateNow(desk.ports, { tenant, override: 'an emergency' });
      expect(newest()?.[2]).toMatchObject({ unrehearsed: true, overrideReason: 'an emergency' });
    });

    it('is asked for by a plan itself', async () => {
      await push(desk);
      backUp();
      desk.advance(30 * DAY * 1000);
      await rotateNow(desk.ports, { tenant }, 'rotate-first');
      expect(newest()?.[2]).toMatchObject({ plan: 'rotate-first' });
      expect(newest()?.[2]).not.toHaveProperty('unrehearsed');
    });
  });
});

describe('a rotation that is taken back', () => {
  it('is told with both keys', async () => {
    const before = states();
    await desk.custodian.rotateRing({ tenant });
    const [abandoned, replaced] = [kid('current'), kid('next')];
    await desk.custodian.abortRotation({ tenant, reason: 'wrong tenant' });
    expect(states()).toEqual({ ...before, [replaced]: 'replaced' });
    const details = { abandoned, reason: 'wrong tenant', replaced };
    expect(newest()).toEqual(['key.rotation-aborted', 'Acme/default', details]);
  });

  it('is refused in a ring where nothing rotated', async () => {
    const refused = { code: 'ROTATION_HAS_EFFECT', facts: { ring: 'default' } };
    expect(await failureOf(desk.custodian.abortRotation({ tenant, reason: 'r' }))).toMatchObject(refused);
    const { tenantId = '' } = keysOf(desk)[0] ?? {};
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId, brought: true }),
    );
    expect(await failureOf(desk.custodian.abortRotation({ tenant, ring: 'own', reason: 'r' }))).toMatchObject({
      code: 'ROTATION_HAS_EFFECT',
      facts: { ring: 'own' },
    });
  });
});

describe('a revocation', () => {
  beforeEach(() => desk.custodian.rotateRing({ tenant }));
  const revoke = (part = {}) =>
    desk.custodian.revokeKey({ tenant, kid: kid('previous'), reason: 'old', compromised: false, ...part });

  it('is told with its reason, and with since when only where it is a compromise', async () => {
    const gone = kid('previous');
    await revoke({ compromisedSince: after(-5) });
    const revocation = { reason: 'old', compromised: false, compromisedSince: null };
    expect(keyIn(desk, 'revoked')).toMatchObject({ kid: gone, revokedAt: after(0), revocation });
    expect(newest()).toEqual(['key.revoked', 'Acme/default', { kid: gone, ...revocation }]);
  });

  it.each([
    [-1, after(-1)],
    [0, after(0)],
  ])('may know of a compromise since %i seconds', async (seconds, compromisedSince) => {
    await revoke({ compromised: true, compromisedSince: after(seconds) });
    expect(keyIn(desk, 'revoked').revocation).toEqual({ reason: 'old', compromised: true, compromisedSince });
  });

  it('knows of none that is still to come', async () => {
    expect(await failureOf(revoke({ compromised: true, compromisedSince: after(1) }))).toMatchObject({
      code: 'INPUT_INVALID',
      facts: { field: 'compromisedSince', problem: { code: 'in-future' } },
    });
  });

  it('that goes ahead of the clock says of what', async () => {
    await push(desk);
    await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 });
    const gone = kid('previous');
    await revoke({ override: 'nobody uses it' });
    expect(newest()?.[2]).toEqual({
      kid: gone,
      reason: 'old',
      compromised: false,
      compromisedSince: null,
      overridden: expect.any(String) as string,
      overrideReason: 'nobody uses it',
    });
  });
});

describe('a next key that is withdrawn', () => {
  const withdraw = (name = kid('next')) =>
    desk.custodian.withdrawKey({ tenant, kid: name, reason: 'in a log', compromised: true });
  const revocation = { reason: 'in a log', compromised: true, compromisedSince: null };

  it.each([false, true])('makes room for one that may leave as it did: %s', async (exportable) => {
    await desk.custodian.generateNext({ tenant, exportable });
    const gone = kid('next');
    await withdraw();
    expect(states()[gone]).toBe('revoked');
    expect(keyIn(desk, 'next').exportable).toBe(exportable);
    const details = { kid: gone, next: kid('next'), announced: false, ...revocation };
    expect(newest()).toEqual(['key.withdrawn', 'Acme/default', details]);
  });

  it('says whether others saw it', async () => {
    await push(desk);
    await withdraw();
    expect(newest()?.[2]).toMatchObject({ announced: true });
  });

  it('is no other key, and no key is made for it', async () => {
    const before = desk.vault.names();
    const refused = { code: 'KEY_STATE', facts: { kid: kid('current'), state: 'current', needs: 'next' } };
    expect(await failureOf(withdraw(kid('current')))).toMatchObject(refused);
    expect(desk.vault.names()).toEqual(before);
  });
});

describe('an emergency', () => {
  const run = (part = {}) => desk.custodian.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true, ...part });
  const revocation = { reason: 'stolen', compromised: true, compromisedSince: null };

  it('revokes the current key, and next signs', async () => {
    const [current, next] = [kid('current'), kid('next')];
    await run();
    expect(states()).toEqual({ [current]: 'revoked', [next]: 'current', [kid('next')]: 'next' });
    const details = { revoked: current, current: next, next: kid('next'), ...revocation };
    expect(newest()).toEqual(['key.rotated-and-revoked', 'Acme/default', details]);
  });

  it('revokes the next key too, and a key that nobody has seen signs', async () => {
    const [current, next] = [kid('current'), kid('next')];
    await run({ nextToo: true });
    expect(states()).toEqual({
      [current]: 'revoked',
      [next]: 'revoked',
      [kid('current')]: 'current',
      [kid('next')]: 'next',
    });
    const details = { revoked: current, withdrawn: next, current: kid('current'), next: kid('next'), ...revocation };
    expect(newest()).toEqual(['key.rotated-and-revoked', 'Acme/default', details]);
  });

  it.each([false, true])('leaves keys that may leave as the one before did: next too is %s', async (nextToo) => {
    await desk.custodian.generateNext({ tenant, exportable: false });
    if (nextToo) {
      await desk.custodian.rotateRing({ tenant });
    }
    await run({ nextToo });
    expect(keyIn(desk, 'next').exportable).toBe(false);
  });

  it.each([false, true])('is refused where another key signs by now: next too is %s', async (nextToo) => {
    const acting = whileAKeyIsMade(() => desk.custodian.rotateRing({ tenant }));
    const refused = acting.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true, nextToo });
    expect(await failureOf(refused)).toMatchObject(changed);
  });

  it.each([false, true])('is refused where another key waits by now: next too is %s', async (nextToo) => {
    const acting = whileAKeyIsMade(() => desk.custodian.generateNext({ tenant }));
    const refused = acting.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true, nextToo });
    expect(await failureOf(refused)).toMatchObject(changed);
  });

  it('with nextToo in a ring of keys that are brought in makes the one that signs, and no more', async () => {
    const own = { tenantId: keysOf(desk)[0]?.tenantId ?? '', ringId: 'own', alg: 'ES256' } as const;
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) => {
      writer.addRing({
        ...aRing,
        id: 'own',
        name: 'own',
        tenantId: own.tenantId,
        alg: 'ES256',
        bits: null,
        brought: true,
      });
      writer.addKey(aKey({ kid: 'signs', state: 'current', ...own }));
    });
    const acting = createCustodian(desk.ports);
    const { keys } = await acting.rotateAndRevoke({
      tenant,
      ring: 'own',
      reason: 'r',
      compromised: false,
      nextToo: true,
    });
    expect(keys.map((key) => key.state)).toEqual(['current', 'revoked']);
    expect(newest()?.[2]).toMatchObject({ revoked: 'signs', withdrawn: null, next: null });
  });

  it.each([false, true])('needs a key that signs: next too is %s', async (nextToo) => {
    const { tenantId = '' } = keysOf(desk)[0] ?? {};
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addRing({ ...aRing, id: 'own', name: 'own', tenantId }),
    );
    expect(await failureOf(run({ ring: 'own', nextToo }))).toMatchObject({
      code: 'RING_HAS_NO_CURRENT',
      facts: { ring: 'own' },
    });
  });
});

describe('an erasure', () => {
  let gone: SigningKey;
  beforeEach(async () => {
    await desk.custodian.rotateAndRevoke({ tenant, reason: 'stolen', compromised: true });
    gone = keyIn(desk, 'revoked');
  });
  const destroy = (confirm = gone.kid) => desk.custodian.destroyKey({ tenant, kid: gone.kid, confirm });

  it('wants the kid once more', async () => {
    expect(await failureOf(destroy('another'))).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
      facts: { action: { code: 'destroying', kid: gone.kid } },
    });
  });

  it('is scheduled by the policy, and answers with the ring', async () => {
    const { keys } = await destroy();
    expect(keys.find((key) => key.kid === gone.kid)).toMatchObject({ destroyAt: after(DAY), destroyedAt: null });
    const details = { kid: gone.kid, destroyAt: after(DAY) };
    expect(newest()).toEqual(['key.destruction-scheduled', 'Acme/default', details]);
  });

  it('is taken back', async () => {
    await destroy();
    const { keys } = await desk.custodian.keepKey({ tenant, kid: gone.kid });
    expect(keys.find((key) => key.kid === gone.kid)).toMatchObject({ destroyAt: null });
    expect(newest()).toEqual(['key.destruction-cancelled', 'Acme/default', { kid: gone.kid }]);
  });

  it('is done on its day, and no other key goes with it', async () => {
    await destroy();
    const names = desk.vault.names();
    desk.advance(DAY * 1000);
    await desk.custodian.settle();
    expect(keyIn(desk, 'revoked').destroyedAt).toBe(after(DAY));
    expect(names.length - desk.vault.names().length).toBe(1);
    expect(newestEntries(desk, 2)).toEqual([
      ['key.destroyed', tenant, { kid: gone.kid }],
      ['custody.settled', expect.any(String) as string, { purpose: 'remove', removed: true }],
    ]);
  });

  it('settles nothing else where none is due', async () => {
    const at = after(0);
    desk.ports.registry.change({ action: 'test', subject: tenant, details: {} }, (writer) =>
      writer.addIntent({ name: 'key-another', purpose: 'remove', at }),
    );
    await eraseDueKeys(desk.ports);
    expect(desk.ports.registry.read((reader) => reader.intents())).toHaveLength(1);
  });

  it('is not scheduled under a clock that was set back', async () => {
    desk.advance(-10_000);
    expect(await failureOf(destroy())).toMatchObject({ code: 'CLOCK_SET_BACK' });
  });
});

describe('a signature', () => {
  const sign = (part = {}) => desk.custodian.signToken({ tenant, claims: { sub: 'a' }, ttl: 60, ...part });

  it('is told with its key, its algorithm and its end, and counted', async () => {
    const signed = await sign();
    expect(signed).toMatchObject({ kid: kid('current'), alg: 'ES256', expiresAt: after(60) });
    const [header = '', payload = ''] = signed.jws.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header)).toEqual({ alg: 'ES256', kid: kid('current'), typ: 'JWT' });
    expect(JSON.parse(payload)).toEqual({ sub: 'a', iat: START / 1000, exp: START / 1000 + 60 });
    const payloadSha256 = createHash('sha256').update(payload).digest('hex');
    expect(newest()).toEqual(['key.signed', tenant, { kid: kid('current'), purpose: 'token', payloadSha256 }]);
    expect(keyIn(desk, 'current')).toMatchObject({ uses: 1, lastUsedAt: after(0) });
    desk.advance(5000);
    await sign();
    expect(keyIn(desk, 'current')).toMatchObject({ uses: 2, lastUsedAt: after(5) });
  });

  it('is of the ring that is named', async () => {
    await desk.custodian.addRing({ tenant, alg: 'ES384', name: 'second' });
    expect(await sign({ ring: 'second' })).toMatchObject({ alg: 'ES384' });
    expect(await failureOf(sign({ ring: 'none' }))).toMatchObject({ code: 'RING_NOT_FOUND' });
  });

  it('is refused in a ring without a current key', async () => {
    await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'own', empty: true });
    expect(await failureOf(sign({ ring: 'own' }))).toMatchObject({
      code: 'RING_HAS_NO_CURRENT',
      facts: { ring: 'own' },
    });
  });

  it('is of no key that waits', async () => {
    expect(await failureOf(sign({ kid: kid('next') }))).toMatchObject({
      code: 'KEY_STATE',
      facts: { kid: kid('next'), state: 'next', action: 'signing', needs: 'current' },
    });
  });

  it('is of no tenant that was put aside', async () => {
    await desk.custodian.archiveTenant({ tenant, reason: 'gone' });
    expect(await failureOf(sign())).toMatchObject({ code: 'TENANT_ARCHIVED' });
  });
});

describe('the claims that are signed', () => {
  const now = START / 1000;
  const claims = (given: ParsedArgsOf<'token.sign'>['claims'], ttl = 60) =>
    claimsToSign(desk.ports, { claims: given, ttl });
  const tooFar = expect.objectContaining({
    code: 'INPUT_INVALID',
    facts: { field: 'claims.exp', problem: { code: 'too-far', seconds: MAX_TOKEN_SECONDS } },
  }) as Error;

  it.each<[ParsedArgsOf<'token.sign'>['claims'], object]>([
    [{}, { iat: now, exp: now + 60 }],
    [
      { sub: 'a', iat: 5 },
      { sub: 'a', iat: 5, exp: now + 60 },
    ],
    [{ exp: now - 1 }, { iat: now, exp: now - 1 }],
    [{ exp: now + MAX_TOKEN_SECONDS }, { iat: now, exp: now + MAX_TOKEN_SECONDS }],
  ])('%j become %j', (given, signed) => {
    expect(claims(given)).toEqual(signed);
  });

  it.each<[number | string | null]>([[now + MAX_TOKEN_SECONDS + 1], ['soon'], [null]])(
    'end in time: not at %j',
    (exp) => {
      expect(() => claims({ exp })).toThrow(tooFar);
      expect(() => checkClaims(desk.ports, { claims: { exp }, ttl: 60 })).toThrow(tooFar);
    },
  );

  it('count whole seconds', () => {
    desk.advance(999);
    expect(claims({})).toEqual({ iat: now, exp: now + 60 });
  });

  it('are checked without being signed', () => {
    expect(checkClaims(desk.ports, { claims: {}, ttl: 60 })).toBeUndefined();
    expect(keyIn(desk, 'current').uses).toBe(0);
  });
});

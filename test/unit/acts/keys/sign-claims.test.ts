// A signature, to the letter: what is signed, by which key, until when, and what is recorded of it.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkClaims, claimsToSign } from '../../../../main/acts/keys/sign.ts';
import type { ParsedArgsOf } from '../../../../shared/contract.ts';
import { MAX_TOKEN_SECONDS } from '../../../../shared/domain/limits.ts';
import { START } from '../../../support/desk.ts';
import { acmeForEach } from '../../../support/acme.ts';
import { after } from '../../../support/on-record.ts';
import { failureOf } from '../../../support/outcome.ts';
import { keyIn } from '../../../support/tenant-keys.ts';

const tenant = 'Acme';
const { desk, kid, newest } = acmeForEach();

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

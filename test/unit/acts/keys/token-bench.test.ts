// What the token bench says of a token: who of ours signed it, and whether it would be accepted.
import { readToken } from '../../../../main/acts/keys/token-bench.ts';
import { beforeEach, expect, it } from 'vitest';
import type { TokenProblem } from '../../../../shared/domain/token/token.ts';
import { ofKey } from '../../../../main/acts/custody/custody.ts';
import { compactJws, signJws } from '../../../../main/acts/custody/jws.ts';
import { ACME, START } from '../../../support/desk.ts';
import { keyIn } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const NOW = START / 1000;

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const read = (jws: string) => desk.custodian.readToken({ tenant, jws });

/** Signed as no act of ours would. */
const signed = (claims: Record<string, unknown>, key = keyIn(desk, 'current'), kid = key.kid): Promise<string> =>
  ofKey(key, async (name) =>
    compactJws(await signJws(desk.ports.keys, name, { alg: key.alg, kid, typ: 'JWT' }, JSON.stringify(claims))),
  );

it('accepts what a key of ours signed, pasted as it may be', async () => {
  const { jws, kid } = await desk.custodian.signToken({ tenant, claims: { sub: 'a' }, ttl: 60 });
  for (const pasted of [jws, `  ${jws}\n`, `Bearer ${jws}`, `bearer   ${jws}`]) {
    expect(await read(pasted)).toMatchObject({
      header: { kid, alg: 'RS256' },
      claims: { sub: 'a', iat: NOW, exp: NOW + 60 },
      signedBy: { kid, state: 'current', alg: 'RS256' },
      accepted: true,
      problems: [],
    });
  }
});

it.each<[string, Record<string, unknown>, TokenProblem[]]>([
  ['without an end', {}, ['no-expiry']],
  ['with an end that is no number', { exp: 'soon' }, ['no-expiry']],
  ['that ended', { exp: NOW - 61 }, ['expired']],
  ['that ended within what clocks differ', { exp: NOW - 60 }, []],
  ['that begins later', { exp: NOW + 500, nbf: NOW + 61 }, ['not-yet-valid']],
  ['that begins within what clocks differ', { exp: NOW + 500, nbf: NOW + 60 }, []],
  ['from the future', { exp: NOW + 500, iat: NOW + 61 }, ['issued-in-the-future']],
  ['from within what clocks differ', { exp: NOW + 500, iat: NOW + 60 }, []],
])('says what is wrong with a token %s', async (_what, claims, problems) => {
  expect(await read(await signed(claims))).toMatchObject({ problems, accepted: problems.length === 0 });
});

it('says by whom it was signed when the kid names another, or none', async () => {
  const token = await signed({ exp: NOW + 60 }, keyIn(desk, 'current'), keyIn(desk, 'next').kid);
  expect(await read(token)).toMatchObject({
    signedBy: { kid: keyIn(desk, 'current').kid },
    problems: ['kid-does-not-match'],
    accepted: false,
  });
});

it('accepts nothing from a key that is not in use yet, or no more', async () => {
  const [next, current] = [keyIn(desk, 'next'), keyIn(desk, 'current')];
  const [early, late] = [await signed({ exp: NOW + 60 }, next), await signed({ exp: NOW + 60 }, current)];
  expect(await read(early)).toMatchObject({ signedBy: { state: 'next' }, problems: ['signer-not-in-use'] });
  await desk.custodian.rotateAndRevoke({ tenant, reason: 'lost', compromised: true });
  expect(await read(late)).toMatchObject({ signedBy: { state: 'revoked' }, problems: ['signer-revoked'] });
  expect(await read(early)).toMatchObject({ problems: [], accepted: true });
  const replaced = keyIn(desk, 'next');
  const token = await signed({ exp: NOW + 60 }, replaced);
  await desk.custodian.generateNext({ tenant });
  expect(await read(token)).toMatchObject({ signedBy: { state: 'replaced' }, problems: ['signer-not-in-use'] });
});

it('accepts nothing that nobody of ours signed, and says what is unsafe about it', async () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged = (header: object) => `${part(header)}.${part({ exp: NOW + 60 })}.AAAA`;
  const cases: [object, TokenProblem[]][] = [
    [{ alg: 'RS256' }, ['unknown-signer']],
    [{ alg: 'none' }, ['unknown-signer', 'unsafe-algorithm']],
    [{ alg: 'HS256' }, ['unknown-signer', 'unsafe-algorithm']],
    [{ alg: 'RS256', crit: ['exp'] }, ['unknown-signer', 'critical-extension']],
  ];
  for (const [header, problems] of cases) {
    expect(await read(forged(header))).toMatchObject({ signedBy: null, accepted: false, problems });
  }
});

it.each(['', 'a.b', 'a.b.c', 'W10.W10.AAAA', `${Buffer.from('{}').toString('base64url')}.W10.AAAA`, 'e30.e30.a.b'])(
  'takes %j for no token',
  async (jws) => {
    await expect(read(jws)).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'token' } });
  },
);

it('reads a header and claims as they are, and takes no other text before them for a part of it', async () => {
  const { jws } = await desk.custodian.signToken({ tenant, claims: { sub: 'a' }, ttl: 60 });
  const notRead = { code: 'INPUT_INVALID', facts: { field: 'token', problem: { code: 'no-token' } } };
  await expect(read(`x Bearer ${jws}`)).rejects.toMatchObject(notRead);
  await expect(read(`${jws}.more`)).rejects.toMatchObject(notRead);
  await expect(read('null.null.')).rejects.toMatchObject(notRead);
});

it('tries the key that is named first, and all of them where the name is of no use', async () => {
  const token = await signed({ exp: NOW + 60 }, keyIn(desk, 'current'), 'of somebody else');
  const tried: string[] = [];
  const { reading } = desk.ports;
  const noting: typeof reading = {
    ...reading,
    verify(compact, jwk, alg) {
      tried.push(jwk.kid);
      return reading.verify(compact, jwk, alg);
    },
  };
  const bench = (jws: string) => readToken({ ...desk.ports, reading: noting }, { tenant, jws });
  expect(await bench(token)).toMatchObject({
    signedBy: { kid: keyIn(desk, 'current').kid, state: 'current', alg: 'RS256' },
    problems: ['kid-does-not-match'],
  });
  tried.length = 0;
  await bench(await signed({ exp: NOW + 60 }, keyIn(desk, 'next')));
  expect(tried).toEqual([keyIn(desk, 'next').kid]);
  tried.length = 0;
  await bench(`${Buffer.from('{"alg":"RS256"}').toString('base64url')}.e30.AAAA`);
  expect(tried).toHaveLength(2);
});

it.each<[object, TokenProblem[]]>([
  [{ alg: 'HS512' }, ['unsafe-algorithm']],
  [{ alg: 'ES256' }, []],
  [{ alg: 'xHS' }, []],
  [{}, []],
  [{ alg: 'none', crit: [] }, ['unsafe-algorithm', 'critical-extension']],
])('says what is unsafe about a header: %j', async (header, problems) => {
  const part = Buffer.from(JSON.stringify(header)).toString('base64url');
  const claims = Buffer.from(JSON.stringify({ exp: NOW, nbf: 'x', iat: 'x' })).toString('base64url');
  expect(await read(`${part}.${claims}.AAAA`)).toMatchObject({
    header,
    signedBy: null,
    accepted: false,
    problems: ['unknown-signer', ...problems],
  });
});

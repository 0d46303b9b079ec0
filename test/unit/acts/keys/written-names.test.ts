// How an Ed25519 ring calls its algorithm: most verifiers in the field know “EdDSA” and refuse the newer name.
import { beforeEach, describe, expect, it } from 'vitest';
import type { WrittenName } from '../../../../shared/domain/algorithms.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';

const desk = deskForEach();
beforeEach(async () => {
  await desk.custodian.addTenant({
    name: tenant,
    domain: 'id.acme.example',
    customDomain: null,
    environment: 'development',
    endpoint: 'jwks',
    apiBaseUrl: 'http://127.0.0.1:9/jwks',
    jwksUrl: 'http://127.0.0.1:9/.well-known/jwks.json',
  });
});

const headerOf = (jws: string): unknown => JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString());

describe('an Ed25519 ring', () => {
  it.each<[WrittenName, { writtenAs?: WrittenName }]>([
    ['EdDSA', {}],
    ['Ed25519', { writtenAs: 'Ed25519' }],
  ])('writes %s into its JWKs and tokens, also after a rotation and a reissue', async (name, chosen) => {
    const { keys } = await desk.custodian.addRing({ tenant, alg: 'Ed25519', name: 'ed', ...chosen });
    expect(keys.map(({ jwk }) => jwk.alg)).toEqual([name, name]);
    await desk.custodian.rotateRing({ tenant, ring: 'ed' });
    const { rings } = desk.custodian.showTenant({ tenant });
    const now = rings.flatMap((view) => (view.ring.name === 'ed' ? view.keys : []));
    expect(new Set(now.map(({ jwk }) => jwk.alg))).toEqual(new Set([name]));
    const { kid } = now.find(({ state }) => state === 'current') ?? { kid: '' };
    await desk.custodian.reissueCertificate({ tenant, kid, days: 30, usage: 'signature', dnsNames: [], purposes: [] });
    const { jws } = await desk.custodian.signToken({ tenant, ring: 'ed', claims: { sub: 'x' }, ttl: 60 });
    expect(headerOf(jws)).toMatchObject({ alg: name, kid });
    expect(await desk.custodian.readToken({ tenant, jws })).toMatchObject({ accepted: true });
  });

  it('takes no name of another algorithm, and others have one name', async () => {
    const wrong = { tenant, alg: 'Ed25519', name: 'ed', writtenAs: 'RS256' } as const;
    await expect(desk.custodian.addRing(wrong)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect((await desk.custodian.addRing({ tenant, alg: 'ES256', name: 'ec' })).ring.writtenAs).toBeNull();
  });
});

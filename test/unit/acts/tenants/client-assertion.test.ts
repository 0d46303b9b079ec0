// A key in custody proves the client at a token endpoint that judges it as the tenant does: the whole way of a push to a
// tenant of the kind auth0, with no secret on it.
import { beforeEach, expect, it } from 'vitest';
import { type SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME } from '../../../support/desk.ts';
import { signsTokens } from '../../../../main/acts/tenants/client-assertion.ts';
import { AT, aKey, aTenant } from '../../../support/keys.ts';
import { push } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const empty = new Uint8Array();

const desk = deskForEach();
beforeEach(async () => {
  const { url } = await desk.sandbox.start();
  await desk.custodian.addTenant({
    ...ACME,
    endpoint: 'auth0',
    apiBaseUrl: `${url}/${ACME.domain}/api/v2`,
    jwksUrl: `${url}/${ACME.customDomain}/.well-known/jwks.json`,
  });
});

function keyOf(ring: string): SigningKey {
  const { rings } = desk.custodian.showTenant({ tenant });
  const key = rings.find((view) => view.ring.name === ring)?.keys.find(({ state }) => state === 'current');
  if (key === undefined) {
    throw new Error(`no current key in ${ring}`);
  }
  return key;
}

async function proveBy(key: SigningKey, registered: SigningKey): Promise<void> {
  const registration = { domain: ACME.domain, customDomain: ACME.customDomain, publicKey: registered.jwk };
  const { clientId } = await desk.sandbox.registerKey(registration);
  const order = { tenant, kind: 'private-key-jwt', clientId, kid: key.kid } as const;
  await desk.custodian.credentials.store(order, { secret: empty, certificate: empty, key: empty });
}

const assertions = (): unknown[] =>
  desk.custodian
    .listAudit({ afterSeq: 0, limit: 1000 })
    .filter(({ details }) => details['purpose'] === 'client assertion')
    .map(({ details }) => details['kid']);

it.each(['RS256', 'RS384', 'PS256'] as const)('%s: lets the push in, and is recorded', async (alg) => {
  if (alg !== 'RS256') {
    await desk.custodian.addRing({ tenant, alg });
  }
  const key = keyOf(alg === 'RS256' ? 'default' : alg.toLowerCase());
  await proveBy(key, key);
  expect((await push(desk)).kids).toContain(key.kid);
  expect(assertions()).toEqual([key.kid]);
  // Another day, another token, another assertion.
  desk.advance(86_400_000);
  await desk.custodian.previewPublication({ tenant });
  expect(assertions()).toEqual([key.kid, key.kid]);
});

it('lets nobody in by a key that was not registered', async () => {
  await desk.custodian.addRing({ tenant, alg: 'PS256' });
  await proveBy(keyOf('ps256'), keyOf('default'));
  await expect(push(desk)).rejects.toMatchObject({ code: 'REMOTE_UNAUTHORISED' });
});

it('counts a key as one of tokens once it was announced or seen, or is of the tenant that is pushed to', () => {
  const elsewhere = { ...aTenant, id: 'another' };
  expect(signsTokens(aKey(), elsewhere)).toBe(false);
  expect(signsTokens(aKey({ announcedAt: AT }), elsewhere)).toBe(true);
  expect(signsTokens(aKey({ publishedAt: AT }), elsewhere)).toBe(true);
  expect(signsTokens(aKey({ tenantId: 'another' }), elsewhere)).toBe(true);
});

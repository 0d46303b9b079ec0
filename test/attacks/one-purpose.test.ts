// A key serves one purpose: one that signs tokens in production is not taken as the proof of a client, and a proof says by
// its type what it is.
import { decodeProtectedHeader } from 'jose';
import { beforeEach, expect, it } from 'vitest';
import { createTokenSource } from '../../main/tenant/client-credentials.ts';
import { proveClient } from '../../main/tenant/client-proof.ts';
import { kidIn } from '../support/tenant-keys.ts';
import { deskForEach } from '../support/desk-for-each.ts';
import { createKeyWorkshop } from '../support/workshop.ts';
import { ACME } from '../support/desk.ts';

const desk = deskForEach();
beforeEach(async () => {
  const auth0 = { ...ACME, endpoint: 'auth0', environment: 'production' } as const;
  await desk.custodian.addTenant(auth0);
  await desk.custodian.addTenant({ ...auth0, name: 'Clients', domain: 'clients.example', customDomain: null });
});

const store = (kid: string, override?: string) =>
  desk.custodian.credentials.store(
    { tenant: 'Acme', kind: 'private-key-jwt', clientId: 'app', kid, override },
    { secret: Buffer.alloc(0), certificate: Buffer.alloc(0), key: Buffer.alloc(0) },
  );

it('refuses a production token key as the proof of a client, and records a reason that overrides it', async () => {
  const kid = kidIn(desk, 'Acme', 'current');
  const order = { tenant: 'Acme', kind: 'private-key-jwt', clientId: 'app', kid } as const;
  expect(() => desk.custodian.credentials.place(order)).toThrow(expect.objectContaining({ code: 'KEY_FOR_TOKENS' }));
  await expect(store(kid)).rejects.toMatchObject({ code: 'KEY_FOR_TOKENS', facts: { tenant: 'Acme', kid } });
  expect(await store(kid, 'until the client has a key of its own')).toMatchObject({ alsoSignsTokens: true });
  const last = desk.custodian.listAudit({ afterSeq: 0, limit: 100 }).at(-1);
  expect(last).toMatchObject({
    action: 'tenant.credentials-stored',
    details: { alsoSignsTokens: true, overrideReason: 'until the client has a key of its own' },
  });
});

it('takes a key of a record of its own, which was never published', async () => {
  const facts = await store(kidIn(desk, 'Clients', 'current'));
  expect(facts).not.toHaveProperty('alsoSignsTokens');
});

it('says by its type that it proves a client, and says it the former way once where that is not known', async () => {
  const kid = kidIn(desk, 'Clients', 'current');
  const keyId =
    desk.ports.registry.read((reader) => reader.keys(reader.tenantByName('Clients')?.id ?? ''))[0]?.id ?? '';
  const credential = { kind: 'private-key-jwt', clientId: 'app', kid, keyId, origin: null } as const;
  const { clock, random } = desk.ports;
  const workshop = createKeyWorkshop();
  const sign = async (_: unknown, claims: Record<string, unknown>, type: string): Promise<string> =>
    workshop.sign(await desk.vault.get(`key-${keyId}`).catch(() => made), 'RS256', kid, claims, type);
  const { pkcs8: made } = await workshop.generate('RS256', 2048);
  const asked: unknown[] = [];
  const source = (knows: string) =>
    createTokenSource({
      tokenUrl: 'https://acme.example/oauth/token',
      audience: 'https://acme.example/api/v2/',
      prove: () => proveClient(credential, { audience: 'https://acme.example/', sign, clock, random }),
      clock,
      fetch: async (_, init) => {
        const assertion = (init?.body instanceof URLSearchParams ? init.body.get('client_assertion') : null) ?? '';
        const { typ } = decodeProtectedHeader(assertion);
        asked.push(typ);
        return typ === knows
          ? Response.json({ access_token: 'token', token_type: 'Bearer', expires_in: 600 })
          : Response.json({ error: 'invalid_client' }, { status: 401 });
      },
    });
  await source('client-authentication+jwt').token([]);
  expect(asked.splice(0)).toEqual(['client-authentication+jwt']);
  await source('JWT').token([]);
  expect(asked.splice(0)).toEqual(['client-authentication+jwt', 'JWT']);
  await expect(source('another').token([])).rejects.toMatchObject({ code: 'REMOTE_UNAUTHORISED' });
  expect(asked).toEqual(['client-authentication+jwt', 'JWT']);
});

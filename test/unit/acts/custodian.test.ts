import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretName } from '../../../main/ports/secret-name.ts';
import { wholeVerdict } from '../../../main/acts/audit/audit.ts';
import type { KeyState } from '../../../shared/domain/limits.ts';
import type { RingView } from '../../../shared/domain/key-ring/ring.ts';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { ACME } from '../../support/desk.ts';
import { keyIn, push } from '../../support/tenant-keys.ts';
import { deskForEach } from '../../support/desk-for-each.ts';

const desk = deskForEach();

const tenant = 'Acme';
const states = (view: RingView): KeyState[] => view.keys.map((key) => key.state);

const inState = (state: KeyState): SigningKey => keyIn(desk, state);

function rsaPem(): Buffer {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

/** Every record has its secret and every secret its record. */
function expectStoresAgree(): void {
  const recorded = desk.ports.registry.read((reader) =>
    reader.tenants().flatMap((found) => reader.keys(found.id).map((key) => secretName(key.id))),
  );
  expect(
    desk.vault
      .names()
      .filter((name) => name.startsWith('key-'))
      .sort(),
  ).toEqual(recorded.sort());
  expect(desk.ports.registry.read((reader) => reader.intents())).toEqual([]);
  expect(desk.ports.registry.read((reader) => wholeVerdict(reader, null).ok)).toBe(true);
}

describe('custody of a tenant', () => {
  it('starts with one next and one current key, both held in the keychain', async () => {
    const view = await desk.custodian.addTenant(ACME);
    expect(view.rings.map(({ ring }) => [ring.name, ring.alg, ring.bits])).toEqual([['default', 'RS256', 2048]]);
    expect(states(view.rings[0] as RingView)).toEqual(['next', 'current']);
    expectStoresAgree();
    await expect(desk.custodian.addTenant({ ...ACME, name: 'ACME' })).rejects.toMatchObject({ code: 'TENANT_EXISTS' });
    expectStoresAgree();
  });

  it.each([
    ['in the other case', 'MÜLLER'],
    ['with its accent apart', 'Mu\u0308ller'],
  ])('knows a name %s as the same, to find a tenant and to refuse a second one', async (_how, name) => {
    await desk.custodian.addTenant({ ...ACME, name: 'Müller' });
    expect(desk.custodian.showTenant({ tenant: name }).tenant.name).toBe('Müller');
    await expect(desk.custodian.addTenant({ ...ACME, name })).rejects.toMatchObject({ code: 'TENANT_EXISTS' });
  });

  it('rotates and then revokes the previous key, which never comes back', async () => {
    await desk.custodian.addTenant(ACME);
    const [first, second] = [inState('current'), inState('next')];
    const view = await desk.custodian.rotateRing({ tenant, reason: 'yearly' });
    expect(states(view)).toEqual(['next', 'current', 'previous']);
    expect([inState('current').kid, inState('previous').kid]).toEqual([second.kid, first.kid]);
    await desk.custodian.revokeKey({ tenant, kid: first.kid, reason: 'retired', compromised: false });
    expect(inState('revoked').revocation).toEqual({ reason: 'retired', compromised: false, compromisedSince: null });
    const old = await desk.vault.get(secretName(inState('revoked').id));
    await expect(desk.custodian.importKey({ tenant, as: 'previous' }, old)).rejects.toMatchObject({
      code: 'KEY_REVOKED_BEFORE',
      facts: { kid: first.kid },
    });
    expectStoresAgree();
  });

  it('does not rotate to a key that the officer did not see', async () => {
    await desk.custodian.addTenant(ACME);
    const { kid } = inState('next');
    const both = await Promise.allSettled([
      desk.custodian.rotateRing({ tenant, expectNext: kid }),
      desk.custodian.rotateRing({ tenant, expectNext: kid }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'RING_CHANGED' } });
    expect(inState('current').kid).toBe(kid);
    expectStoresAgree();
  });

  it('takes an own key as current in place of one that nobody has seen, and overwrites the file it was given', async () => {
    await desk.custodian.addTenant(ACME);
    const file = rsaPem();
    await desk.custodian.importKey({ tenant, as: 'current', kid: 'our-key-2024' }, file);
    expect(inState('current')).toMatchObject({ kid: 'our-key-2024', provenance: { kind: 'imported' } });
    expect(file.every((byte) => byte === 0)).toBe(true);
    expectStoresAgree();
  });

  it('refuses the same key twice in a tenant, and a kid that is taken', async () => {
    await desk.custodian.addTenant(ACME);
    const file = rsaPem();
    await desk.custodian.importKey({ tenant, as: 'previous' }, Buffer.from(file));
    await expect(desk.custodian.importKey({ tenant, as: 'next' }, Buffer.from(file))).rejects.toMatchObject({
      code: 'KEY_EXISTS',
    });
    const taken = { tenant, as: 'previous' as const, kid: inState('current').kid };
    await expect(desk.custodian.importKey(taken, rsaPem())).rejects.toMatchObject({ code: 'KEY_KID_TAKEN' });
    expectStoresAgree();
  });

  it('changes nothing when the keychain is locked', async () => {
    await desk.custodian.addTenant(ACME);
    const before = desk.custodian.showTenant({ tenant });
    desk.vault.become('locked');
    await expect(desk.custodian.rotateRing({ tenant })).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    await expect(desk.custodian.addTenant({ ...ACME, name: 'Other' })).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
    expect(desk.custodian.showTenant({ tenant })).toEqual(before);
    desk.vault.become('available');
    await desk.custodian.settle();
    expectStoresAgree();
  });

  it('removes at the next start what a crash left between the two stores', async () => {
    expect.hasAssertions();
    await desk.custodian.addTenant(ACME);
    const at = new Date().toISOString();
    desk.ports.registry.noteIntents([{ name: 'key-orphan', purpose: 'write', at }]);
    await desk.vault.put('key-orphan', new Uint8Array([1]));
    await desk.custodian.settle();
    expectStoresAgree();
  });

  it('says which key it misses when the keychain lost one', async () => {
    await desk.custodian.addTenant(ACME);
    const { id, kid } = inState('current');
    await desk.vault.remove(secretName(id));
    await expect(desk.custodian.signToken({ tenant, claims: {}, ttl: 60 })).rejects.toMatchObject({
      code: 'VAULT_SECRET_MISSING',
      facts: { kid },
    });
  });

  it('takes back a tenant that was never put to use, and no other', async () => {
    await desk.custodian.addTenant(ACME);
    await desk.custodian.removeTenant({ tenant });
    expect(desk.custodian.listTenants()).toEqual([]);
    expect(desk.vault.names().filter((name) => name.startsWith('key-'))).toEqual([]);
    await desk.custodian.addTenant(ACME);
    await push(desk);
    await expect(desk.custodian.removeTenant({ tenant })).rejects.toMatchObject({ code: 'TENANT_IN_SERVICE' });
    expectStoresAgree();
  });
});

describe('publication', () => {
  it('pushes what was previewed, reads it back, and proves it from outside', async () => {
    await desk.custodian.addTenant(ACME);
    const preview = await desk.custodian.previewPublication({ tenant });
    expect(preview.diff.map(({ kind }) => kind)).toEqual(['added', 'added']);
    expect(preview.body).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
    const { publication } = await desk.custodian.pushPublication({ tenant, hash: preview.hash });
    expect(publication.kids).toEqual([inState('current').kid, inState('next').kid]);
    expect(inState('next').publishedAt).not.toBeNull();
    expect((await desk.custodian.previewPublication({ tenant })).upToDate).toBe(true);
    const [proof] = await desk.custodian.provePublication({ tenant });
    expect(proof).toMatchObject({ ok: true, kid: inState('current').kid });
    expect(inState('current').uses).toBe(1);
  });

  it('is not proven before it was pushed', async () => {
    await desk.custodian.addTenant(ACME);
    const [proof] = await desk.custodian.provePublication({ tenant });
    expect(proof).toMatchObject({ ok: false });
  });

  it('refuses a push when the ring changed after the preview', async () => {
    await desk.custodian.addTenant(ACME);
    const { hash } = await desk.custodian.previewPublication({ tenant });
    await desk.custodian.rotateRing({ tenant });
    await expect(desk.custodian.pushPublication({ tenant, hash })).rejects.toMatchObject({
      code: 'PUBLISH_CHANGED',
    });
  });

  it('does not replace a next key that was announced', async () => {
    await desk.custodian.addTenant(ACME);
    await desk.custodian.generateNext({ tenant });
    await push(desk);
    await expect(desk.custodian.generateNext({ tenant })).rejects.toMatchObject({ code: 'RING_NEXT_ANNOUNCED' });
    expectStoresAgree();
  });

  it('takes a revoked key down with the next push', async () => {
    await desk.custodian.addTenant(ACME);
    await push(desk);
    desk.advance(60_000);
    await desk.custodian.rotateRing({ tenant });
    const { kid } = inState('previous');
    await push(desk);
    desk.advance(65_000);
    await desk.custodian.revokeKey({ tenant, kid, reason: 'retired', compromised: false });
    const preview = await desk.custodian.previewPublication({ tenant });
    expect(preview.diff.find((entry) => entry.kid === kid)?.kind).toBe('removed');
    expect((await push(desk)).kids).not.toContain(kid);
  });
});

describe('rings', () => {
  it('are added with an algorithm that the tenant can take', async () => {
    await desk.custodian.addTenant(ACME);
    const view = await desk.custodian.addRing({ tenant, alg: 'ES256' });
    expect([view.ring.name, view.ring.bits, states(view)]).toEqual(['es256', null, ['next', 'current']]);
    await expect(desk.custodian.addRing({ tenant, alg: 'ES256' })).rejects.toMatchObject({ code: 'RING_EXISTS' });
    await expect(desk.custodian.addRing({ tenant, alg: 'Ed25519' })).rejects.toMatchObject({
      code: 'RING_ALGORITHM_NOT_PUSHABLE',
    });
    await expect(desk.custodian.addRing({ tenant, alg: 'ES384', bits: 2048 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    expectStoresAgree();
  });

  it('keeps the private keys out of the registry and out of the audit chain', async () => {
    await desk.custodian.addTenant(ACME);
    const pkcs8 = await desk.vault.get(secretName(inState('current').id));
    const privatePart = Buffer.from(pkcs8).subarray(400, 460).toString('base64').slice(4, 60);
    const everything = JSON.stringify(
      desk.ports.registry.read((reader) => [desk.custodian.showTenant({ tenant }), reader.audit(0, 1000)]),
    );
    expect(everything).not.toContain(privatePart);
  });
});

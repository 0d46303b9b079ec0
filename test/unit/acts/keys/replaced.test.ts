// Nothing is burned silently: what an officer brought in, handed over or gave out makes room only when it is named; it is
// replaced then, not revoked, and may come back.
import { beforeEach, describe, expect, it } from 'vitest';
import { secretName } from '../../../../main/ports/secret-name.ts';
import type { KeyState } from '../../../../shared/domain/limits.ts';
import type { SigningKey } from '../../../../shared/domain/key-ring/key.ts';
import { ACME } from '../../../support/desk.ts';
import { rsaPem } from '../../../support/own-files.ts';
import { keysOf } from '../../../support/tenant-keys.ts';
import { deskForEach } from '../../../support/desk-for-each.ts';

const tenant = 'Acme';
const DAY = 86_400_000;

const desk = deskForEach();
beforeEach(() => desk.custodian.addTenant(ACME));

const keys = (name = tenant): SigningKey[] => keysOf(desk, name);
const named = (kid: string): SigningKey | undefined => keys().find((key) => key.kid === kid);
const nextKid = (): string => keys().find(({ state }) => state === 'next')?.kid ?? '';
const states = (): KeyState[] => keys().map(({ state }) => state);
const bringIn = (kid: string, file: Uint8Array, more: object = {}) =>
  desk.custodian.importKey({ tenant, as: 'next', kid, ...more }, Uint8Array.from(file));
const lastEntry = () => desk.custodian.listAudit({ afterSeq: 0, limit: 1000 }).at(-1);

describe('a key that was brought in', () => {
  const refused = {
    code: 'KEY_WOULD_BE_REPLACED',
    facts: { ring: 'default', kid: 'own', worth: 'imported' },
  };

  it('stays when another is generated or brought in over it', async () => {
    await bringIn('own', rsaPem());
    const before = keys();
    await expect(desk.custodian.generateNext({ tenant })).rejects.toMatchObject(refused);
    await expect(bringIn('second', rsaPem())).rejects.toMatchObject(refused);
    await expect(desk.custodian.generateNext({ tenant, replace: 'another' })).rejects.toMatchObject({
      code: 'RING_CHANGED',
    });
    expect(keys()).toEqual(before);
  });

  it('makes room when it is named, which the chain says, and its material comes back', async () => {
    const file = rsaPem();
    await bringIn('own', file);
    const id = named('own')?.id ?? '';
    await desk.custodian.generateNext({ tenant, replace: 'own' });
    expect(named('own')).toMatchObject({ state: 'replaced', revocation: null, revokedAt: null });
    expect(named('own')?.replacedAt).not.toBeNull();
    expect(lastEntry()).toMatchObject({ action: 'key.generated', details: { replaced: 'own' } });
    await bringIn('own', file);
    expect(named('own')).toMatchObject({ id, state: 'next', replacedAt: null });
    expect(lastEntry()).toMatchObject({ action: 'key.imported', details: { kid: 'own', back: true } });
    await desk.custodian.rotateRing({ tenant });
    expect(await desk.custodian.signToken({ tenant, claims: {}, ttl: 60 })).toMatchObject({ kid: 'own' });
  });

  it('comes back under another kid and in another place, here and in another tenant', async () => {
    const file = rsaPem();
    await bringIn('own', file);
    await desk.custodian.generateNext({ tenant, replace: 'own' });
    await desk.custodian.addTenant({ ...ACME, name: 'Other' });
    await desk.custodian.importKey({ tenant: 'Other', as: 'next', kid: 'there' }, Uint8Array.from(file));
    await bringIn('renamed', file, { as: 'previous' });
    expect([named('own'), named('renamed')?.state]).toEqual([undefined, 'previous']);
    expect(named('renamed')?.jwk.kid).toBe('renamed');
    expect(keys('Other').find(({ kid }) => kid === 'there')?.state).toBe('next');
  });

  it('comes back after its private key was erased, and one that was made to stay still stays', async () => {
    const file = rsaPem();
    await bringIn('own', file, { exportable: false });
    await desk.custodian.generateNext({ tenant, replace: 'own' });
    const { id = '' } = named('own') ?? {};
    await desk.custodian.destroyKey({ tenant, kid: 'own', confirm: 'own' });
    desk.advance(2 * DAY);
    await desk.custodian.settle();
    expect([desk.vault.names().includes(secretName(id)), named('own')?.state]).toEqual([false, 'replaced']);
    await bringIn('own', file);
    expect(desk.vault.names()).toContain(secretName(id));
    expect(named('own')).toMatchObject({ state: 'next', destroyedAt: null, exportable: false });
  });

  it('is not lost to a rotation that is taken back', async () => {
    await desk.custodian.rotateRing({ tenant });
    await bringIn('own', rsaPem());
    const abort = (replace?: string) => desk.custodian.abortRotation({ tenant, reason: 'too early', replace });
    await expect(abort()).rejects.toMatchObject(refused);
    await abort('own');
    expect(named('own')?.state).toBe('replaced');
  });

  it('is not displaced as current either', async () => {
    await bringIn('own', rsaPem(), { as: 'current' });
    await expect(bringIn('second', rsaPem(), { as: 'current' })).rejects.toMatchObject(refused);
    await bringIn('second', rsaPem(), { as: 'current', replace: 'own' });
    expect(states()).toEqual(['next', 'current', 'replaced', 'replaced']);
  });
});

describe('a generated key', () => {
  it('makes room without a word, and is not revoked by that', async () => {
    const kid = nextKid();
    await desk.custodian.generateNext({ tenant });
    expect(named(kid)?.state).toBe('replaced');
  });

  it('stays once its private key was handed over', async () => {
    const kid = nextKid();
    const passphrase = Buffer.from('correct horse battery staple');
    const args = { tenant, kid, format: 'pkcs8', to: 'Partner', flavour: 'modern' } as const;
    await desk.custodian.handOver(args, { passphrase, recipient: null }, async () => undefined);
    await expect(desk.custodian.generateNext({ tenant })).rejects.toMatchObject({
      code: 'KEY_WOULD_BE_REPLACED',
      facts: { kid, worth: 'handed-over' },
    });
    const valued = () => desk.custodian.showTenant({ tenant }).rings[0]?.valued;
    expect(valued()).toEqual({ [kid]: 'handed-over' });
    // One that nothing can take the place of any more is not listed.
    await desk.custodian.rotateRing({ tenant });
    await desk.custodian.rotateRing({ tenant });
    expect(valued()).toEqual({});
  });

  it('stays once consumers were given its public key', async () => {
    const kid = nextKid();
    await desk.custodian.confirmConsumers({ tenant, kid });
    await expect(desk.custodian.generateNext({ tenant })).rejects.toMatchObject({ facts: { kid, worth: 'given-out' } });
  });
});

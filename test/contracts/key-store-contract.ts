// What every kind of key store must do. The same suite runs on software keys in memory and in the keychain, real and not, and
// on a store that gives no key out.
import { createPublicKey, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReading } from '../../main/reading/reading.ts';
import type { KeptKey, KeyStore } from '../../main/ports/key-store.ts';
import { publicJwk } from '../../main/formats/public-jwk.ts';
import { compactJws, signJws } from '../../main/acts/custody/jws.ts';
import { SIGNING_ALGORITHMS, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { ringOf } from '../support/rings.ts';
import { leaveOut } from '../support/needs.ts';

interface KeyStoreUnderTest {
  keys: KeyStore;
  /** Locks the store while it is in use. It stays locked: the suite does this last. Left out where it has no lock. */
  lock?(): Promise<void>;
  close?(): Promise<void>;
}

const PROFILE = { commonName: 'acme.eu.auth0.com', notBefore: new Date('2026-11-22T05:30:00Z'), days: 30 };
const reading = createReading();

const orderOf = (alg: SigningAlgorithm) => ({ alg, bits: ringOf(alg).bits, profile: PROFILE });

const isSame = (a: Uint8Array | null, b: Uint8Array): boolean => a !== null && Buffer.compare(a, b) === 0;

export function describeKeyStore(title: string, open: () => Promise<KeyStoreUnderTest>): void {
  describe(`KeyStore: ${title}`, () => {
    let under: KeyStoreUnderTest;
    let keys: KeyStore;
    beforeAll(async () => {
      under = await open();
      keys = under.keys;
    });
    afterAll(() => under.close?.());

    /** What does not hold, through the eyes of somebody who has the certificate alone. */
    async function faultsOf(name: string, alg: SigningAlgorithm, kept: KeptKey): Promise<string[]> {
      const certificate = kept.certificate ?? (await keys.certify(name, alg, PROFILE));
      const jwk = publicJwk(kept.spki, certificate, alg, kept.thumbprint);
      const token = compactJws(await signJws(keys, name, { alg, kid: kept.thumbprint, typ: 'JWT' }, '{"sub":"x"}'));
      const { publicKey } = new X509Certificate(certificate);
      return [
        ...((await reading.verify(token, jwk, alg)) ? [] : ['its token']),
        ...(new X509Certificate(certificate).verify(publicKey) ? [] : ['its certificate']),
        ...(isSame(await keys.publicKey(name), kept.spki) ? [] : ['its public key']),
      ];
    }

    it('says that it is available', async () => {
      expect(await keys.condition()).toMatchObject({ condition: 'available' });
    });

    it.each(SIGNING_ALGORITHMS)('makes a key for %s that signs tokens and its certificate', async (alg) => {
      expect(await faultsOf('key-made', alg, await keys.create('key-made', orderOf(alg)))).toEqual([]);
    });

    it('makes another key under another name, and no certificate unasked', async () => {
      const order = { alg: 'Ed25519', bits: null, profile: null } as const;
      const made = [await keys.create('audit-device-key', order), await keys.create('key-other', order)];
      expect(made.map(({ certificate }) => certificate)).toEqual([null, null]);
      expect(made[0]?.thumbprint).not.toBe(made[1]?.thumbprint);
      const message = Buffer.from('a place in the chain');
      const signature = await keys.sign('audit-device-key', 'Ed25519', message);
      const [first, second] = made.map(({ spki }) =>
        createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }),
      );
      expect(first && verify(null, message, first, signature)).toBe(true);
      expect(second && verify(null, message, second, signature)).toBe(false);
    });

    it('takes a key in from a file, and the same one once more', async () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const file = Buffer.from(privateKey.export({ format: 'pem', type: 'pkcs8' }));
      for (const profile of [PROFILE, null]) {
        const options = { passphrase: null, entry: null, allowSmallExponent: false };
        const read = await reading.privateKey(file, ringOf('ES256'), options);
        using key = read.key;
        const kept = await keys.import('key-brought', key, { alg: 'ES256', bits: null, profile });
        expect(isSame(kept.spki, key.spki) && kept.thumbprint === read.thumbprint).toBe(true);
        expect(await faultsOf('key-brought', 'ES256', kept)).toEqual([]);
      }
    });

    it('certifies a key anew, and asks an authority for a certificate', async () => {
      const kept = await keys.create('key-certified', orderOf('PS256'));
      const anew = await keys.certify('key-certified', 'PS256', { ...PROFILE, commonName: 'other.example' });
      expect(new X509Certificate(anew).subject).toBe('CN=other.example');
      expect(isSame(kept.certificate, anew)).toBe(false);
      const asked = await keys.request('key-certified', 'PS256', 'other.example');
      expect(Buffer.from(asked).includes(Buffer.from(kept.spki))).toBe(true);
    });

    it('says which key is missing', async () => {
      const missing = { code: 'VAULT_SECRET_MISSING', facts: { kid: 'key-never' } };
      await expect(keys.publicKey('key-never')).rejects.toMatchObject(missing);
      await expect(keys.sign('key-never', 'ES256', Buffer.of(1))).rejects.toMatchObject(missing);
      await expect(keys.certify('key-never', 'ES256', PROFILE)).rejects.toMatchObject(missing);
      await expect(keys.request('key-never', 'ES256', 'x.example')).rejects.toMatchObject(missing);
    });

    it('destroys one key and leaves the others, and may be asked again', async () => {
      await keys.create('key-gone', orderOf('ES256'));
      await keys.create('key-stays', orderOf('ES256'));
      await keys.destroy('key-gone');
      await keys.destroy('key-gone');
      await expect(keys.sign('key-gone', 'ES256', Buffer.of(1))).rejects.toMatchObject({
        code: 'VAULT_SECRET_MISSING',
      });
      expect(await keys.tidy('key-stays')).toBe(0);
      expect(await keys.sign('key-stays', 'ES256', Buffer.of(1))).toHaveLength(64);
    });

    it('when locked says so to every call and makes nothing', async (context) => {
      const lock = under.lock ?? (() => leaveOut(context, 'needs a keychain that can be locked'));
      await lock();
      expect(await keys.condition()).toMatchObject({ condition: 'locked' });
      for (const call of [
        () => keys.publicKey('key-stays'),
        () => keys.sign('key-stays', 'ES256', Buffer.of(1)),
        () => keys.certify('key-stays', 'ES256', PROFILE),
        () => keys.create('key-late', orderOf('ES256')),
        () => keys.destroy('key-stays'),
        () => keys.tidy('key-stays'),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
      }
    });
  });
}

// Published vectors for everything that a passphrase opens, and second opinions where there are none.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { joseDocument } from '../../../../main/reading/containers/jose-document.ts';
import { readPkcs12File } from '../../../../main/reading/containers/pkcs12-file.ts';
import { certificatesIn, keysIn } from '../../../../main/reading/contents.ts';
import { derSequence } from '../../../../shared/encoding/der.ts';
import { CIPHERS } from '../../../../main/reading/protection/ciphers.ts';
import { openJwe } from '../../../../main/reading/protection/jwe.ts';
import { pkcs12Derive, PURPOSE } from '../../../../main/reading/protection/pkcs12-kdf.ts';
import { unlock } from '../../../../main/reading/protection/unlock.ts';
import { createWorkBudget } from '../../../../main/reading/protection/work-budget.ts';

const vector = (name: string): string => readFileSync(path.join(import.meta.dirname, '../vectors', name), 'utf8');
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
const unlocking = (passphrase: string, work?: number) => ({
  passphrase: Buffer.from(passphrase),
  isGiven: true,
  budget: createWorkBudget(work),
});

describe('PKCS#8 with scrypt (RFC 7914 §13)', () => {
  const [algorithm, data] =
    derSequence(Buffer.from(vector('rfc7914-13.pem').replaceAll(/-----.*-----/g, ''), 'base64')) ?? [];
  const open = (work?: number): Promise<Uint8Array> =>
    unlock(algorithm, data?.contents ?? new Uint8Array(), unlocking('Rabbit', work), { code: 'text' });

  test('opens with a limit that lets its gigabyte pass', async () => {
    const opened = Buffer.from(await open(20_000_000));
    expect(opened.toString('base64')).toBe(
      'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4RaNK5CuHY3CXr9f/CdVgOhEurMohrQmWbbLZK4ZInyhRANCAARs2WMV6UMlLjLaoc0Dsdnj4Vlffc9Tt48lJU0RiCzXc280Vg/H5fm1xAP1B7UnIVcBqgDHDcfqWm1h/xSeCHXS',
    );
  });

  test('is refused by the limit that files get', async () => {
    await expect(open()).rejects.toMatchObject({
      code: 'KEY_CIPHER_UNSUPPORTED',
      facts: {
        cipher: { code: 'too-much-work', derivation: { code: 'scrypt', cost: 1_048_576, blockSize: 8, lanes: 1 } },
      },
    });
  });
});

test('encrypted JWK (RFC 7517 appendix C)', async () => {
  const document = joseDocument(vector('rfc7517-c.jwe'));
  const jwe = document?.form === 'jwe' ? document.jwe : null;
  expect(jwe?.header).toMatchObject({ alg: 'PBES2-HS256+A128KW', p2c: 4096, enc: 'A128CBC-HS256', cty: 'jwk+json' });
  if (jwe !== null) {
    const jwk: unknown = JSON.parse(
      (await openJwe(jwe, unlocking('Thus from my lips, by yours, my sin is purged.'))).toString(),
    );
    expect(jwk).toMatchObject({ kty: 'RSA', kid: 'juliet@capulet.lit', use: 'enc', e: 'AQAB' });
  }
});

test('PKCS#12 with PBMAC1 (RFC 9579 appendix A.2)', async () => {
  const file = Buffer.from(vector('rfc9579-a2.p12.base64'), 'base64');
  const opened = await readPkcs12File(file, 'DER', unlocking('1234'));
  expect(keysIn(opened).map(({ shape }) => shape.form)).toEqual(['private']);
  expect(certificatesIn(opened)).toHaveLength(1);
  expect(await readPkcs12File(file, 'DER', unlocking('12345'))).toMatchObject({
    refusal: { code: 'KEY_PASSPHRASE_WRONG' },
  });
});

describe('the derivation of PKCS#12', () => {
  // Long known among implementers: passphrase “smeg”, one round of SHA-1.
  test.each([
    ['0A58CF64530D823F', PURPOSE.key, 24, '8AAAE6297B6CB04642AB5B077851284EB7128F1A2A7FBCA3'],
    ['0A58CF64530D823F', PURPOSE.iv, 8, '79993DFE048D3B76'],
    ['3D83C0E4546AC140', PURPOSE.mac, 20, '8D967D88F6CAA9D714800AB3D48051D63F73A312'],
  ] as const)('salt %s, purpose %i', async (salt, purpose, length, wanted) => {
    const passphrase = Buffer.from('smeg\0', 'utf16le').swap16();
    const derived = await pkcs12Derive({ passphrase, salt: hex(salt), rounds: 1, digest: 'sha1', purpose, length });
    expect(derived.toString('hex').toUpperCase()).toBe(wanted);
  });

  test.each(['md5', 'sha1', 'sha256', 'sha384', 'sha512'] as const)('agrees with node-forge for %s', async (digest) => {
    const salt = Buffer.alloc(20, 7);
    for (const passphrase of ['', 'a', 'pässwörd', 'x'.repeat(100)]) {
      const theirs = forge.pkcs12.generateKey(
        passphrase,
        forge.util.createBuffer(salt.toString('latin1')),
        1,
        50,
        150,
        forge.md[digest].create(),
      );
      const form = Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
      const ours = await pkcs12Derive({ passphrase: form, salt, rounds: 50, digest, purpose: 1, length: 150 });
      expect(ours.toString('latin1')).toBe(theirs.getBytes());
    }
  });
});

describe('block ciphers', () => {
  test('DES is 3DES with one key (FIPS 81, CBC example)', async () => {
    const iv = hex('1234567890abcdef');
    const wanted = Buffer.from('Now is the time for all ');
    const encrypted = hex('e5c7cdde872bf27c43e934008c389c0f683788499a7c05f6');
    const key = hex('0123456789abcdef');
    const decipher = createDecipheriv('des-ede3-cbc', Buffer.concat([key, key, key]), iv).setAutoPadding(false);
    expect(Buffer.concat([decipher.update(encrypted), decipher.final()])).toEqual(wanted);
    const padded = createCipheriv('des-ede3-cbc', Buffer.concat([key, key, key]), iv);
    const whole = Buffer.concat([padded.update(wanted), padded.final()]);
    expect(await CIPHERS.des.decrypt(key, iv, whole)).toEqual(wanted);
  });

  // RFC 2268 §5 gives single blocks; with a vector of zeros CBC of one block is the block itself.
  test.each([
    ['ffffffffffffffff', 64, '278b27e42e2f0d49', 'ffffffffffffffff'],
    ['88bca90e90875a7f0f79c384627bafb2', 128, '2269552ab0f85ca6', '0000000000000000'],
  ])('RC2 with the key %s', async (key, bits, encrypted, plain) => {
    const cipher = forge.rc2.createEncryptionCipher(hex(key).toString('latin1'), bits);
    cipher.start(Buffer.alloc(8).toString('latin1'));
    cipher.update(forge.util.createBuffer(hex(plain).toString('latin1')));
    cipher.finish();
    const whole = Buffer.from(cipher.output.getBytes(), 'latin1');
    expect(whole.subarray(0, 8).toString('hex')).toBe(encrypted);
    const ours = bits === 64 ? CIPHERS.rc2Bits64 : CIPHERS.rc2Bits128;
    const decrypted = await ours.decrypt(hex(key), Buffer.alloc(8), whole);
    expect(decrypted?.toString('hex')).toBe(plain);
  });

  test.each(Object.values(CIPHERS))('$name says so when the padding does not fit', async (cipher) => {
    const { keyBytes, blockBytes } = cipher;
    expect(
      await cipher.decrypt(Buffer.alloc(keyBytes, 1), Buffer.alloc(blockBytes), Buffer.alloc(blockBytes * 2)),
    ).toBeNull();
  });
});

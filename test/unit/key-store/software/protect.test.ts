// Protected files of every kind of key, opened again by readers that had no part in writing them: node:crypto, jose, age,
// and our importer. The tools of others are in test/interop/hand-over.test.ts.
import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { createKeyWorkshop } from '../../../support/workshop.ts';
import type { ProtectionOrder } from '../../../../main/ports/key-store.ts';
import type { SigningAlgorithm } from '../../../../shared/domain/algorithms.ts';
import { makeKey, type MadeKey } from '../../../runtime/made-key.ts';

const workshop = createKeyWorkshop();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const order = (part: Partial<ProtectionOrder>): ProtectionOrder => ({
  format: 'p12',
  flavour: 'modern',
  passphrase: null,
  recipient: null,
  ...part,
});
/** Each made once. */
const madeKeys = new Map<SigningAlgorithm, Promise<MadeKey>>();
function keyOf(alg: SigningAlgorithm): Promise<MadeKey> {
  const made = madeKeys.get(alg) ?? makeKey(alg);
  madeKeys.set(alg, made);
  return made;
}
const protect = ({ key, pkcs8 }: MadeKey, part: Partial<ProtectionOrder>) => workshop.protect(pkcs8, key, order(part));
const spkiOf = (key: string | Buffer): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('hex');
const ownSpki = ({ key }: MadeKey): string =>
  createPublicKey({ key: { ...key.jwk }, format: 'jwk' })
    .export({ format: 'der', type: 'spki' })
    .toString('hex');

const MODERN_PKCS8 = ['pkcs8', 'modern'] as const;
const COMPATIBLE_JWE = ['private-jwk', 'compatible'] as const;
/** Derived as they are from a passphrase, files take long, and are the same around any key: around one all, around each other one or two. The tools of others open them around keys of all kinds. */
const FILES_OF = {
  ES256: [['p12', 'modern'], ['p12', 'compatible'], MODERN_PKCS8, ['private-jwk', 'modern'], COMPATIBLE_JWE],
  RS256: [['p12', 'compatible'], MODERN_PKCS8],
  PS512: [COMPATIBLE_JWE],
  ES384: [['p12', 'compatible']],
  ES512: [COMPATIBLE_JWE],
  Ed25519: [['p12', 'compatible'], MODERN_PKCS8],
} as const;

describe.each(['RS256', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519'] as const)(
  'the private key of an %s key',
  (alg) => {
    it.each<readonly ['p12' | 'pkcs8' | 'private-jwk', 'modern' | 'compatible']>(FILES_OF[alg])(
      'comes back from %s (%s) with the right passphrase only',
      async (format, flavour) => {
        const made = await keyOf(alg);
        const passphrase = 'Grüße, Käpt’n 🔑 ключ';
        const file = await protect(made, { format, flavour, passphrase: bytes(passphrase) });
        const options = { entry: null, allowSmallExponent: false };
        const read = await workshop.read(Uint8Array.from(file.bytes), made.ring, {
          ...options,
          passphrase: bytes(passphrase),
        });
        expect(Buffer.from(read.spki).toString('hex')).toBe(ownSpki(made));
        expect(read.certificate === null).toBe(format === 'pkcs8');
        expect(file.recipient).toBeNull();
        // With letters beyond ASCII every form of it is tried, which takes its time: of one kind of key each is enough.
        const wrong = { ES256: 'Gruesse', Ed25519: 'Grüsse' }[alg as string];
        if (wrong !== undefined) {
          const refused = workshop.read(Uint8Array.from(file.bytes), made.ring, {
            ...options,
            passphrase: bytes(wrong),
          });
          await expect(refused).rejects.toMatchObject({ code: 'KEY_PASSPHRASE_WRONG' });
        }
      },
    );

    it('is sealed to an EC, an X25519 and an RSA recipient, who alone opens it with jose', async () => {
      const made = await keyOf(alg);
      for (const [wanted, options] of [
        ['ECDH-ES', { crv: 'P-256' }],
        ['ECDH-ES', { crv: 'X25519' }],
        ['RSA-OAEP-256', {}],
      ] as const) {
        const pair = await generateKeyPair(wanted, { ...options, extractable: true });
        const recipient = { ...(await exportJWK(pair.publicKey)), kid: 'their-key', use: 'enc' };
        const file = await protect(made, { format: 'private-jwk', recipient: bytes(JSON.stringify(recipient)) });
        const { plaintext, protectedHeader } = await compactDecrypt(
          Buffer.from(file.bytes).toString(),
          pair.privateKey,
        );
        expect(protectedHeader).toMatchObject({ alg: wanted, enc: 'A256GCM', cty: 'jwk+json', kid: 'their-key' });
        const jwk = JSON.parse(Buffer.from(plaintext).toString()) as { kid: string };
        expect(jwk).toMatchObject({ kid: made.key.kid, x5c: [made.key.certificate] });
        expect(createPrivateKey({ key: jwk, format: 'jwk' }).type).toBe('private');
        expect(file.recipient).toMatch(/^[\w-]{43}$/);
      }
    });

    it('is sealed to an age recipient, as PKCS#8 or JWK', async () => {
      const made = await keyOf(alg);
      const identity = await generateIdentity();
      const recipient = await identityToRecipient(identity);
      for (const format of ['pkcs8', 'private-jwk'] as const) {
        const file = await protect(made, { format, recipient: bytes(`# theirs\n${recipient}\n`) });
        expect(file.recipient).toBe(recipient);
        const decrypter = new Decrypter();
        decrypter.addIdentity(identity);
        const opened = Buffer.from(await decrypter.decrypt(file.bytes));
        const found =
          format === 'pkcs8'
            ? spkiOf(opened)
            : createPublicKey(
                createPrivateKey({ key: JSON.parse(opened.toString()) as JsonWebKey, format: 'jwk' }).export({
                  format: 'pem',
                  type: 'pkcs8',
                }),
              )
                .export({ format: 'der', type: 'spki' })
                .toString('hex');
        expect(found).toBe(ownSpki(made));
      }
    });
  },
);

const sshLine = (type: string, ...fields: Uint8Array[]): string => {
  const blob = [bytes(type), ...fields].map((field) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return Buffer.concat([length, field]);
  });
  return `${type} ${Buffer.concat(blob).toString('base64')} ops@acme`;
};
const SSH_ECDSA = sshLine('ecdsa-sha2-nistp256', bytes('nistp256'), new Uint8Array(65).fill(4));
const SSH_SHORT = sshLine('ssh-rsa', Uint8Array.of(1, 0, 1), Uint8Array.of(0, ...new Uint8Array(128).fill(0xc1)));

describe('what cannot protect', () => {
  it.each([
    ['no passphrase', { passphrase: null }, 'passphrase'],
    ['an empty passphrase', { passphrase: new Uint8Array() }, 'passphrase'],
    ['a passphrase that is no text', { passphrase: Uint8Array.of(0xff, 0xfe, 0x41) }, 'passphrase'],
    ['a passphrase of 2000 bytes', { passphrase: bytes('x'.repeat(2000)) }, 'passphrase'],
    ['a recipient of no kind', { format: 'private-jwk', recipient: bytes('hello') }, 'recipient'],
    ['a mistyped age recipient', { format: 'pkcs8', recipient: bytes(`age1${'q'.repeat(58)}`) }, 'recipient'],
    ['an SSH key of a kind that age lacks', { format: 'pkcs8', recipient: bytes(SSH_ECDSA) }, 'recipient'],
    ['a short SSH key', { format: 'pkcs8', recipient: bytes(SSH_SHORT) }, 'recipient'],
    ['a cut SSH key', { format: 'pkcs8', recipient: bytes('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ') }, 'recipient'],
    [
      'a recipient for a PKCS#12',
      { recipient: bytes(`{"kty":"EC","crv":"P-256","x":"${'A'.repeat(43)}","y":"${'A'.repeat(43)}"}`) },
      'recipient',
    ],
  ] as const)('%s is refused', async (_name, part, field) => {
    const made = await keyOf('ES256');
    await expect(protect(made, part)).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field } });
  });

  it('a private key as recipient, one for signatures, and a short RSA key are refused', async () => {
    const made = await keyOf('ES256');
    const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const [open, secret] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
    const short = { kty: 'RSA', e: 'AQAB', n: Buffer.alloc(128, 0xc5).toString('base64url') };
    for (const jwk of [secret, { ...open, use: 'sig' }, { ...open, alg: 'ECDH-1PU' }, short, { kty: 'oct', k: 'AA' }]) {
      const refused = protect(made, { format: 'private-jwk', recipient: bytes(JSON.stringify(jwk)) });
      await expect(refused).rejects.toMatchObject({ code: 'INPUT_INVALID', facts: { field: 'recipient' } });
    }
  });
});

// JWKs, JWK sets and encrypted JWKs as jose writes them.
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CompactEncrypt, exportJWK, FlattenedEncrypt, type JWK } from 'jose';
import type { ImportCase } from '../../runtime/import-matrix.ts';
import { type BenchKey, NON_ASCII, PASSPHRASE, readable, refused, type Workbench } from './workbench.ts';

const privateJwk = ({ key }: BenchKey): Promise<JWK> => exportJWK(createPrivateKey(readFileSync(key)));

const x5c = ({ certificate }: BenchKey): string[] => [
  readFileSync(certificate, 'utf8').replaceAll(/-----[A-Z ]+-----|\s/g, ''),
];

export async function joseFiles({ keys }: Workbench): Promise<ImportCase[]> {
  const { rsa, p256, p384, ed25519 } = keys;
  const plain = await Promise.all(
    Object.entries(keys).map(async ([name, key]) =>
      readable(`JWK ${name}`, key, JSON.stringify({ ...(await privateJwk(key)), kid: name }), 'JWK'),
    ),
  );
  const [rsaJwk, ecJwk, edJwk] = [await privateJwk(rsa), await privateJwk(p256), await privateJwk(ed25519)];
  const set = JSON.stringify({
    keys: [
      { ...rsaJwk, kid: 'signing', x5c: x5c(rsa), use: 'sig', alg: 'RS256' },
      { ...ecJwk, kid: 'elliptic' },
      { kty: 'oct', k: 'AAAA', kid: 'secret' },
    ],
  });
  const marked = (members: object): string => JSON.stringify({ ...rsaJwk, ...members });
  return [
    ...plain,
    readable('JWK with its certificate', rsa, marked({ x5c: x5c(rsa) }), 'JWK', { certificate: true }),
    readable('JWK for EdDSA', ed25519, JSON.stringify({ ...edJwk, alg: 'EdDSA' }), 'JWK'),
    readable('JWK set by kid', rsa, set, 'JWK set', { entry: 'signing', certificate: true }),
    readable('JWK set by number', p256, set, 'JWK set', { entry: '2' }),
    refused('JWK set, no entry named', 'RS256', set, null, 'KEY_CHOICE_NEEDED'),
    refused(
      'JWK with the certificate of another',
      'RS256',
      marked({ x5c: x5c(p256) }),
      null,
      'KEY_CERTIFICATE_MISMATCH',
    ),
    refused('JWK for encryption', 'RS256', marked({ use: 'enc' }), null, 'KEY_UNSUPPORTED'),
    refused('JWK for another algorithm', 'RS256', marked({ alg: 'PS256' }), null, 'KEY_RING_MISMATCH'),
    refused(
      'JWK with the public key of another',
      'ES256',
      JSON.stringify({ ...ecJwk, x: ecJwk.y, y: ecJwk.x }),
      null,
      'KEY_WEAK',
    ),
    ...(await encrypted(p384)),
  ];
}

async function encrypted(key: BenchKey): Promise<ImportCase[]> {
  const jwk = await privateJwk(key);
  const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  const passphrase = NON_ASCII;
  const compact = (alg: string, enc: string, content: Uint8Array, p2c = 1000): Promise<string> =>
    new CompactEncrypt(content)
      .setProtectedHeader({ alg, enc, cty: 'jwk+json' })
      .setKeyManagementParameters({ p2c })
      .encrypt(new TextEncoder().encode(passphrase));
  const forms: [alg: string, enc: string][] = [
    ['PBES2-HS256+A128KW', 'A128GCM'],
    ['PBES2-HS256+A128KW', 'A128CBC-HS256'],
    ['PBES2-HS384+A192KW', 'A192CBC-HS384'],
    ['PBES2-HS384+A192KW', 'A192GCM'],
    ['PBES2-HS512+A256KW', 'A256CBC-HS512'],
    ['PBES2-HS512+A256KW', 'A256GCM'],
  ];
  const single = await Promise.all(
    forms.map(async ([alg, enc]) =>
      readable(`JWE ${alg} ${enc}`, key, await compact(alg, enc, text(jwk)), 'JWK in JWE', { passphrase }),
    ),
  );
  const set = await compact('PBES2-HS256+A128KW', 'A256GCM', text({ keys: [jwk] }));
  const flattened = await new FlattenedEncrypt(text(jwk))
    .setProtectedHeader({ enc: 'A256GCM' })
    .setUnprotectedHeader({ alg: 'PBES2-HS256+A128KW' })
    .setAdditionalAuthenticatedData(text('aad'))
    .setKeyManagementParameters({ p2c: 1000 })
    .encrypt(new TextEncoder().encode(PASSPHRASE));
  const direct = await new CompactEncrypt(text(jwk))
    .setProtectedHeader({ alg: 'dir', enc: 'A128GCM' })
    .encrypt(new Uint8Array(16));
  return [
    ...single,
    readable('JWE with a JWK set', key, set, 'JWK set in JWE', { passphrase }),
    readable('JWE in JSON', key, JSON.stringify(flattened), 'JWK in JWE', { passphrase: PASSPHRASE }),
    refused('JWE dir', key.alg, direct, PASSPHRASE, 'KEY_CIPHER_UNSUPPORTED'),
    refused(
      'JWE of something else',
      key.alg,
      await compact('PBES2-HS256+A128KW', 'A128GCM', text([1])),
      passphrase,
      'KEY_UNREADABLE',
    ),
  ];
}

// Sound files of every kind, made by openssl and node:crypto, from which the structured fuzzer starts.
import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeDer } from '../../main/encoding/der.ts';
import { TAG } from '../../shared/encoding/der.ts';
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import type { Seed } from './structured.ts';

export function makeSeeds(): Seed[] {
  const keys: [SigningAlgorithm, KeyObject][] = [
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey],
    ['ES384', generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey],
    ['ES512', generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey],
    ['Ed25519', generateKeyPairSync('ed25519').privateKey],
  ];
  const folder = mkdtempSync(path.join(tmpdir(), 'seeds-'));
  try {
    return keys.flatMap(([alg, key]) => filesOf(alg, key, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesOf(alg: SigningAlgorithm, key: KeyObject, folder: string): Seed[] {
  const at = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const seed = (kind: string, file: Uint8Array, passphrase: string | null = null): Seed => ({
    kind,
    name: `${alg} ${kind}`,
    file: Buffer.from(file).toString('base64'),
    alg,
    passphrase,
  });
  writeFileSync(at('key.pem'), key.export({ format: 'pem', type: 'pkcs8' }));
  openssl('req', '-x509', '-key', at('key.pem'), '-subj', '/CN=seed.example', '-days', '900', '-out', at('key.crt'));
  const own = ['-inkey', at('key.pem'), '-in', at('key.crt')];
  const open = ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac', '-passout', 'pass:'];
  openssl('pkcs12', '-export', ...own, ...open, '-out', at('open.p12'));
  const request = openssl('req', '-new', '-key', at('key.pem'), '-subj', '/CN=seed.example', '-outform', 'DER');
  const bundle = openssl('crl2pkcs7', '-nocrl', '-certfile', at('key.crt'), '-outform', 'DER');
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
  const encrypt = ['pkcs8', '-topk8', '-in', at('key.pem'), '-iter', '2', '-passout', 'pass:x', '-outform', 'DER'];
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const traditional =
    key.asymmetricKeyType === 'rsa'
      ? [seed('PKCS#1', key.export({ format: 'der', type: 'pkcs1' }))]
      : key.asymmetricKeyType === 'ec'
        ? [seed('SEC1', key.export({ format: 'der', type: 'sec1' }))]
        : [];
  return [
    seed('PKCS#8', pkcs8),
    ...traditional,
    seed('encrypted PKCS#8', openssl(...encrypt), 'x'),
    seed(
      'JWK',
      Buffer.from(
        JSON.stringify(createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'jwk' })),
      ),
    ),
    seed('SPKI', spki),
    seed('public JWK', Buffer.from(JSON.stringify(createPublicKey(key).export({ format: 'jwk' })))),
    seed('certificate', openssl('x509', '-in', at('key.crt'), '-outform', 'DER')),
    seed('request', request),
    seed('PKCS#7', bundle),
    seed('PKCS#12', readFileSync(at('open.p12')), ''),
    ...sshSeeds(key).map((line) => seed('SSH', Buffer.from(line))),
    ...(alg === 'Ed25519' ? [seed('PKCS#8 with a public key', withHalf(pkcs8, spki))] : []),
  ];
}

/** RFC 5958. */
function withHalf(pkcs8: Buffer, spki: Buffer): Buffer {
  const body = Buffer.from(pkcs8.subarray(2));
  body[2] = 1;
  return encodeDer(TAG.sequence, body, encodeDer(TAG.implicit1, Buffer.of(0), spki.subarray(-32)));
}

function sshSeeds(key: KeyObject): string[] {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  const octets = (member: string | undefined): Buffer => Buffer.from(member ?? '', 'base64url');
  const mpint = (member: string | undefined): Buffer => Buffer.concat([Buffer.of(0), octets(member)]);
  const line = (type: string, ...fields: Buffer[]): string => {
    const parts = [Buffer.from(type), ...fields].flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(field.length);
      return [length, field];
    });
    return `${type} ${Buffer.concat(parts).toString('base64')} seed@example`;
  };
  if (jwk.kty === 'RSA') {
    return [line('ssh-rsa', octets(jwk.e), mpint(jwk.n))];
  }
  return jwk.kty === 'OKP' ? [line('ssh-ed25519', octets(jwk.x))] : [];
}

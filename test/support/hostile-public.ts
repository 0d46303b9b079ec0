// Public files that must not end a process, and recipients to whom nothing may be sealed because everybody could open it.
import { generateKeyPairSync, sign } from 'node:crypto';
import { bech32 } from '@scure/base';
import { encodeDer, encodeOid } from '../../main/encoding/der.ts';
import { TAG } from '../../shared/encoding/der.ts';
import { CURVES } from '../../main/encoding/object-identifiers.ts';
import { type HostileFile, octetsOf, prime, spkiOfPoint } from './hostile-keys.ts';

const sequence = (...parts: readonly Uint8Array[]): Buffer => encodeDer(TAG.sequence, ...parts);
const NAME = sequence(
  encodeDer(TAG.set, sequence(encodeOid('2.5.4.3'), encodeDer(0x0c, Buffer.from('authority.example')))),
);
const integer = (value: number): Buffer => encodeDer(TAG.integer, Buffer.of(value));
const ECDSA = sequence(encodeOid('1.2.840.10045.4.3.2'));
const time = (text: string): Buffer => encodeDer(0x17, Buffer.from(text));

/** A signature of another key over it: enough to be looked at. */
function signed(content: Uint8Array): Buffer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return sequence(content, ECDSA, encodeDer(TAG.bitString, Buffer.of(0), sign('sha256', content, privateKey)));
}

const request = (spki: Uint8Array): Buffer => signed(sequence(integer(0), NAME, spki, encodeDer(0xa0)));

const certificate = (spki: Uint8Array): Buffer =>
  signed(
    sequence(
      encodeDer(0xa0, integer(2)),
      integer(9),
      ECDSA,
      NAME,
      sequence(time('260101000000Z'), time('360101000000Z')),
      NAME,
      spki,
    ),
  );

export const hostilePublicFiles = (): HostileFile[] =>
  Object.entries(CURVES).flatMap(([oid, { curve, octets }]) => {
    const points: [string, Buffer][] = [
      ['a point at infinity', Buffer.of(0)],
      ['no point', Buffer.of()],
      ['a hybrid point', Buffer.concat([Buffer.of(6), Buffer.alloc(2 * octets, 1)])],
      ['a point off the curve', Buffer.concat([Buffer.of(4), Buffer.alloc(2 * octets, 1)])],
      ['the point (0, 0)', Buffer.concat([Buffer.of(4), Buffer.alloc(2 * octets)])],
      ['a compressed point beyond the field', Buffer.concat([Buffer.of(2), Buffer.alloc(octets, 0xff)])],
      ['a point too long', Buffer.concat([Buffer.of(4), Buffer.alloc(2 * octets + 1, 1)])],
    ];
    return points.flatMap(([what, point]) => {
      const spki = spkiOfPoint(oid, point);
      const forms = { 'public key': spki, request: request(spki), certificate: certificate(spki) };
      return Object.entries(forms).map(([form, file]) => ({
        name: `${curve} ${form}: ${what}`,
        file,
        alg: 'ES256' as const,
      }));
    });
  });

interface HostileRecipient {
  name: string;
  text: string;
  format: 'pkcs8' | 'private-jwk';
}

function sshLine(type: string, ...fields: readonly Uint8Array[]): string {
  const blob = [Buffer.from(type), ...fields].map((field) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(field.length);
    return Buffer.concat([length, field]);
  });
  return `${type} ${Buffer.concat(blob).toString('base64')} ops@example`;
}

const mpint = (value: bigint): Buffer => {
  const octets = octetsOf(value);
  return (octets[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), octets]) : octets;
};

/** Little-endian, as RFC 7748 and RFC 8032 have it. */
const point = (value: bigint): Buffer =>
  Buffer.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toReversed());

const P = 2n ** 255n - 19n;
const ORDER_8 = 325606250916557431795983626356110631294008115727848805560023387167927233504n;

export function hostileRecipients(): HostileRecipient[] {
  const [p, q] = [prime(1024), prime(1024)];
  const text = (value: bigint): string => octetsOf(value).toString('base64url');
  const rsa: [string, bigint, bigint][] = [
    ['e = 1', p * q, 1n],
    ['e = 2', p * q, 2n],
    ['an even e', p * q, 65536n],
    ['an even modulus', (p * q) << 1n, 65537n],
    ['n = 3·q', 3n * prime(2047), 65537n],
    ['a small factor', 65521n * prime(2040), 65537n],
    ['a prime modulus', prime(2048), 65537n],
    ['a square', p * p, 65537n],
    ['1024 bits', prime(512) * prime(512), 65537n],
    ['a modulus of one', 1n, 65537n],
  ];
  const low = [0n, 1n, ORDER_8, P - 1n, P, P + 1n];
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ec = publicKey.export({ format: 'jwk' });
  const jwk = (name: string, key: object): HostileRecipient => ({
    name: `JWK: ${name}`,
    text: JSON.stringify(key),
    format: 'private-jwk',
  });
  return [
    ...rsa.map(([name, n, e]) => jwk(`RSA with ${name}`, { kty: 'RSA', n: text(n), e: text(e) })),
    ...rsa.map(([name, n, e]) => ({
      name: `SSH: RSA with ${name}`,
      text: sshLine('ssh-rsa', mpint(e), mpint(n)),
      format: 'pkcs8' as const,
    })),
    ...low.map((u, index) =>
      jwk(`X25519 of small order ${index}`, { kty: 'OKP', crv: 'X25519', x: point(u).toString('base64url') }),
    ),
    ...low.map((u, index) => ({
      name: `age: of small order ${index}`,
      text: bech32.encodeFromBytes('age', point(u)),
      format: 'pkcs8' as const,
    })),
    ...[0n, 1n, P - 1n, P + 1n].map((y, index) => ({
      name: `SSH: Ed25519 of small order ${index}`,
      text: sshLine('ssh-ed25519', point(y)),
      format: 'pkcs8' as const,
    })),
    { name: 'SSH: a negative modulus', text: sshLine('ssh-rsa', mpint(65537n), octetsOf(p * q)), format: 'pkcs8' },
    jwk('EC off the curve', { ...ec, y: ec.x }),
    jwk('EC at (0, 0)', { ...ec, x: text(1n).replace(/.*/, 'A'.repeat(43)), y: 'A'.repeat(43) }),
  ];
}

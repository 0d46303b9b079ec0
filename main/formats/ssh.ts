// The public key on one line as OpenSSH writes it (RFC 4253 §6.6, RFC 5656 §3.1, RFC 8709 §4), with the kid as its
// comment. For tools that verify signatures with SSH keys; nobody should log in with a token signing key.
import { createPublicKey } from 'node:crypto';
import type { PublicMembers } from '../encoding/public-parts.ts';
import { asText, type BareFormat, sameBytes, utf8 } from './format.ts';

const CURVE_NAMES = { 'P-256': 'nistp256', 'P-384': 'nistp384', 'P-521': 'nistp521' } as const;

export const ssh: BareFormat = {
  text: true,
  encode: ({ jwk }) => {
    const [type] = sshFields(jwk);
    return utf8(`${type} ${sshBlob(jwk).toString('base64')} ${jwk.kid}\n`);
  },
  holds: (file, { spki, jwk }) => {
    // A kid may hold blanks: the comment is all that follows.
    const [, type = '', blob = '', comment] = /^(\S+) (\S+) (.*)\n$/u.exec(asText(file)) ?? [];
    const key = createPublicKey({ key: jwkFromSsh(type, Buffer.from(blob, 'base64')), format: 'jwk' });
    return comment === jwk.kid && sameBytes(key.export({ format: 'der', type: 'spki' }), spki);
  },
};

/** The key as it stands on the line (RFC 4253 §6.6), by which SSH knows it. */
export function sshBlob(jwk: PublicMembers): Buffer {
  const [type, ...fields] = sshFields(jwk);
  return Buffer.concat([utf8(type), ...fields].map(sshString));
}

function sshFields(jwk: PublicMembers): [type: string, ...fields: Uint8Array[]] {
  switch (jwk.kty) {
    case 'RSA':
      return ['ssh-rsa', multiplePrecision(octets(jwk.e)), multiplePrecision(octets(jwk.n))];
    case 'EC': {
      const curve = CURVE_NAMES[jwk.crv];
      return [`ecdsa-sha2-${curve}`, utf8(curve), Buffer.concat([Buffer.of(4), octets(jwk.x), octets(jwk.y)])];
    }
    case 'OKP':
      return ['ssh-ed25519', octets(jwk.x)];
  }
}

const octets = (base64url: string): Buffer => Buffer.from(base64url, 'base64url');

/** RFC 4251 §5: a positive number has a zero in its highest bit. */
const multiplePrecision = (number: Buffer): Buffer =>
  (number[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), number]) : number;

function sshString(content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url');

const unsigned = (bytes: Buffer): string => base64url(bytes[0] === 0 ? bytes.subarray(1) : bytes);

/** The way back, written apart from the way out: cuts the blob into its strings and names them. */
function jwkFromSsh(type: string, blob: Buffer): Record<string, string> {
  const strings: Buffer[] = [];
  for (let at = 0; at < blob.length;) {
    const end = at + 4 + blob.readUInt32BE(at);
    strings.push(blob.subarray(at + 4, end));
    at = end;
  }
  const [name, second = Buffer.of(), third = Buffer.of()] = strings;
  if (name?.toString('latin1') !== type) {
    throw new TypeError('the two types differ');
  }
  switch (type) {
    case 'ssh-rsa':
      return { kty: 'RSA', e: unsigned(second), n: unsigned(third) };
    case 'ssh-ed25519':
      return { kty: 'OKP', crv: 'Ed25519', x: base64url(second) };
    default: {
      const half = (third.length - 1) / 2;
      const crv = second.toString('latin1').replace('nistp', 'P-');
      return { kty: 'EC', crv, x: base64url(third.subarray(1, 1 + half)), y: base64url(third.subarray(1 + half)) };
    }
  }
}

// Reads an SSH public key as a recipient sends it: the two kinds to which age can seal.
import { createHash } from 'node:crypto';

export type SshKey =
  | { type: 'ssh-rsa'; blob: Buffer; e: Buffer; n: Buffer }
  | { type: 'ssh-ed25519'; blob: Buffer; x: Buffer };

/** A public key line (RFC 4253 §6.6); `null` when it is none of the two kinds that age knows. */
export function readSshKey(line: string): SshKey | null {
  const [type = '', text = ''] = line.split(' ');
  const blob = Buffer.from(text, 'base64');
  const [name, first, second, ...more] = stringsOf(blob) ?? [];
  if (name?.toString('latin1') !== type || first === undefined || more.length > 0) {
    return null;
  }
  if (type === 'ssh-ed25519') {
    return first.length === 32 && second === undefined ? { type, blob, x: first } : null;
  }
  const isRsa = type === 'ssh-rsa' && second !== undefined && isUnsigned(first) && isUnsigned(second);
  return isRsa ? { type, blob, e: first, n: second } : null;
}

/** A positive mpint in its one form (RFC 4251 §5). */
const isUnsigned = ([first, second = 0]: Buffer): boolean =>
  first !== undefined && first < 0x80 && (first !== 0 || second >= 0x80);

/** The same key as a JWK, to be judged. */
export function sshJwk(key: SshKey): Record<string, string> {
  return key.type === 'ssh-rsa'
    ? { kty: 'RSA', n: unsigned(key.n).toString('base64url'), e: unsigned(key.e).toString('base64url') }
    : { kty: 'OKP', crv: 'Ed25519', x: key.x.toString('base64url') };
}

const unsigned = (number: Buffer): Buffer => (number[0] === 0 ? number.subarray(1) : number);

/** As `ssh-keygen -l` shows it. */
export const sshFingerprint = ({ blob }: SshKey): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replaceAll('=', '')}`;

/** The length-prefixed strings that a blob consists of; `null` when it is not exactly that. */
function stringsOf(blob: Buffer): Buffer[] | null {
  const strings: Buffer[] = [];
  let at = 0;
  while (at + 4 <= blob.length) {
    const end = at + 4 + blob.readUInt32BE(at);
    if (end > blob.length) {
      return null;
    }
    strings.push(blob.subarray(at + 4, end));
    at = end;
  }
  return at === blob.length ? strings : null;
}

// Reads an SSH public key as a receiver sends it: the two kinds to which age can seal.
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
  return type === 'ssh-rsa' && second !== undefined ? { type, blob, e: first, n: second } : null;
}

/** As `ssh-keygen -l` shows it. */
export const sshFingerprint = ({ blob }: SshKey): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replaceAll('=', '')}`;

export const rsaBitsOf = ({ n }: SshKey & { type: 'ssh-rsa' }): number => {
  const significant = n.subarray(n.findIndex((octet) => octet !== 0));
  return significant.length * 8 - Math.clz32(significant[0] ?? 0) + 24;
};

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

// An SSH public key (RFC 4253 §6.6) as a person compares it.
import { createHash } from 'node:crypto';
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { part, scheme } from './finding.ts';

export function sshPublicPart(blob: Uint8Array, comment: string): FoundPart {
  const [first, second, third] = sshStrings(Buffer.from(blob));
  const type = first?.toString('latin1') ?? '';
  const bits =
    type === 'ssh-rsa' && third !== undefined ? BigInt(`0x0${third.toString('hex')}`).toString(2).length : null;
  return part('SSH public key', {
    Type: bits === null ? type : scheme({ code: 'ssh-key', name: type, bits }),
    Curve: type.startsWith('ecdsa') ? (second?.toString('latin1') ?? null) : null,
    Fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replaceAll('=', '')}`,
    Comment: comment,
  });
}

/** The length-prefixed strings (RFC 4251 §5) from the start, at most `limit`; ends quietly where they end. */
export function sshStrings(bytes: Buffer, limit = 8): Buffer[] {
  const strings: Buffer[] = [];
  for (let at = 0; at + 4 <= bytes.length && strings.length < limit;) {
    const length = bytes.readUInt32BE(at);
    if (at + 4 + length > bytes.length) {
      break;
    }
    strings.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return strings;
}

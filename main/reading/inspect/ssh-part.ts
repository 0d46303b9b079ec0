// An SSH public key (RFC 4253 §6.6) as a person compares it.
import { createHash } from 'node:crypto';
import { unsigned } from '../../../shared/encoding/bytes.ts';
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { CURVES } from '../../encoding/object-identifiers.ts';
import { bitStringSpki, canonicalSpki, ecAlgorithm, ED25519_ALGORITHM, rsaSpki } from '../../encoding/public-parts.ts';
import { bareHalf, partPiece, type Piece } from '../contents.ts';
import { part, scheme } from './finding.ts';

export function sshPublicPiece(blob: Uint8Array, comment: string): Piece {
  const spki = sshSpki(blob);
  return partPiece(sshPublicPart(blob, comment), spki === null ? null : bareHalf(spki));
}

/** Of the kinds that rings know; `null` for the others, and for what is none. */
function sshSpki(blob: Uint8Array): Buffer | null {
  const [type, first, second] = sshStrings(Buffer.from(blob));
  const name = type?.toString('latin1') ?? '';
  try {
    if (name === 'ssh-rsa' && first !== undefined && second !== undefined) {
      return canonicalSpki(rsaSpki(unsigned(second), unsigned(first)));
    }
    if (name === 'ssh-ed25519' && first !== undefined) {
      return canonicalSpki(bitStringSpki(ED25519_ALGORITHM, first));
    }
    const curve = name.startsWith('ecdsa-sha2-nistp') ? name.slice('ecdsa-sha2-nist'.length).replace('p', 'P-') : null;
    const [oid] = Object.entries(CURVES).find((each) => each[1].curve === curve) ?? [];
    return oid === undefined || second === undefined ? null : canonicalSpki(bitStringSpki(ecAlgorithm(oid), second));
  } catch {
    return null;
  }
}

function sshPublicPart(blob: Uint8Array, comment: string): FoundPart {
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

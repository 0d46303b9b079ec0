// Some writers of PKCS#12 and PKCS#7 use the looser rules of BER: lengths left open, strings in pieces. Such a file is
// brought into DER once, and everything behind that reads DER only.
import { type AsnType, Constructed, fromBER, OctetString } from 'asn1js';
import { derSequence, encodeDer, TAG } from './der.ts';

/** Exactly one SEQUENCE as DER: the same octets when they are that, a new copy when they are BER, `null` otherwise. */
export function asDer(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== TAG.sequence) {
    return null;
  }
  return derSequence(bytes) === null ? fromBer(bytes) : bytes;
}

function fromBer(bytes: Uint8Array): Uint8Array | null {
  try {
    // Bounded by the library: 100 levels, 10,000 elements.
    const { offset, result } = fromBER(bytes, { parseEmbedded: false });
    const der = offset === bytes.length ? reencoded(result) : null;
    return der === null || derSequence(der) === null ? null : der;
  } catch {
    return null;
  }
}

function reencoded(block: AsnType): Buffer {
  if (block instanceof OctetString) {
    return encodeDer(TAG.octetString, new Uint8Array(block.getValue()));
  }
  const { tagClass, tagNumber, isConstructed } = block.idBlock;
  const tag = ((tagClass - 1) << 6) | (isConstructed ? 0x20 : 0) | tagNumber;
  if (block instanceof Constructed) {
    return encodeDer(tag, ...block.valueBlock.value.map(reencoded));
  }
  const raw = Buffer.from(block.valueBeforeDecodeView);
  return raw;
}

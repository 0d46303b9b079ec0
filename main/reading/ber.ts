// Some writers of PKCS#12 and PKCS#7 use the looser rules of BER: lengths left open, strings in pieces. Such a file is
// brought into DER once, and everything behind that reads DER only.
import { type AsnType, Constructed, fromBER, OctetString } from 'asn1js';
import { encodeDer } from '../encoding/der.ts';
import { derElements, derSequence, TAG } from '../../shared/encoding/der.ts';

const MAX_DEPTH = 100;

/** Exactly one SEQUENCE as DER: the same octets when they are that, a new copy when they are BER, `null` otherwise. */
export function asDer(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== TAG.sequence) {
    return null;
  }
  const whole = derSequence(bytes) !== null;
  return whole && isDerInside(bytes, 0) ? bytes : (fromBer(bytes) ?? (whole ? bytes : null));
}

/** No open lengths and no strings in pieces, at any level. */
function isDerInside(bytes: Uint8Array, depth: number): boolean {
  const elements = depth > MAX_DEPTH ? null : derElements(bytes);
  return (
    elements?.every(
      ({ tag, contents }) => !isConstructed(tag) || (mayHaveParts(tag) && isDerInside(contents, depth + 1)),
    ) === true
  );
}

const isConstructed = (tag: number): boolean => (tag & 0x20) !== 0;

const mayHaveParts = (tag: number): boolean => tag >= 0x80 || tag === TAG.sequence || tag === TAG.set;

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
  if (block instanceof Constructed) {
    const { tagClass, tagNumber } = block.idBlock;
    return encodeDer(((tagClass - 1) << 6) | 0x20 | tagNumber, ...block.valueBlock.value.map(reencoded));
  }
  return Buffer.from(block.valueBeforeDecodeView);
}

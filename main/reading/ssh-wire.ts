// The length-prefixed fields of SSH (RFC 4251 §5), one after the other.
import { DAMAGED, unreadable } from '../encoding/unreadable.ts';
import { unsigned } from '../../shared/encoding/bytes.ts';

export interface SshFields {
  /** The octets themselves, not a copy. */
  octets(): Uint8Array;
  text(): string;
  /** Of any length; a negative one is refused. */
  number(): bigint;
  uint32(): number;
  rest(): Uint8Array;
}

/** Each of them throws KEY_UNREADABLE where the field is not all there. */
export function sshFields(bytes: Uint8Array): SshFields {
  let at = 0;
  const uint32 = (): number => {
    if (at + 4 > bytes.length) {
      throw unreadable(DAMAGED);
    }
    at += 4;
    return new DataView(bytes.buffer, bytes.byteOffset + at - 4, 4).getUint32(0);
  };
  const octets = (): Uint8Array => {
    const length = uint32();
    if (at + length > bytes.length) {
      throw unreadable(DAMAGED);
    }
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    uint32,
    octets,
    text: () => Buffer.from(octets()).toString('utf8'),
    number() {
      const field = octets();
      if ((field[0] ?? 0) >= 0x80) {
        throw unreadable(DAMAGED);
      }
      return unsigned(field);
    },
    rest: () => bytes.subarray(at),
  };
}

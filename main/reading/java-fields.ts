// The fields that Java's DataOutputStream writes, one after the other: the key stores of Java are made of them.
import { DAMAGED, unreadable } from '../encoding/unreadable.ts';

export interface JavaFields {
  octet(): number;
  int(): number;
  /** Of eight octets, passed over. */
  long(): void;
  /** Modified UTF-8 behind its length. */
  text(): string;
  /** Behind their length; the octets themselves, not a copy. */
  octets(): Uint8Array;
  /** How far it has read. */
  at(): number;
}

/** Each of them throws KEY_UNREADABLE where the field is not all there. */
export function javaFields(bytes: Uint8Array, start = 0): JavaFields {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start;
  const take = (count: number): number => {
    if (count < 0 || at + count > bytes.length) {
      throw unreadable(DAMAGED);
    }
    at += count;
    return at - count;
  };
  const sized = (count: number): Uint8Array => {
    const from = take(count);
    return bytes.subarray(from, from + count);
  };
  return {
    octet: () => view.getUint8(take(1)),
    int: () => view.getInt32(take(4)),
    long: () => void take(8),
    text: () => Buffer.from(sized(view.getUint16(take(2)))).toString('utf8'),
    octets: () => sized(view.getInt32(take(4))),
    at: () => at,
  };
}

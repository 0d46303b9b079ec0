// The keys of Microsoft's CryptoAPI: blobs (also in .snk files of .NET) and PVK files around them, plain or under RC4. The
// numbers stand with their lowest octet first.
import { hash } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import { unsigned } from '../../../shared/encoding/bytes.ts';
import { rsaSpki } from '../../encoding/public-parts.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { bareHalf, type Contents, contents, keyPiece, partPiece } from '../contents.ts';
import { format, part } from '../inspect/finding.ts';
import { publicKeyFacts } from '../inspect/public-key-facts.ts';
import { named } from '../kind-of.ts';
import type { KeyShape } from '../private-shape.ts';
import { rc4 } from '../protection/rc4.ts';
import { stillLocked, type Unlocking } from '../protection/unlock.ts';
import { rsaShape } from '../rsa-shape.ts';

const BLOB = format('CryptoAPI blob');
const PVK = format('PVK');
const HEADER_BYTES = 8;
const PUBLIC_HEADER_OF_SNK = 12;
const TYPE = { public: 6, private: 7 } as const;

/** Type, version 2, two octets of nothing, and an algorithm whose class is signing or exchange. */
function blobType(bytes: Uint8Array): 'public' | 'private' | null {
  const [type, version, first, second, , algorithm, third, fourth] = bytes;
  const isBlob = version === 2 && first === 0 && second === 0 && third === 0 && fourth === 0;
  if (!isBlob || (algorithm !== 0x24 && algorithm !== 0xa4 && algorithm !== 0x22)) {
    return null;
  }
  return type === TYPE.private ? 'private' : type === TYPE.public ? 'public' : null;
}

/** `null` when the file is no blob. */
export function readCapiBlob(bytes: Uint8Array): Contents | null {
  const type = blobType(bytes);
  if (type === 'private') {
    return contents('private key', BLOB, [keyPiece({ shape: shapeIn(bytes.subarray(HEADER_BYTES)), source: BLOB })]);
  }
  const open = type === 'public' ? bytes : bytes.subarray(PUBLIC_HEADER_OF_SNK);
  return blobType(open) === 'public' ? publicKey(open.subarray(HEADER_BYTES)) : null;
}

function publicKey(key: Uint8Array): Contents | null {
  const numbers = numbersIn(key, 'RSA1');
  if (numbers === null) {
    return null;
  }
  const spki = rsaSpki(numbers.n, numbers.e);
  const { facts, warnings } = publicKeyFacts(spki);
  return contents('public key', BLOB, [partPiece({ what: 'public key', facts, warnings }, bareHalf(spki))], {
    refusal: { code: 'public-key' },
  });
}

/** RSAPUBKEY and the numbers behind it. */
function shapeIn(key: Uint8Array): KeyShape {
  const magic = Buffer.from(key.subarray(0, 4)).toString('latin1');
  if (magic === 'DSS2' || magic === 'DSS4') {
    return { form: 'unsupported', kind: named('DSA') };
  }
  const numbers = numbersIn(key, 'RSA2');
  return numbers === null ? { form: 'foreign', problem: DAMAGED } : rsaShape(numbers, 'other');
}

function numbersIn(key: Uint8Array, magic: 'RSA1' | 'RSA2') {
  if (key.length < 12 || Buffer.from(key.subarray(0, 4)).toString('latin1') !== magic) {
    return null;
  }
  const view = new DataView(key.buffer, key.byteOffset, key.length);
  const [whole, half] = [Math.ceil(view.getUint32(4, true) / 8), Math.ceil(view.getUint32(4, true) / 16)];
  const lengths = magic === 'RSA1' ? [whole] : [whole, half, half, half, half, half, whole];
  if (key.length < 12 + lengths.reduce((sum, length) => sum + length, 0) || whole === 0) {
    return null;
  }
  let at = 12;
  const [n, p = 0n, q = 0n, dp = 0n, dq = 0n, qi = 0n, d = 0n] = lengths.map((length) => {
    using bigEndian = erasing(Buffer.from(key.subarray(at, at + length)).toReversed());
    at += length;
    return unsigned(bigEndian);
  });
  return n === undefined ? null : { n, e: BigInt(view.getUint32(8, true)), d, p, q, dp, dq, qi };
}

export const isPvk = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('hex') === '1ef1b5b0' && bytes.length >= 24;

export function readPvk(bytes: Uint8Array, unlocking: Unlocking): Contents {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [isEncrypted, saltBytes, keyBytes] = [
    view.getUint32(12, true) !== 0,
    view.getUint32(16, true),
    view.getUint32(20, true),
  ];
  const [salt, blob] = [bytes.subarray(24, 24 + saltBytes), bytes.subarray(24 + saltBytes, 24 + saltBytes + keyBytes)];
  try {
    if (blob.length < keyBytes || blobType(blob) !== 'private') {
      throw unreadable(DAMAGED);
    }
    if (!isEncrypted) {
      return contents('private key', PVK, [keyPiece({ shape: shapeIn(blob.subarray(HEADER_BYTES)), source: PVK })]);
    }
    using opened = erasing(decrypted(salt, blob.subarray(HEADER_BYTES), unlocking));
    const protection = { facts: { Cipher: 'RC4' }, isWeak: true };
    return contents('private key', PVK, [keyPiece({ shape: shapeIn(opened), source: PVK, protection })]);
  } catch (error) {
    if (!(error instanceof CustodianError)) {
      throw error;
    }
    const what = isEncrypted
      ? part('private key, encrypted', { Cipher: 'RC4' }, ['weak-protection'])
      : part('private key', {}, ['key-in-the-clear']);
    return contents('private key', PVK, [partPiece(what)], { refusal: error });
  }
}

/** With all of the key, or with its first 40 bits as it was for export once. */
function decrypted(salt: Uint8Array, hidden: Uint8Array, unlocking: Unlocking): Buffer {
  using digest = erasing(hash('sha1', Buffer.concat([salt, unlocking.passphrase]), 'buffer'));
  const strong = digest.subarray(0, 16);
  using weak = erasing(Buffer.concat([digest.subarray(0, 5), Buffer.alloc(11)]));
  for (const key of [strong, weak]) {
    const plain = rc4(key, hidden);
    if (/^(RSA|DSS)2/.test(plain.subarray(0, 4).toString('latin1'))) {
      return plain;
    }
    plain.fill(0);
  }
  throw stillLocked(unlocking, PVK);
}

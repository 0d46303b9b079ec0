// OpenSSH's own format of private keys (PROTOCOL.key of openssh-portable): plain, or under a passphrase with bcrypt.
import { CustodianError } from '../../../shared/errors.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { type Contents, contents, keyPiece, keysIn, overwrite, partPiece, type Piece } from '../contents.ts';
import { part, scheme } from '../inspect/finding.ts';
import { sshPublicPiece } from '../inspect/ssh-part.ts';
import type { KeyShape } from '../private-shape.ts';
import { opensshCipher } from '../protection/openssh-cipher.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { sshEcdsa, sshEd25519, sshOther, sshRsa } from '../ssh-key.ts';
import { type SshFields, sshFields } from '../ssh-wire.ts';
import { MAX_KEYS, printableName } from './found-key.ts';

const MAGIC = 'openssh-key-v1\0';
const FORMAT = { code: 'openssh-private-key' } as const;

export const isOpenssh = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC;

export async function readOpenssh(der: Uint8Array, unlocking: Unlocking): Promise<Contents> {
  const outside: Piece[] = [];
  let isOpen = false;
  try {
    if (!isOpenssh(der)) {
      throw unreadable(DAMAGED);
    }
    const fields = sshFields(der.subarray(MAGIC.length));
    const [cipher, kdf, options, count] = [fields.text(), fields.text(), fields.octets(), fields.uint32()];
    isOpen = cipher === 'none';
    if (count > MAX_KEYS) {
      throw unreadable({ code: 'too-many-keys', count, most: MAX_KEYS });
    }
    const blobs = Array.from({ length: count }, () => fields.octets());
    outside.push(lead(isOpen, cipher, kdf, options), ...blobs.map((blob) => sshPublicPiece(blob, '')));
    const [hidden, tag] = [fields.octets(), fields.rest()];
    using content = erasing(
      isOpen
        ? Buffer.from(hidden)
        : await opensshCipher({ cipher, kdf, options }).open({ hidden, tag }, unlocking, FORMAT),
    );
    return contents('SSH', FORMAT, [...outside, ...keysOf(content, count, isOpen)]);
  } catch (error) {
    if (!(error instanceof CustodianError)) {
      throw error;
    }
    const clear = part('SSH private key', {}, ['key-in-the-clear']);
    const known = outside.length > 0 && !isOpen ? outside : [partPiece(clear), ...outside.slice(1)];
    return contents('SSH', FORMAT, known, { refusal: error });
  }
}

function lead(isOpen: boolean, cipher: string, kdf: string, options: Uint8Array): Piece {
  if (isOpen) {
    return partPiece(part('SSH private key', {}));
  }
  const rounds = options.length >= 8 ? Buffer.from(options).readUInt32BE(options.length - 4) : 0;
  return partPiece(
    part('SSH private key, encrypted', {
      Cipher: cipher,
      'Key derivation': scheme({ code: 'ssh-derivation', name: kdf, rounds }),
    }),
  );
}

/** Two equal numbers, the keys, and octets that count up to a whole block. */
function keysOf(content: Uint8Array, count: number, isOpen: boolean): Piece[] {
  const fields = sshFields(content);
  if (fields.uint32() !== fields.uint32()) {
    throw unreadable(DAMAGED);
  }
  const pieces: Piece[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      const shape = keyOf(fields.text(), fields);
      const protection = isOpen ? null : { facts: { Protection: { code: 'by-openssh' } as const }, isWeak: false };
      const piece = keyPiece({ shape, source: FORMAT, protection });
      pieces.push(piece);
      keysIn({ pieces: [piece] }).forEach((key) => Object.assign(key, { name: printableName(fields.text()) }));
    }
    if (fields.rest().some((octet, index) => octet !== ((index + 1) & 0xff))) {
      throw unreadable(DAMAGED);
    }
    return pieces;
  } catch (error) {
    overwrite({ pieces });
    throw error;
  }
}

function keyOf(type: string, fields: SshFields): KeyShape {
  switch (type) {
    case 'ssh-rsa': {
      const [n, e, d, qi, p, q] = Array.from({ length: 6 }, () => fields.number());
      return sshRsa({ n: n ?? 0n, e: e ?? 0n, d: d ?? 0n, qi: qi ?? 0n, p: p ?? 0n, q: q ?? 0n });
    }
    case 'ssh-ed25519':
      return sshEd25519(fields.octets(), fields.octets());
    case 'ecdsa-sha2-nistp256':
    case 'ecdsa-sha2-nistp384':
    case 'ecdsa-sha2-nistp521':
      return sshEcdsa(fields.text(), fields.octets(), fields.octets());
    default:
      // What its fields are is not known, so the keys behind it are not either.
      throw new CustodianError('KEY_UNSUPPORTED', { kind: kindOf(type) });
  }
}

function kindOf(type: string) {
  const shape = sshOther(type);
  return shape.form === 'unsupported' ? shape.kind : ({ code: 'unknown' } as const);
}

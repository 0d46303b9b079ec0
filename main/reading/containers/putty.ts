// PuTTY's files of private keys, versions 2 and 3 (its manual, appendix C): readable lines, a MAC over all of them, and the
// private key plain or under a passphrase.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { erasing } from '../../ports/secret.ts';
import { type Contents, contents, keyPiece, partPiece } from '../contents.ts';
import { part, scheme } from '../inspect/finding.ts';
import { sshPublicPiece } from '../inspect/ssh-part.ts';
import { decodeBase64 } from '../layers/base64.ts';
import type { KeyShape } from '../private-shape.ts';
import { puttyDerivation, type PuttyKeys } from '../protection/putty-derivation.ts';
import { stillLocked, type Unlocking } from '../protection/unlock.ts';
import { sshEcdsa, sshEd25519, sshOther, sshRsa } from '../ssh-key.ts';
import { sshFields } from '../ssh-wire.ts';
import { printableName } from './found-key.ts';

export interface PuttyFile {
  version: string;
  type: string;
  headers: ReadonlyMap<string, string>;
  publicBlob: Buffer | null;
  privateBlob: Buffer | null;
}

/** `null` when the text is no such file. */
export function puttyFile(text: string): PuttyFile | null {
  const lines = text.trim().split(/\r\n|\r|\n/, 2000);
  const [, version, type = ''] = /^PuTTY-User-Key-File-(\d): ([\w@.-]{1,60})$/.exec(lines[0]?.trim() ?? '') ?? [];
  if (version === undefined) {
    return null;
  }
  const headers = new Map<string, string>();
  const blobs = new Map<string, Buffer | null>();
  for (let at = 1; at < lines.length; at += 1) {
    const [, name = '', value = ''] = /^([\w-]{1,40}): ?(.*)$/.exec(lines[at] ?? '') ?? [];
    if (name.endsWith('-Lines')) {
      const count = Math.min(Number(value) || 0, lines.length);
      blobs.set(name, decodeBase64(lines.slice(at + 1, at + 1 + count).join('')));
      at += count;
    } else {
      headers.set(name, value);
    }
  }
  const [publicBlob, privateBlob] = ['Public-Lines', 'Private-Lines'].map((name) => blobs.get(name) ?? null);
  return { version, type, headers, publicBlob: publicBlob ?? null, privateBlob: privateBlob ?? null };
}

export async function readPutty(file: PuttyFile, unlocking: Unlocking): Promise<Contents> {
  const { version, type, headers, publicBlob } = file;
  const format = { code: 'putty-key-file', version } as const;
  const encryption = headers.get('Encryption') ?? null;
  const comment = printableName(headers.get('Comment'));
  const isOpen = encryption === 'none';
  const facts = { Type: type, Encryption: encryption, Comment: comment };
  const outside = [
    partPiece(part(isOpen ? 'SSH private key' : 'SSH private key, encrypted', facts)),
    ...(publicBlob === null ? [] : [sshPublicPiece(publicBlob, '')]),
  ];
  try {
    const { shape, derived } = await opened(file, unlocking);
    const protection = isOpen ? null : { facts: { 'Key derivation': scheme(derived) }, isWeak: version !== '3' };
    return contents('SSH', format, [...outside, keyPiece({ name: comment, shape, source: format, protection })]);
  } catch (error) {
    if (!(error instanceof CustodianError)) {
      throw error;
    }
    const warnings = isOpen ? (['key-in-the-clear'] as const) : [];
    return contents('SSH', format, outside, { refusal: error, warnings });
  }
}

async function opened(file: PuttyFile, unlocking: Unlocking) {
  const { version, type, headers, publicBlob, privateBlob } = file;
  if (version !== '2' && version !== '3') {
    throw new CustodianError('KEY_CIPHER_UNSUPPORTED', { cipher: { code: 'named', name: `PuTTY ${version}` } });
  }
  if (publicBlob === null || privateBlob === null) {
    throw unreadable(DAMAGED);
  }
  using given = erasing(privateBlob);
  const derivation = puttyDerivation(version, headers);
  const format = { code: 'putty-key-file', version } as const;
  using keys = await derivation.keys(unlocking, format);
  using plain = erasing(keys.decrypt(given));
  if (!hasMac(file, plain, keys)) {
    throw derivation.isOpen ? unreadable({ code: 'mac-unfit' }) : stillLocked(unlocking, format);
  }
  return { shape: shapeOf(type, publicBlob, plain), derived: derivation.scheme };
}

/** Over everything that is said, the private key in the clear. Comments may be in an older encoding than UTF-8. */
function hasMac({ type, headers, publicBlob }: PuttyFile, plain: Uint8Array, { hash, macKey }: PuttyKeys): boolean {
  const wanted = Buffer.from(headers.get('Private-MAC') ?? '', 'hex');
  return (['utf8', 'latin1'] as const).some((encoding) => {
    const mac = createHmac(hash, macKey);
    const comment = Buffer.from(headers.get('Comment') ?? '', encoding);
    const encryption = Buffer.from(headers.get('Encryption') ?? '');
    for (const field of [Buffer.from(type), encryption, comment, publicBlob ?? Buffer.alloc(0), plain]) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(field.length);
      mac.update(length).update(field);
    }
    const made = mac.digest();
    return made.length === wanted.length && timingSafeEqual(made, wanted);
  });
}

function shapeOf(type: string, publicBlob: Uint8Array, plain: Uint8Array): KeyShape {
  const [shown, hidden] = [sshFields(publicBlob), sshFields(plain)];
  if (shown.text() !== type) {
    throw unreadable(DAMAGED);
  }
  switch (type) {
    case 'ssh-rsa': {
      const [e, n] = [shown.number(), shown.number()];
      const [d, p, q, qi] = [hidden.number(), hidden.number(), hidden.number(), hidden.number()];
      return sshRsa({ n, e, d, p, q, qi });
    }
    case 'ssh-ed25519':
      return sshEd25519(shown.octets(), hidden.octets());
    case 'ecdsa-sha2-nistp256':
    case 'ecdsa-sha2-nistp384':
    case 'ecdsa-sha2-nistp521':
      return sshEcdsa(shown.text(), shown.octets(), hidden.octets());
    default:
      return sshOther(type);
  }
}

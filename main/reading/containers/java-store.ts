// The key stores of Java before PKCS#12: JKS and JCEKS. Each private key lies in an EncryptedPrivateKeyInfo of its own, with
// its chain; a digest over the whole says whether the store was changed.
import { createHash } from 'node:crypto';
import { CustodianError } from '../../../shared/errors.ts';
import { DAMAGED, unreadable } from '../../encoding/unreadable.ts';
import { certificatePiece, type Contents, contents, keyPiece, partPiece, type Piece } from '../contents.ts';
import { format, part } from '../inspect/finding.ts';
import { type JavaFields, javaFields } from '../java-fields.ts';
import { javaPassphrases } from '../protection/passphrase.ts';
import type { Unlocking } from '../protection/unlock.ts';
import { readDer } from './der.ts';
import { printableName, tooManyKeys } from './found-key.ts';

const MAGIC = { feedfeed: 'JKS', cececece: 'JCEKS' } as const;
const STORE = format('Java key store');
const DIGEST_BYTES = 20;
const ENTRY = { key: 1, certificate: 2, secret: 3 } as const;

/** `null` when the file is no such store. */
export function javaStoreKind(bytes: Uint8Array): 'JKS' | 'JCEKS' | null {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return start === 'feedfeed' || start === 'cececece' ? MAGIC[start] : null;
}

export async function readJavaStore(bytes: Uint8Array, unlocking: Unlocking): Promise<Contents> {
  const written = format(javaStoreKind(bytes) ?? 'JKS');
  const pieces: Piece[] = [];
  try {
    const fields = javaFields(bytes, 4);
    const [version, count] = [fields.int(), fields.int()];
    pieces.push(partPiece(part('Java key store', { Entries: count })));
    if ((version !== 1 && version !== 2) || count < 0) {
      throw unreadable(DAMAGED);
    }
    let isCut = false;
    for (let entry = 0; entry < count && !isCut; entry += 1) {
      const tag = fields.int();
      const alias = printableName(fields.text());
      fields.long();
      if (tag === ENTRY.secret) {
        // It is a serialised object without a length: what lies behind it cannot be found.
        isCut = true;
        pieces.push(partPiece(part('secret', { Name: alias }, ['store-read-in-part'])));
      } else {
        pieces.push(...(await entryOf(tag, { alias, link: `entry ${entry}`, version, fields }, unlocking)));
      }
      const crowded = tooManyKeys(pieces.filter(({ is }) => is === 'key').length);
      if (crowded !== null) {
        throw crowded;
      }
    }
    const warnings =
      !isCut && isOpen(pieces) && !hasDigest(bytes, fields.at(), unlocking) ? (['store-unchecked'] as const) : [];
    const none = pieces.some(({ is }) => is === 'key') ? null : ({ code: 'no-private-key' } as const);
    return contents('key store', written, pieces, { warnings, refusal: none });
  } catch (error) {
    if (error instanceof CustodianError) {
      return contents('key store', written, pieces, { refusal: error });
    }
    throw error;
  }
}

interface Entry {
  alias: string | null;
  link: string;
  version: number;
  fields: JavaFields;
}

async function entryOf(tag: number, { alias, link, version, fields }: Entry, unlocking: Unlocking): Promise<Piece[]> {
  const certificate = (of: string | null): Piece => {
    if (version === 2) {
      fields.text();
    }
    return certificatePiece(Buffer.from(fields.octets()), of, { Name: alias });
  };
  if (tag === ENTRY.certificate) {
    return [certificate(null)];
  }
  if (tag !== ENTRY.key) {
    throw unreadable(DAMAGED);
  }
  const found = await readDer(fields.octets(), { encoding: 'DER', inside: STORE }, unlocking);
  const keys = (found?.pieces ?? []).flatMap((piece) => (piece.is === 'key' ? [piece.key] : []));
  const [key] = keys;
  if (key === undefined) {
    throw unreadable(DAMAGED);
  }
  const chain = Array.from({ length: Math.min(fields.int(), 100) }, () => certificate(link));
  return [keyPiece({ ...key, name: alias, link, source: STORE }), ...chain];
}

const isOpen = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => piece.is === 'key' && piece.key.shape.form !== 'locked');

/** Keys may have passphrases of their own, so a digest that does not fit says nothing of them. */
function hasDigest(bytes: Uint8Array, end: number, { passphrase }: Unlocking): boolean {
  const stored = bytes.subarray(end, end + DIGEST_BYTES);
  return javaPassphrases(passphrase).some((form) => {
    const digest = createHash('sha1').update(form).update('Mighty Aphrodite').update(bytes.subarray(0, end)).digest();
    form.fill(0);
    return digest.equals(stored);
  });
}

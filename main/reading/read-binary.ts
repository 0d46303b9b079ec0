// What tells itself by its first octets: DER or BER, key stores, archives.
import { gunzipSync } from 'node:zlib';
import { derLength } from '../../shared/encoding/der.ts';
import { erasing } from '../ports/secret.ts';
import { asDer } from './ber.ts';
import { isBouncyStore, readBouncyStore } from './containers/bouncy-store.ts';
import { isPvk, readCapiBlob, readPvk } from './containers/capi.ts';
import type { Context } from './containers/context.ts';
import { readDer } from './containers/der.ts';
import { javaStoreKind, readJavaStore } from './containers/java-store.ts';
import { isOpenssh, readOpenssh } from './containers/openssh.ts';
import { type Contents, contents, keysIn, overwrite, partPiece, within } from './contents.ts';
import { format, part } from './inspect/finding.ts';
import type { Unlocking } from './protection/unlock.ts';

const MAX_UNPACKED = 1024 * 1024;
const MAX_WHOLE = 16 * 1024 * 1024;
const BLANKS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d, 0x20]);

/** `null` for what may be text. */
export async function readBinary(file: Uint8Array, context: Context): Promise<Contents | null> {
  const { unlocking } = context;
  if (file[0] === 0x30) {
    return readSequence(file, unlocking);
  }
  if (javaStoreKind(file) !== null) {
    return readJavaStore(file, unlocking);
  }
  if (isPvk(file)) {
    return readPvk(file, unlocking);
  }
  if (isOpenssh(file)) {
    return readOpenssh(file, unlocking);
  }
  if (isBouncyStore(file)) {
    return readBouncyStore(file, unlocking);
  }
  const isGzip = file[0] === 0x1f && file[1] === 0x8b;
  return isGzip ? readGzip(file, context) : readCapiBlob(file);
}

/** DER or BER, whole, with something behind it, or cut off. `null` for a text that happens to begin with a zero. */
async function readSequence(file: Uint8Array, unlocking: Unlocking): Promise<Contents | null> {
  const whole = asDer(file);
  if (whole !== null) {
    const found = await readStructure(whole, file, unlocking);
    return (
      found ?? contents('unknown', format('DER'), [], { warnings: ['unknown-der'], refusal: { code: 'other-der' } })
    );
  }
  const length = derLength(file);
  if (length === null) {
    return null;
  }
  if (length < file.length) {
    return readFirst(file, length, unlocking);
  }
  // A text in hex begins so too; DER has octets that no text has.
  const isText = file.subarray(0, 64).every((octet) => octet >= 0x09 && octet < 0x7f);
  return isText || length > MAX_WHOLE
    ? null
    : contents('unknown', format('DER'), [], {
        warnings: [{ code: 'cut-off', bytes: file.length, of: length }],
        refusal: { code: 'der-cut-off', bytes: file.length, of: length },
      });
}

/** Line ends and blanks come from editors; anything else would be read by one program and not by another. */
async function readFirst(file: Uint8Array, length: number, unlocking: Unlocking): Promise<Contents | null> {
  const first = asDer(file.subarray(0, length));
  const found = first === null ? null : await readStructure(first, file, unlocking);
  const behind = file.subarray(length);
  if (found === null || behind.every((octet) => BLANKS.has(octet))) {
    return within('octets-behind', found);
  }
  overwrite(found);
  const refusal = { code: 'octets-behind', count: behind.length } as const;
  const parts = keysIn(found).map(() => partPiece(part('private key', {})));
  return contents(found.kind, found.format, parts, { refusal });
}

/** `der` is overwritten when it is a copy. */
async function readStructure(der: Uint8Array, file: Uint8Array, unlocking: Unlocking): Promise<Contents | null> {
  try {
    return await readDer(der, { encoding: 'DER' }, unlocking);
  } finally {
    if (der.buffer !== file.buffer) {
      der.fill(0);
    }
  }
}

async function readGzip(file: Uint8Array, { inside }: Context): Promise<Contents> {
  const archive = [partPiece(part('gzip archive', {}))];
  try {
    using unpacked = erasing(gunzipSync(file, { maxOutputLength: MAX_UNPACKED }));
    const found = within('gzip', await inside.bytes(unpacked));
    return found !== null && found.kind !== 'unknown'
      ? found
      : contents('document', { code: 'binary' }, archive, { refusal: { code: 'other-file' } });
  } catch (cause) {
    if (
      cause instanceof Error &&
      'code' in cause &&
      typeof cause.code === 'string' &&
      /^(Z_|ERR_BUFFER)/.test(cause.code)
    ) {
      return contents('document', { code: 'binary' }, archive, { refusal: { code: 'gzip-damaged' } });
    }
    throw cause;
  }
}

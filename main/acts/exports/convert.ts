// Writing the public keys of anybody's file in another format, without bringing anything into custody.
import { createHash } from 'node:crypto';
import { type Conversion, CONVERSION_NOTES, type ConversionNote } from '../../../shared/domain/exports/conversion.ts';
import { slug } from '../../../shared/domain/exports/file-names.ts';
import { type ExportFormat, isSetFormat, neededFor } from '../../../shared/domain/formats.ts';
import { CustodianError } from '../../../shared/errors.ts';
import type { FormattedFile } from '../../ports/formats.ts';
import type { Ports } from '../../ports/ports.ts';
import type { PublicKeyIn } from '../../ports/reading.ts';
import { looking } from '../bound.ts';
import { type FileSecrets, overwriteFile } from '../keys/file-secrets.ts';

export interface ConvertArgs {
  format: ExportFormat;
  /** Which key of a file with several: its number, kid or the beginning of its fingerprint. */
  entry?: string | undefined;
  /** What the file is called. */
  name: string;
}

/** Overwrites `file` and `secrets` before it settles. */
export async function conversion(
  { reading, formats }: Pick<Ports, 'reading' | 'formats'>,
  { format, entry, name }: ConvertArgs,
  file: Uint8Array,
  secrets: FileSecrets,
): Promise<FormattedFile & Conversion> {
  try {
    const found = await reading.publicContent(file, { passphrase: secrets.passphrase });
    if (found.refusal !== null && found.keys.length === 0) {
      throw found.refusal;
    }
    const keys = isSetFormat(format) && entry === undefined ? found.keys : [chosen(found.keys, entry)];
    const writer = await formats.writer();
    const written = writer.convert(format, keys, slug(name.replace(/\.[^.]*$/, '')));
    return {
      ...written,
      from: found.format,
      format,
      kids: keys.map(kidOf),
      sha256: createHash('sha256').update(written.bytes).digest('hex'),
      notes: notesOn(format, keys, found.keys.length),
    };
  } finally {
    overwriteFile(file, secrets);
  }
}

export const convertFile = looking(conversion);

const kidOf = ({ kid, thumbprint, spki }: PublicKeyIn): string => kid ?? thumbprint ?? fingerprintOf(spki);

const fingerprintOf = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex');

/** The one that is meant; where nobody says, the only one that is no authority's for another in the file. */
function chosen(keys: readonly PublicKeyIn[], entry: string | undefined): PublicKeyIn {
  const issuers = new Set(keys.flatMap(({ chain }) => chain.map((der) => Buffer.from(der).toString('base64'))));
  const ends = keys.filter(
    ({ certificates }) => !certificates.some((der) => issuers.has(Buffer.from(der).toString('base64'))),
  );
  const named = keys.filter((key, index) => isNamed(key, index, entry ?? ''));
  const [only, ...more] = entry === undefined ? (keys.length === 1 ? keys : ends) : named;
  if (only !== undefined && more.length === 0) {
    return only;
  }
  const entries = keys.map(({ kid, kind, spki }, index) => ({
    number: index + 1,
    name: kid,
    kind,
    fingerprint: fingerprintOf(spki).slice(0, 8),
  }));
  throw entry !== undefined && only === undefined
    ? new CustodianError('INPUT_INVALID', { field: 'entry', problem: { code: 'no-such-key', entries } })
    : new CustodianError('KEY_CHOICE_NEEDED', { entries });
}

const isNamed = ({ kid, spki }: PublicKeyIn, index: number, entry: string): boolean =>
  entry === String(index + 1) || entry === kid || (entry.length >= 8 && fingerprintOf(spki).startsWith(entry));

function notesOn(format: ExportFormat, keys: readonly PublicKeyIn[], all: number): ConversionNote[] {
  const isSaid: Record<ConversionNote, boolean> = {
    'private-left-behind': keys.some(({ isPrivate }) => isPrivate),
    'kid-is-thumbprint': ['jwk', 'jwks', 'ssh'].includes(format) && keys.some(({ kid }) => kid === null),
    'certificates-left-out':
      neededFor(format) === 'key' &&
      !['jwk', 'jwks'].includes(format) &&
      keys.some(({ certificates }) => certificates.length > 0),
    'others-left-out': keys.length < all,
  };
  return CONVERSION_NOTES.filter((note) => isSaid[note]);
}

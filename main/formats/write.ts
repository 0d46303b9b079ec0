// The writer of files: one table from format to writer, and no file leaves before another reader found the keys in
// it. A file that does not prove itself is a fault of ours and becomes INTERNAL, never a wrong file.
import { CustodianError } from '../../shared/errors.ts';
import { endingOf, type ExportFormat, hasProfiles, isSetFormat, type SetFormat } from '../../shared/domain/formats.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import { chainOf, type SigningKey } from '../../shared/domain/key-ring/key.ts';
import type { FormattedFile, FormatWriter, PublicHalf, WriteOptions } from '../ports/formats.ts';
import { AUTH0_PROFILE } from './auth0-profile.ts';
import { base64 } from './base64.ts';
import { p7bBundle, pemBundle } from './bundle.ts';
import { cer } from './cer.ts';
import { ceremonyMinutes } from './ceremony-minutes.ts';
import { ceremonyScript } from './ceremony-script.ts';
import { evidencePage } from './evidence-page.ts';
import { fingerprint } from './fingerprint.ts';
import type { KeyFormat, KeySetFormat, ListedKeyRecord } from './format.ts';
import { converted, type Writers } from './convert.ts';
import { csvInventory, jsonInventory } from './inventory.ts';
import { jwk } from './jwk.ts';
import { jwks } from './jwks.ts';
import { recordedHalf } from './key-record.ts';
import { p7b } from './p7b.ts';
import { pb7 } from './pb7.ts';
import { pem } from './pem.ts';
import { pin } from './pin.ts';
import { rawPem } from './raw-pem.ts';
import { saml } from './saml.ts';
import { qrPicture } from './qr-picture.ts';
import { qrSheet } from './qr-sheet.ts';
import { shareSheet } from './share-sheet.ts';
import { spki, spkiDer } from './spki.ts';
import { ssh } from './ssh.ts';

type OneKeyFormat = Exclude<ExportFormat, SetFormat>;

const ONE_KEY: Record<OneKeyFormat, KeyFormat> = {
  pem,
  cer,
  'raw-pem': rawPem,
  base64,
  p7b,
  pb7,
  fingerprint,
  jwk,
  spki,
  'spki-der': spkiDer,
  pin,
  ssh,
  saml,
};

const MANY_KEYS: Record<SetFormat, KeySetFormat> = {
  jwks,
  'pem-bundle': pemBundle,
  'p7b-bundle': p7bBundle,
  json: jsonInventory,
  csv: csvInventory,
};

export function createFormatWriter(): FormatWriter {
  return { write: writeFormat, convert, qrSheet, qrPicture, shareSheet, evidencePage, ceremonyScript, ceremonyMinutes };
}

const WRITERS: Writers = {
  bare: { jwk, spki, 'spki-der': spkiDer, pin, ssh },
  bareSets: { jwks },
  certified: ONE_KEY,
  certifiedSets: { 'pem-bundle': pemBundle, 'p7b-bundle': p7bBundle },
};

function convert(format: ExportFormat, keys: readonly PublicHalf[], baseName: string): FormattedFile {
  const { text, bytes, holds } = converted(format, keys, WRITERS);
  return { fileName: `${safeBaseName(baseName)}.${endingOf(format)}`, text, bytes: checked(format, bytes, holds) };
}

function writeFormat(
  format: ExportFormat,
  keys: readonly SigningKey[],
  baseName: string,
  { profile = 'standard', rings = [] }: WriteOptions = {},
): FormattedFile {
  const records = keys.map((key) => recordOf(key, rings));
  const fileName = `${safeBaseName(baseName)}.${endingOf(format)}`;
  if (isSetFormat(format)) {
    if (profile !== 'standard') {
      refuseProfile(format);
    }
    const { text, encodeSet, holdsSet } = MANY_KEYS[format];
    const bytes = checked(format, encodeSet(records), (file) => holdsSet(file, records));
    return { fileName, text, bytes };
  }
  const writer =
    profile === 'standard' ? ONE_KEY[format] : hasProfiles(format) ? AUTH0_PROFILE[format] : refuseProfile(format);
  const [record, ...more] = records;
  if (record === undefined || more.length > 0) {
    throw new CustodianError('INTERNAL', { reference: `export ${format} of ${records.length} keys` });
  }
  const bytes = checked(format, writer.encode(record), (file) => writer.holds(file, record));
  return { fileName, text: writer.text, bytes };
}

function refuseProfile(format: ExportFormat): never {
  const problem = { code: 'no-page', format, known: Object.keys(AUTH0_PROFILE) } as const;
  throw new CustodianError('INPUT_INVALID', { field: 'profile', problem });
}

function checked(format: ExportFormat, file: Uint8Array, holds: (file: Uint8Array) => boolean): Uint8Array {
  let proven = false;
  try {
    proven = holds(file);
  } catch (cause) {
    throw new CustodianError('INTERNAL', { reference: `export ${format} unreadable` }, { cause });
  }
  if (!proven) {
    throw new CustodianError('INTERNAL', { reference: `export ${format} mismatch` });
  }
  return file;
}

function recordOf(key: SigningKey, rings: readonly KeyRing[]): ListedKeyRecord {
  const { certificate, spki: half } = recordedHalf(key);
  const ring = rings.find(({ id }) => id === key.ringId)?.name ?? key.ringId;
  const chain = chainOf(key).map((each) => Buffer.from(each, 'base64'));
  return { spki: half, certificate, chain, jwk: key.jwk, key, ring };
}

/** A name without separators, hidden beginnings or characters that a file system or shell refuses. */
function safeBaseName(baseName: string): string {
  const safe = baseName
    .replaceAll(/[^A-Za-z0-9._@+=-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 120);
  return safe === '' ? 'key' : safe;
}

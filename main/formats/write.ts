// The port `FormatWriter`: one table from format to writer, and no file leaves before another reader found the key in
// it. A file that does not prove itself is a fault of ours and becomes INTERNAL, never a wrong file.
import { createHash } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { ExportFormat, SigningKey } from '../../shared/model.ts';
import type { FormattedFile, FormatWriter } from '../core/ports.ts';
import { base64 } from './base64.ts';
import { cer } from './cer.ts';
import { certificateFacts } from './certificate-facts.ts';
import { fingerprint } from './fingerprint.ts';
import type { KeyFormat, PublicKeyRecord } from './format.ts';
import { jwk } from './jwk.ts';
import { jwks } from './jwks.ts';
import { p7b } from './p7b.ts';
import { pb7 } from './pb7.ts';
import { pem } from './pem.ts';
import { rawPem } from './raw-pem.ts';
import { certificateSpki, spki } from './spki.ts';

const FORMATS = {
  pem,
  cer,
  'raw-pem': rawPem,
  base64,
  p7b,
  pb7,
  fingerprint,
  jwk,
  jwks,
  spki,
} as const satisfies Record<ExportFormat, KeyFormat | typeof jwks>;

export function createFormatWriter(): FormatWriter {
  return { write: writeFormat, certificateFacts };
}

function writeFormat(format: ExportFormat, keys: readonly SigningKey[], baseName: string): FormattedFile {
  const records = keys.map(publicRecord);
  const { extension, text } = FORMATS[format];
  const bytes = checkedBytes(format, records);
  return { fileName: `${safeBaseName(baseName)}.${extension}`, text, bytes };
}

function checkedBytes(format: ExportFormat, records: readonly PublicKeyRecord[]): Uint8Array {
  if (format === 'jwks') {
    return checked(format, jwks.encodeSet(records), (file) => jwks.holdsSet(file, records));
  }
  const [record, ...more] = records;
  if (record === undefined || more.length > 0) {
    throw new CustodianError('INTERNAL', { reference: `export ${format} of ${records.length} keys` });
  }
  const writer = FORMATS[format];
  return checked(format, writer.encode(record), (file) => writer.holds(file, record));
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

/** The record's certificate, after making sure that it is the one of this very key. */
function publicRecord(key: SigningKey): PublicKeyRecord {
  const certificate = Buffer.from(key.certificate, 'base64');
  const spkiSha256 = createHash('sha256').update(certificateSpki(certificate)).digest('hex');
  if (spkiSha256 !== key.spkiSha256 || key.jwk.x5c[0] !== key.certificate || key.jwk.kid !== key.kid) {
    throw new CustodianError('INTERNAL', { reference: 'export of an inconsistent key record' });
  }
  return { certificate, jwk: key.jwk };
}

/** A name without separators, hidden beginnings or characters that a file system or shell refuses. */
function safeBaseName(baseName: string): string {
  const safe = baseName
    .replaceAll(/[^A-Za-z0-9._@+=-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 120);
  return safe === '' ? 'key' : safe;
}

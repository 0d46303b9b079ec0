// All keys of a tenant with what an auditor asks about each: as JSON, and as CSV (RFC 4180) for spreadsheets.
import { X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { certificateFacts } from './certificate-facts.ts';
import { asText, type KeySetFormat, type ListedKeyRecord, utf8 } from './format.ts';
import { publicKeyPin } from './fingerprint.ts';
import { jsonFile } from './jwk.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';

/** One line of the inventory, in the order of its columns. */
function entryOf({ key, ring, certificate, jwk }: ListedKeyRecord) {
  const { subject, serial, notBefore, notAfter, sha1, sha256 } = certificateFacts(certificate);
  return {
    ring,
    kid: key.kid,
    state: key.state,
    alg: key.alg,
    thumbprint: jwkThumbprint(jwk),
    pin: publicKeyPin(certificate),
    subject,
    serial,
    notBefore,
    notAfter,
    sha1,
    sha256,
    origin: key.provenance.kind,
    source: key.provenance.source,
    exportable: key.exportable,
    createdAt: key.createdAt,
    publishedAt: key.publishedAt,
    currentAt: key.currentAt,
    previousAt: key.previousAt,
    revokedAt: key.revokedAt,
    revocationReason: key.revocation?.reason ?? null,
    compromised: key.revocation?.compromised ?? false,
    destroyedAt: key.destroyedAt,
    uses: key.uses,
    lastUsedAt: key.lastUsedAt,
  };
}

const writtenInventory = z.strictObject({ keys: z.array(z.looseObject({ kid: z.string(), sha256: z.string() })) });

export const jsonInventory: KeySetFormat = {
  text: true,
  encodeSet: (keys) => jsonFile({ keys: keys.map(entryOf) }),
  holdsSet: (file, keys) => lists(writtenInventory.parse(JSON.parse(asText(file))).keys, keys),
};

export const csvInventory: KeySetFormat = {
  text: true,
  encodeSet: (keys) => {
    const entries = keys.map(entryOf);
    const header = Object.keys(entries[0] ?? { ring: '', kid: '', state: '', alg: '', sha256: '' });
    const rows = entries.map((entry) => Object.values(entry).map((value) => cell(String(value ?? ''))));
    return utf8([header, ...rows].map((row) => `${row.join(',')}\r\n`).join(''));
  },
  holdsSet: (file, keys) => {
    const [header = [], ...rows] = csvRows(asText(file));
    const named = (row: readonly string[], name: string): string => row[header.indexOf(name)] ?? '';
    return lists(
      rows.map((row) => ({ kid: named(row, 'kid').replace(/^'/, ''), sha256: named(row, 'sha256') })),
      keys,
    );
  },
};

function lists(found: readonly { kid: string; sha256: string }[], keys: readonly ListedKeyRecord[]): boolean {
  return (
    found.length === keys.length &&
    keys.every(({ certificate, jwk }, index) => {
      const { kid, sha256 } = found[index] ?? {};
      return kid === jwk.kid && sha256 === new X509Certificate(certificate).fingerprint256;
    })
  );
}

/** Spreadsheets run what begins like a formula, so such text gets an apostrophe before it; and so does one that has one. */
function cell(text: string): string {
  const harmless = /^['=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') {
      rows.push([]);
    }
  }
  return rows.filter((row) => row.length > 1);
}

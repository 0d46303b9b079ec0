// Files that are no key material at all but that end up in a key tool: saved login pages, metadata, archives, key stores.
import type { PartName } from '../../../shared/domain/reading/inspection.ts';
import { certificatePart } from './certificate-part.ts';
import { type Finding, finding, part } from './finding.ts';

/** First bytes, in hex, of well-known files. */
const MAGIC: readonly (readonly [hex: string, what: PartName])[] = [
  ['504b0304', 'ZIP archive'],
  ['1f8b08', 'gzip archive'],
  ['25504446', 'PDF document'],
  ['89504e47', 'PNG picture'],
  ['ffd8ff', 'JPEG picture'],
  ['7f454c46', 'Linux program'],
  ['4d5a', 'Windows program'],
  ['53514c69746520666f726d61742033', 'SQLite database'],
  ['53616c7465645f5f', 'file encrypted with openssl enc'],
  ['03d9a29a', 'KeePass database'],
  ['d0cf11e0', 'Office document'],
];

/** Told by first bytes alone; `null` for anything else. */
export function binaryFinding(file: Uint8Array): Finding | null {
  const start = Buffer.from(file.subarray(0, 16));
  const hex = start.toString('hex');
  const store = hex.startsWith('feedfeed') ? 'JKS' : hex.startsWith('cececece') ? 'JCEKS' : null;
  if (store !== null) {
    const entries = start.length >= 12 ? start.readUInt32BE(8) : null;
    return finding('key store', store, [part('Java key store', { Entries: entries })]);
  }
  const known = MAGIC.find(([magic]) => hex.startsWith(magic));
  return known === undefined ? null : finding('document', 'binary', [part(known[1], {})]);
}

/** Web pages and XML; in SAML metadata the certificates are shown. `null` for anything else. */
export function markupFinding(text: string, now: Date): Finding | null {
  const start = text.trimStart().slice(0, 200);
  if (/^(<!doctype html|<html|<head|<body)/i.test(start)) {
    const title = /<title[^>]{0,100}>([^<]{1,120})/i.exec(text.slice(0, 20_000))?.[1]?.trim() ?? null;
    return finding('document', 'HTML', [part('web page', { Title: title }, ['login-page'])]);
  }
  if (!/^(<\?xml|<\w+[:>\s])/.test(start)) {
    return null;
  }
  const bodies = [...text.matchAll(/<(?:\w{1,20}:)?X509Certificate>([A-Za-z0-9+/=\s]{1,20000})</g)].slice(0, 20);
  const beside = bodies.map(([, body = '']) => Buffer.from(body, 'base64'));
  const parts = beside.map((each) => certificatePart(each, { now, beside }));
  const isSaml = /<(\w{1,20}:)?Entit(y|ies)Descriptor[\s>]/.test(text);
  const entity = /\sentityID="([^"]{1,300})"/.exec(text)?.[1] ?? null;
  const head = part(isSaml ? 'SAML metadata' : 'XML document', { Entity: isSaml ? entity : null });
  return finding('document', 'XML', [head, ...parts.filter((certificate) => certificate !== null)]);
}

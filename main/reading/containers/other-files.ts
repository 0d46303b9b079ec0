// Files that are no key material at all but that end up in a key tool: saved login pages, metadata, archives, key stores.
import type { PartName } from '../../../shared/domain/reading/inspection.ts';
import { type Contents, contents, partPiece } from '../contents.ts';
import { format, part } from '../inspect/finding.ts';

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
export function readOtherBinary(file: Uint8Array): Contents | null {
  const hex = Buffer.from(file.subarray(0, 16)).toString('hex');
  const known = MAGIC.find(([magic]) => hex.startsWith(magic));
  return known === undefined
    ? null
    : contents('document', { code: 'binary' }, [partPiece(part(known[1], {}))], { refusal: { code: 'other-file' } });
}

/** `null` for anything else than a web page. */
export function readWebPage(text: string): Contents | null {
  if (!/^(<!doctype html|<html|<head|<body)/i.test(text.trimStart().slice(0, 200))) {
    return null;
  }
  const title = /<title[^>]{0,100}>([^<]{1,120})/i.exec(text.slice(0, 20_000))?.[1]?.trim() ?? null;
  const page = part('web page', { Title: title }, ['login-page']);
  return contents('document', format('HTML'), [partPiece(page)], { refusal: { code: 'web-page' } });
}

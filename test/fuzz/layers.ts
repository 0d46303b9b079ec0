// What people and programs put around a key file, layer upon layer, and containers of all kinds inside. The key that comes out
// is known, so that a wrong one is noticed.
import { gzipSync } from 'node:zlib';
import type { Chance } from './random.ts';

export interface Wrapped {
  file: Buffer;
  /** From the inside outwards. */
  layers: string[];
}

type Wrap = (file: Buffer, chance: Chance) => Buffer;

const text =
  (make: (text: string) => string): Wrap =>
  (file) =>
    Buffer.from(make(file.toString('utf8')));

/** Around octets of any kind. */
const AROUND_OCTETS: Record<string, Wrap> = {
  gzip: (file) => gzipSync(file),
  base64: (file) => Buffer.from(file.toString('base64')),
  'base64 in lines': (file) => Buffer.from(file.toString('base64').replaceAll(/.{64}/g, '$&\n')),
  base64url: (file) => Buffer.from(file.toString('base64url')),
  hex: (file) => Buffer.from(file.toString('hex')),
  'hex with colons': (file) => Buffer.from(file.toString('hex').replaceAll(/..(?=.)/g, '$&:')),
  'a member of JSON': (file) => Buffer.from(JSON.stringify({ id: 7, inner: { value: file.toString('base64') } })),
  'a list of numbers': (file) => Buffer.from(JSON.stringify({ type: 'Buffer', data: [...file] })),
  'a Kubernetes Secret': (file) =>
    Buffer.from(`apiVersion: v1\nkind: Secret\ndata:\n  tls.key: ${file.toString('base64')}\n`),
  'an environment file': (file) => Buffer.from(`A=1\nexport KEY="${file.toString('base64')}"\n`),
  XML: (file) => Buffer.from(`<a xmlns="x"><b c="d">${file.toString('base64')}</b></a>`),
};

/** Around text alone. */
const AROUND_TEXT: Record<string, Wrap> = {
  'byte order mark': text((each) => `\uFEFF${each}`),
  'UTF-16': (file) => Buffer.from(`\uFEFF${file.toString('utf8')}`, 'utf16le'),
  'line ends of Windows': text((each) => each.replaceAll('\n', '\r\n')),
  'a member of JSON as it is': text((each) => JSON.stringify({ a: { private_key: each } })),
};

/** Around PEM alone. */
const AROUND_PEM: Record<string, Wrap> = {
  'quotes of a mail': text((each) => each.replaceAll(/^/gm, '> ')),
  'line ends written out': text((each) => `KEY="${each.replaceAll('\n', '\\n')}"`),
  'written out twice': text((each) => `KEY="${each.replaceAll('\n', '\\\\n')}"`),
  'a web page': text((each) => `<p>${each.replaceAll('\n', '<br/>\n')}</p>`),
  'invisible characters': text((each) => each.replaceAll('\n', '\u200B\n')),
  'long dashes': text((each) => each.replaceAll('-----', '—–—')),
  'quoted-printable': text((each) =>
    each.replaceAll('=', '=3D').replaceAll(/([A-Za-z0-9+/]{40})([A-Za-z0-9+/])/g, '$1=\n$2'),
  ),
  'words around it': text((each) => `Here it is:\n\n${each}\nRegards\n`),
  'another END': text((each) => each.replace(/END [A-Z ]*/, 'END SOMETHING KEY')),
  'no END': text((each) => each.replace(/-----END.*/, '')),
  'no BEGIN': text((each) => each.replace(/.*BEGIN.*\n/, '')),
};

const isText = (file: Buffer): boolean => file.subarray(0, 200).every((octet) => octet >= 0x09 && octet < 0x7f);
const isPem = (file: Buffer): boolean => file.subarray(0, 11).toString() === '-----BEGIN ';

/** One layer that copying leaves, and up to two that carry it. */
export function wrapped(file: Buffer, chance: Chance): Wrapped {
  const layers: string[] = [];
  const put = (wraps: Record<string, Wrap>, on: Buffer): Buffer => {
    const name = chance.pick(Object.keys(wraps));
    layers.push(name);
    return wraps[name]?.(on, chance) ?? on;
  };
  let around = file;
  if (isPem(around) && chance.below(2) === 0 && !around.includes('ENCRYPTED')) {
    around = put(AROUND_PEM, around);
  }
  for (let count = chance.below(3); count > 0; count -= 1) {
    around = put(isText(around) && chance.below(3) === 0 ? AROUND_TEXT : AROUND_OCTETS, around);
  }
  return { file: around, layers };
}

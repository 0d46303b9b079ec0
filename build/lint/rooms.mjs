// The rooms of the house (docs/adr/0005): who may import whom, and which packages belong to which rooms. A row for a room
// that is still empty says where what comes there will stand.
import { dirname, join, relative, resolve, sep } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

const words = ['shared', 'shared/domain', 'shared/acts', 'shared/words', 'shared/encoding'];
const adapters = ['key-store', 'reading', 'registry', 'formats', 'tenant', 'sandbox', 'files', 'network'].map(
  (room) => `main/${room}`,
);
const below = [...words, 'main/ports'];
const acting = [...below, 'main/acts'];

/** Room -> the rooms it may import besides itself. @type {Readonly<Record<string, readonly string[]>>} */
export const allowed = {
  // What every sentence and rule speaks of: octets and texts, then the rules, then what crosses borders.
  'shared/encoding': [],
  'shared/domain': ['shared/encoding', 'shared'],
  'shared/acts': ['shared/encoding', 'shared/domain', 'shared'],
  'shared/words': ['shared/encoding', 'shared/domain', 'shared/acts', 'shared'],
  shared: words,
  renderer: words,
  'main/preload': words,
  'main/encoding': words,
  'main/ports': words,
  ...Object.fromEntries(adapters.map((room) => [room, [...below, 'main/encoding']])),
  // What a store hands over is read back by the readers of files before it leaves.
  'main/key-store': [...below, 'main/encoding', 'main/reading'],
  'main/acts': below,
  'main/composition': [...acting, ...adapters, 'package.json'],
  // Loads the rest, and so needs nothing of it.
  'main/start': [],
  'main/ipc': acting,
  'main/cli': [...acting, 'main/composition', 'main/files', 'package.json'],
  'main/app': [...acting, 'main/composition', 'main/ipc', 'main/files', 'main/start', 'package.json'],
};

/** Packages that need neither Node nor the DOM: all that shared may use. */
export const pure = /^(zod|canonicalize|@scure\/base|@noble\/(hashes|curves)\/.+)$/;

/** Packages that only some rooms may use. @type {readonly { package: RegExp, rooms: readonly string[] }[]} */
export const reserved = [
  { package: /^electron$/, rooms: ['main/app', 'main/preload'] },
  // One client for whatever leaves this machine (docs/adr/0027).
  { package: /^node:(https|http2)$/, rooms: ['main/network'] },
  { package: /^node:(http|tls)$/, rooms: ['main/network', 'main/sandbox'] },
  // The keychain's own is a socket of this machine (docs/adr/0031).
  { package: /^node:net$/, rooms: ['main/network', 'main/sandbox', 'main/key-store'] },
  { package: /^keytar$/, rooms: ['main/key-store'] },
  { package: /^@photostructure\/sqlite$/, rooms: ['main/registry'] },
  // For old containers, and as a second opinion; loaded when one is wanted (test/architecture/bundles.test.ts).
  { package: /^node-forge$/, rooms: ['main/reading', 'main/key-store'] },
  // Certificates and requests; what is read otherwise is read by our own DER (docs/adr/0069).
  { package: /^(@peculiar\/|pkijs$|asn1js$)/, rooms: ['main/reading', 'main/key-store'] },
  { package: /^auth0/, rooms: ['main/tenant'] },
  { package: /^(react|@mantine|@tanstack|@tabler)/, rooms: ['renderer'] },
];

/** A file's path from the root of the checkout, with slashes. @param {string} file */
export const placeOf = (file) => relative(root, file).split(sep).join('/');

/** @param {string} place from the root @returns {string} */
export function roomOf(place) {
  const [top = '', second = ''] = place.split('/');
  const room = `${top}/${second}`;
  return place === 'package.json' || top === 'main' || room in allowed ? (top === place ? place : room) : top;
}

/** Where a relative import leads, from the root. @param {string} file @param {string} specifier */
export const targetOf = (file, specifier) => placeOf(resolve(dirname(file), specifier));

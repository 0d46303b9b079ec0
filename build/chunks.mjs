// How the program is cut into chunks, so that a start loads what it needs and little else (docs/performance.md).
import { join, normalize } from 'node:path';
import { root } from './paths.mjs';

/** @param {readonly string[]} files of this checkout */
function anyOf(files) {
  const wanted = new Set(files.map((file) => join(root, file)));
  return (/** @type {string} */ id) => wanted.has(normalize(id));
}

/**
 * Chunks that stand apart, with all that they need: what either program starts with; what help needs; what every border checks
 * with; and what is behind any look at the registry. The libraries that few acts need are in chunks of their own by themselves.
 */
export const chunkGroups = [
  // Each in one piece: what calls across chunks goes through a getter each time, which no engine inlines. Key derivation took
  // eight times as long by that.
  ...['hashes', 'ciphers'].map((name) => ({
    name: `noble-${name}`,
    test: new RegExp(String.raw`[\\/]node_modules[\\/]@noble[\\/]${name}[\\/]`),
    priority: 7,
  })),
  { name: 'commander', test: /[\\/]node_modules[\\/]commander[\\/]/, priority: 6 },
  { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]/, priority: 5 },
  {
    name: 'start',
    test: anyOf([
      'shared/shown-facts.ts',
      'main/composition/custody-place.ts',
      'package.json',
      // What help and custody share: neither is there for the other.
      'shared/domain/limits.ts',
      'shared/words/en/publishing.ts',
    ]),
    priority: 4,
  },
  { name: 'help', test: anyOf(['main/cli/run.ts']), priority: 3 },
  {
    name: 'border',
    test: anyOf(['shared/acts/app.ts', 'shared/once.ts', 'main/ports/disk-problems.ts']),
    priority: 2,
  },
  { name: 'custody', test: anyOf(['main/composition/compose.ts']), priority: 1 },
];

/**
 * Of the page: what its words need as well stands apart from what waits for them, and first in it what has to be said before
 * anything else (renderer/csp.ts).
 */
export const pageGroups = [
  { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]/, priority: 2 },
  {
    name: 'rules',
    test: /[\\/]shared[\\/]words[\\/]en[\\/](errors|verifiers)\.ts$|[\\/]renderer[\\/]csp\.ts$|[\\/]shared[\\/](?!words[\\/]\w\w[\\/])/,
    priority: 1,
  },
];

/**
 * tsyringe, below @peculiar/x509, refuses to be loaded before what it needs is there. That stands first in our own files, but
 * modules of a chunk come before those of the chunk that asks for it.
 * @type {import('vite').Plugin}
 */
export const reflectFirst = {
  name: 'reflect-first',
  transform: (code, id) =>
    /[\\/]tsyringe[\\/].*[\\/]index\.js$/.test(id) ? { code: `import 'reflect-metadata'; ${code}`, map: null } : null,
};

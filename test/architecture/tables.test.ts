// Knowledge about a kind of thing is a row in one table (shared/domain/{algorithms,endpoints,formats}.ts): no other place asks
// which algorithm or which kind of endpoint it has before it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import { ENDPOINT_KINDS } from '../../shared/domain/endpoints.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The table itself, the readers of keys (what is inside a key is its own), and the adapter of each kind. */
const TABLES = /^shared\/domain\/(algorithms|endpoints|formats)\.ts$/;
/** A careless verifier that knows one algorithm alone; the sandbox's own keys and what it says it takes. */
const OTHERS =
  /^(shared\/domain\/published-set\/naive-warnings\.ts|main\/sandbox\/.*|main\/composition\/own-sandbox\.ts)$/;

const names = [...SIGNING_ALGORITHMS, ...ENDPOINT_KINDS].join('|');
const COMPARED = [
  new RegExp(`(?:\\balg|[eE]ndpoint)\\w*\\s*[!=]==\\s*'(?:${names})'`, 'g'),
  /\balg\w*(?:\.toString\(\))?\.startsWith\('/g,
  /\/\^?\[?[RP]+\]?S\(256/g,
];

const sources = ['shared', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
);

const comparisonsIn = (text: string): string[] => COMPARED.flatMap((pattern) => text.match(pattern) ?? []);

it('compares no algorithm and no kind of endpoint outside its table', () => {
  expect(sources.length).toBeGreaterThan(500);
  const found = sources
    .filter((file) => !TABLES.test(file) && !OTHERS.test(file))
    .flatMap((file) => comparisonsIn(readFileSync(path.join(ROOT, file), 'utf8')).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

it.each(["if (endpoint === 'jwks')", "tenant.endpoint !== 'sandbox'", "alg.startsWith('RS')", "alg === 'Ed25519'"])(
  'would notice %s',
  (text) => {
    expect(comparisonsIn(text)).toHaveLength(1);
  },
);

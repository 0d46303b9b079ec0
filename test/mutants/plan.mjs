// The mutants: every source file with all its changes inside, each switched on by its number, and the sample to be judged.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { root } from '../../build/paths.mjs';
import { MUTATED } from './scope.mjs';

/**
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} folder the name in scope.mjs
 * @property {string} file from the root
 * @property {number} line from 1
 * @property {string} before the first line of what is replaced
 * @property {string} after
 * @property {string} kind
 */
/**
 * @typedef {object} Plan
 * @property {readonly Mutant[]} sample
 * @property {Readonly<Record<string, string>>} sources instrumented, by their paths
 * @property {number} until epoch ms; nothing is begun after it
 * @property {string} results the folder
 */

/**
 * What a file of tests says of the sample: first all that it reaches, then one verdict each.
 * @typedef {{ tests: string, broken: boolean, reached: readonly string[] } | { tests: string, mutant: string, killedBy: string | null }} Line
 */
/** @typedef {{ mutants: readonly Mutant[], sources: Record<string, string> }} Instrumented */

/** @returns {Promise<Instrumented>} */
export async function instrumented() {
  const silent = { isDebugEnabled: () => false, debug: ignore, info: ignore, warn: ignore };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it uses of a logger
  const instrumenter = new Instrumenter(/** @type {never} */ (silent));
  const files = sources();
  const { files: written, mutants } = await instrumenter.instrument(
    files.map(({ file, text }) => ({ name: file, mutate: true, content: text })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const known = new Map(files.map((source) => [source.file, source]));
  return {
    sources: Object.fromEntries(written.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, location: { start, end }, replacement, mutatorName: kind }) => {
      const source = known.get(fileName);
      const line = source?.text.split('\n')[start.line] ?? '';
      const before = line.slice(start.column, end.line === start.line ? end.column : undefined);
      const after = replacement.replaceAll(/\s+/g, ' ');
      return { id, folder: source?.folder ?? '', file: fileName, line: start.line + 1, before, after, kind };
    }),
  };
}

/** The same for the same seed and the same sources. @template T @param {readonly T[]} all @param {number} count @param {number} seed @returns {T[]} */
export function sampleOf(all, count, seed) {
  const left = [...all];
  const random = mulberry32(seed);
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

/** @returns {{ folder: string, file: string, text: string }[]} */
function sources() {
  return MUTATED.flatMap(({ name, folder, deep }) =>
    readdirSync(join(root, folder), { recursive: deep, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => ({ folder: name, file: relative(root, path), text: readFileSync(path, 'utf8') })),
  );
}

/** A small generator of numbers in [0, 1): nothing secret hangs on it. @param {number} seed */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ignore = () => undefined;

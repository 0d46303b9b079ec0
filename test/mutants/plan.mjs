// The mutants: every source file with all its changes inside, each switched on by its number, and the sample to be judged.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { root } from '../../build/paths.mjs';
import { MUTATED } from './scope.mjs';

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ start: Position, end: Position }} Range */
/**
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} folder the name in scope.mjs
 * @property {string} file from the root
 * @property {number} line from 1
 * @property {Range} range from 0
 * @property {string} before the first line of what is replaced
 * @property {string} after
 * @property {string} kind
 */
/**
 * @typedef {object} Plan
 * @property {readonly Mutant[]} sample
 * @property {Readonly<Record<string, string>>} sources that hold the mutants of the sample, by their paths
 * @property {number} until epoch ms; no mutant is begun after it
 * @property {string} results the folder
 */

/**
 * How a file of tests comes by a mutant: in these tests, or where there are none while it is loaded.
 * @typedef {{ by: readonly string[], hits: number, ms: number }} Reach
 */
/**
 * What a file of tests is without a mutant.
 * @typedef {{ tests: string, broken: boolean, ms: number, reached: Readonly<Record<string, Reach>> }} Look
 */
/**
 * What the files of tests that come by a mutant say of it: `asked` of them.
 * @typedef {{ mutant: string, killedBy: string | null, unsure: readonly string[], asked: number, ms: number }} Judgement
 */
/** @typedef {{ folder: string, file: string, text: string }} Source */

/** Every mutant of the product. @returns {Promise<{ files: number, mutants: Mutant[] }>} */
export async function everyMutant() {
  const all = sources();
  const { mutants } = await instrumented(all, () => true);
  return { files: all.length, mutants };
}

/**
 * The sources that have a part in the sample. They hold its mutants and those inside them, so that they stay nearly as quick as
 * they are.
 * @param {readonly Mutant[]} sample @returns {Promise<Pick<Plan, 'sample' | 'sources'>>}
 */
export async function holding(sample) {
  /** @param {string} file */
  const of = (file) => sample.filter((mutant) => mutant.file === file);
  const chosen = sources().filter(({ file }) => of(file).length > 0);
  const { mutants, written } = await instrumented(chosen, (file) => of(file).map(({ range }) => range));
  // They have other ids now.
  const same = new Map(mutants.map((mutant) => [nameOf(mutant), mutant]));
  return { sample: sample.map((mutant) => same.get(nameOf(mutant)) ?? mutant), sources: written };
}

/** The same for the same sources. @param {Mutant} mutant */
export const nameOf = ({ file, range, kind, after }) => JSON.stringify([file, range, kind, after]);

/**
 * @param {readonly Source[]} files
 * @param {(file: string) => boolean | Range[]} where
 * @returns {Promise<{ mutants: Mutant[], written: Record<string, string> }>}
 */
async function instrumented(files, where) {
  const silent = { isDebugEnabled: () => false, debug: ignore, info: ignore, warn: ignore };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it uses of a logger
  const instrumenter = new Instrumenter(/** @type {never} */ (silent));
  const { files: written, mutants } = await instrumenter.instrument(
    files.map(({ file, text }) => ({ name: file, mutate: where(file), content: text })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const known = new Map(files.map((source) => [source.file, source]));
  return {
    written: Object.fromEntries(written.map(({ name, content }) => [name, content])),
    mutants: mutants.map(({ id, fileName, location, replacement, mutatorName: kind }) => {
      const { start, end } = location;
      const source = known.get(fileName);
      const line = source?.text.split('\n')[start.line] ?? '';
      const before = line.slice(start.column, end.line === start.line ? end.column : undefined);
      const after = replacement.replaceAll(/\s+/g, ' ');
      return {
        id,
        folder: source?.folder ?? '',
        file: fileName,
        line: start.line + 1,
        range: location,
        before,
        after,
        kind,
      };
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

/** @returns {Source[]} */
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

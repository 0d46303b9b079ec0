// Which packages are in what runs: noted by each build beside what it made, and read when the program is packed. Nothing else
// knows it: what is declared is not always bundled, and what is bundled brings others along.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson } from './files.mjs';
import { dist, root } from './paths.mjs';
import { SetUpError } from './run.mjs';

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence an SPDX expression
 * @property {string} address of its home
 * @property {readonly string[]} texts of its licence and notices
 */

/** Loaded as they are, with what they need. */
const unbundled = ['keytar', '@photostructure/sqlite', 'node-gyp-build'];
const noText =
  'Its package carries no text of its licence; the terms are those that other packages of the same name state here.';
const textFile = /^(licen[cs]e|copying|notice|third[-_ ]?party)/i;
const folderOf = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** @param {string} recipe @returns {import('vite').Plugin} */
export function noteBundled(recipe) {
  return {
    name: 'note-bundled',
    generateBundle(_, chunks) {
      // Fonts and what styles take along are files with a name of origin; the rest are modules.
      const ids = Object.values(chunks).flatMap((chunk) =>
        chunk.type === 'chunk'
          ? chunk.moduleIds
          : chunk.originalFileNames.map((file) => resolve(root, 'renderer', file)),
      );
      const folders = ids.flatMap((id) => folderOf.exec(id.replace(/^\0/, ''))?.[1] ?? []);
      const source = JSON.stringify([...new Set(folders)].map((folder) => folder.slice(root.length + 1)).toSorted());
      this.emitFile({ type: 'asset', fileName: `bundled-${recipe}.json`, source });
    },
  };
}

/** Everything of others in the program but the engine itself, each once. @returns {Package[]} */
export function bundledPackages() {
  const notes = [dist, join(dist, 'renderer')].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^bundled-.*\.json$/.test(file))
      .map((file) => join(folder, file)),
  );
  if (notes.length === 0) throw new SetUpError('No build has noted what it bundled.');
  /** @type {string[]} */
  const folders = notes.flatMap((file) => readJson(file));
  const all = [...new Set([...folders, ...unbundled.map((name) => `node_modules/${name}`)])].map(describe);
  const byName = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} folder from the root @returns {Package} */
function describe(folder) {
  const place = join(root, folder);
  /** @type {{ name: string, version: string, license?: string | { type: string }, homepage?: string }} */
  const { name, version, license, homepage = '' } = readJson(join(place, 'package.json'));
  const licence = typeof license === 'string' ? license : license?.type;
  const texts = readdirSync(place)
    .filter((file) => textFile.test(file))
    .map((file) => readFileSync(join(place, file), 'utf8').trim());
  if (licence === undefined) throw new SetUpError(`${name} ${version} says no licence.`);
  return { name, version, licence, address: homepage, texts };
}

/** The text that goes with the program. @param {readonly Package[]} packages */
export function notices(packages) {
  const parts = packages.map(({ name, version, licence, texts }) =>
    [`${name} ${version} (${licence})`, ...(texts.length === 0 ? [noText] : texts)].join('\n\n'),
  );
  return [
    'Key Custodian contains the following work of others. The notices of Electron and Chromium are in files of their own.',
    ...parts,
  ].join(`\n\n${'─'.repeat(80)}\n\n`);
}

// Loads chunks of the program as `require` would, and gives the engine what it made of each of them when the program was
// built, so that nothing is compiled again at every start. That lies beside the chunks, with their rights, and never in a
// folder of data. It is named after the content of its chunk and after the engine, which refuses what another version or
// other switches of it made, and what belongs to a text of another length; then the chunk is compiled as if there were none.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

interface Loaded {
  exports: unknown;
}

type Chunk = (exports: unknown, require: (id: string) => unknown, module: Loaded, file: string, folder: string) => void;

const { versions } = process;
const engine = inElectron() ? `electron-${versions.electron}` : `node-${versions.node}`;

/** The types know of Electron alone. */
export function inElectron(): boolean {
  return 'electron' in versions;
}

/** Where the compiled chunks of this engine lie. */
export const compiledFolder = (dist: string): string =>
  path.join(dist, 'compiled', `${engine}-${process.platform}-${process.arch}`);

/** `seen` is told of each chunk that runs. */
export function createLoader(dist: string, seen?: (file: string, script: Script) => void): (file: string) => unknown {
  const fromOutside = createRequire(path.join(dist, 'cli.cjs'));
  const compiled = compiledFolder(dist);
  const loaded = new Map<string, Loaded>();

  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known !== undefined) {
      return known.exports;
    }
    const module: Loaded = { exports: {} };
    loaded.set(file, module);
    try {
      run(module, file);
    } catch (error) {
      // Whoever asks again is told again, and has no half of it.
      loaded.delete(file);
      throw error;
    }
    return module.exports;
  };
  return load;

  function run(module: Loaded, file: string): void {
    const folder = path.dirname(file);
    const script = scriptOf(dist, file, cached(path.join(compiled, path.basename(file))));
    seen?.(file, script);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the wrapper below
    const chunk = script.runInThisContext() as Chunk;
    const require = (id: string): unknown => (id.startsWith('.') ? load(path.join(folder, id)) : fromOutside(id));
    chunk(module.exports, require, module, file, folder);
  }
}

/** As Node.js wraps a module. */
export function scriptOf(dist: string, file: string, cachedData?: Buffer): Script {
  const text = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, 'utf8')}\n})`;
  // Its name is compiled in: the same wherever the program lies. Joined anew, because the engine keeps with a part of a text
  // the whole that it was cut from.
  const filename = path.relative(dist, file).split(path.sep).join('/');
  return new Script(text, { filename, cachedData });
}

function cached(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

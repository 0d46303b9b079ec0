// TypeScript to what runs, with plain Vite: dist/main.cjs and dist/command-line.cjs (with the chunks that they load on demand,
// compiled ahead for dist/cli.cjs, which starts the latter), dist/key-holder.cjs, dist/preload.cjs, dist/renderer/. Each bundle is staged first and then moved into place, so a failed build leaves the last good one.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { bundledPackages, noteBundled } from './bundled.mjs';
import { chunkGroups, pageGroups, reflectFirst } from './chunks.mjs';
import { isFresh } from './freshness.mjs';
import { withLock } from './lock.mjs';
import { dist, root, scratch } from './paths.mjs';
import { say, seconds, SetUpError } from './run.mjs';
import { schemasWhenUsed } from './schemas-when-used.mjs';

/** @typedef {'compile' | 'start' | 'entry' | 'holder' | 'node' | 'preload' | 'passphrase' | 'confirmation' | 'renderer'} Bundle */
/** @typedef {{ entries: Record<string, string>, outputs: Record<string, string>, sources: string[], make: (entries: Record<string, string>, folder: string) => Promise<unknown> }} Recipe */

/** Milliseconds; it takes about one second. */
const compileDeadline = 60_000;

const recipeFiles = [
  'build/bundle.mjs',
  'build/bundled.mjs',
  'build/chunks.mjs',
  'build/schemas-when-used.mjs',
  'package.json',
  'package-lock.json',
];

/**
 * `main` and `command-line` are one build: what both need lies in shared chunks, what only one command needs is loaded by
 * that one. `compile` comes before, because it compiles them.
 * @type {Record<Bundle, Recipe>}
 */
const recipes = {
  compile: {
    entries: { compile: 'main/start/compile.ts' },
    outputs: { compile: 'compile.cjs' },
    sources: ['main/start', ...recipeFiles],
    make: buildForNode,
  },
  start: {
    entries: { cli: 'main/start/cli.ts' },
    outputs: { cli: 'cli.cjs' },
    sources: ['main/start', ...recipeFiles],
    make: buildForNode,
  },
  entry: {
    entries: { entry: 'main/app/entry.ts' },
    outputs: { entry: 'entry.cjs' },
    sources: ['main/app', 'main/start', ...recipeFiles],
    make: buildForNode,
  },
  holder: {
    entries: { 'key-holder': 'main/key-store/holder/main.ts' },
    outputs: { 'key-holder': 'key-holder.cjs' },
    sources: ['main/key-store/holder', ...recipeFiles],
    make: buildForNode,
  },
  node: {
    entries: { main: 'main/app/main.ts', 'command-line': 'main/cli/main.ts' },
    outputs: { main: 'main.cjs', 'command-line': 'command-line.cjs' },
    sources: ['main', 'shared', ...recipeFiles],
    make: buildForNode,
  },
  preload: {
    entries: { preload: 'main/preload/preload.ts' },
    outputs: { preload: 'preload.cjs' },
    sources: ['main/preload', 'shared', ...recipeFiles],
    make: buildForNode,
  },
  passphrase: {
    entries: { passphrase: 'main/preload/passphrase-preload.ts' },
    outputs: { passphrase: 'passphrase.cjs' },
    sources: ['main/preload', ...recipeFiles],
    make: buildForNode,
  },
  confirmation: {
    entries: { confirmation: 'main/preload/confirmation-preload.ts' },
    outputs: { confirmation: 'confirmation.cjs' },
    sources: ['main/preload', ...recipeFiles],
    make: buildForNode,
  },
  renderer: {
    entries: { renderer: 'renderer/index.html' },
    outputs: { renderer: 'renderer/index.html' },
    sources: ['renderer', 'shared', ...recipeFiles],
    make: buildForBrowser,
  },
};

/** @type {readonly Bundle[]} */
export const allBundles = [
  'compile',
  'start',
  'entry',
  'holder',
  'node',
  'preload',
  'passphrase',
  'confirmation',
  'renderer',
];

/** Which of the bundles are missing or older than their sources. @param {readonly Bundle[]} bundles */
export function staleBundles(bundles) {
  return bundles.filter((name) => {
    const { outputs, sources } = recipes[name];
    const from = sources.map((path) => join(root, path));
    return Object.values(outputs).some((file) => !isFresh(join(dist, file), from));
  });
}

/**
 * Brings the bundles up to date. Several processes may ask at once; one builds and the others wait for it.
 * @param {readonly Bundle[]} bundles
 */
export async function ensureBundles(bundles) {
  if (staleBundles(bundles).length === 0) return;
  await withLock(join(scratch, 'bundle.lock'), async () => {
    for (const name of staleBundles(bundles)) await build(name);
    writeFileSync(join(dist, 'notices.json'), JSON.stringify(bundledPackages()));
  });
}

/** @param {Bundle} name */
async function build(name) {
  const { entries, outputs, make } = recipes[name];
  const started = new Date();
  const staging = join(scratch, 'bundle', name);
  rmSync(staging, { recursive: true, force: true });
  try {
    // Vite leaves NODE_ENV=production behind, and the tests that may follow in child processes must not inherit it.
    const mode = process.env['NODE_ENV'];
    await make(entries, staging).finally(() => {
      if (mode === undefined) delete process.env['NODE_ENV'];
      else process.env['NODE_ENV'] = mode;
    });
  } catch (error) {
    throw new SetUpError(
      `The ${name} bundle cannot be built: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  publish(name, staging);
  if (name === 'node') compileChunks();
  // Dated to when the sources were read: a change made during the build counts as newer.
  for (const file of Object.values(outputs)) utimesSync(join(dist, file), started, started);
  say(`· bundled ${Object.keys(entries).join(', ')} in ${seconds(started.getTime())}`);
}

/** @param {Bundle} name @param {string} staging */
function publish(name, staging) {
  mkdirSync(dist, { recursive: true });
  if (name === 'renderer') {
    rmSync(join(dist, 'renderer'), { recursive: true, force: true });
    renameSync(staging, join(dist, 'renderer'));
    return;
  }
  // Chunks carry a hash in their name: first the new ones, then the entries that ask for them, and last the old ones go.
  const chunks = join(dist, 'chunks');
  const kept = new Set(existsSync(join(staging, 'chunks')) ? readdirSync(join(staging, 'chunks')) : []);
  if (kept.size > 0) cpSync(join(staging, 'chunks'), chunks, { recursive: true });
  for (const file of readdirSync(staging)) if (file !== 'chunks') renameSync(join(staging, file), join(dist, file));
  if (name === 'node' && existsSync(chunks)) {
    for (const file of readdirSync(chunks)) if (!kept.has(file)) rmSync(join(chunks, file));
  }
  rmSync(staging, { recursive: true, force: true });
}

/** What Node.js makes of the chunks; what another engine made of the chunks before goes. */
function compileChunks() {
  rmSync(join(dist, 'compiled'), { recursive: true, force: true });
  compileWith(process.execPath, [join(dist, 'compile.cjs')]);
}

/**
 * The same for the engine of the window, which starts the program by its folder and as an ordinary one has no screen here.
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 */
export async function compileForWindow({ executable, version }) {
  const made = join(dist, 'compiled', `electron-${version}-${process.platform}-${process.arch}`);
  if (existsSync(made)) return;
  await withLock(join(scratch, 'bundle.lock'), async () => {
    if (existsSync(made)) return;
    const app = join(scratch, 'bundle', 'compiling');
    mkdirSync(app, { recursive: true });
    const main = relative(app, join(dist, 'compile.cjs'));
    writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'compiling', main }));
    // No page is opened, so there is nothing to confine, and root, whom the sandbox refuses, may build too.
    const headless = ['--no-sandbox', '--ozone-platform=headless', '--disable-gpu', '--log-level=3'];
    compileWith(executable, [...headless, `--user-data-dir=${join(app, 'data')}`, app]);
    rmSync(app, { recursive: true, force: true });
  });
}

/**
 * What the program runs at its start, as an engine has it once it ran: main/start/load.ts gives it that back at every start.
 * Without it everything works, and each start compiles anew.
 * @param {string} engine @param {readonly string[]} args
 */
function compileWith(engine, args) {
  const staging = join(scratch, 'bundle', 'compiled');
  rmSync(staging, { recursive: true, force: true });
  spawnSync(engine, [...args, dist, staging], { stdio: 'ignore', timeout: compileDeadline });
  if (existsSync(staging)) cpSync(staging, join(dist, 'compiled'), { recursive: true });
  rmSync(staging, { recursive: true, force: true });
}

/**
 * CommonJS for Electron's main process and for Node: everything bundled but the native modules. A sandboxed preload may load
 * nothing at all, so it has to be a single file.
 * @param {Record<string, string>} entries @param {string} folder
 */
async function buildForNode(entries, folder) {
  const vite = await import('vite');
  const native = ['electron', 'keytar', '@photostructure/sqlite'];
  await vite.build({
    configFile: false,
    logLevel: 'warn',
    root,
    mode: 'production',
    ssr: { noExternal: true, external: native },
    plugins: [namesAlone(vite), reflectFirst, schemasWhenUsed(), latin1, noteBundled(Object.keys(entries).join('-'))],
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        external: [...native, /^node:/, ...builtinModules],
        output: {
          format: 'cjs',
          dynamicImportInCjs: false,
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          codeSplitting: 'main' in entries && { groups: chunkGroups },
        },
      },
    },
  });
}

/**
 * An engine keeps a text of Latin-1 in one octet a character, and any other in two: ten typographic quotes doubled the whole
 * program of the page. Escaped, they mean the same wherever code can have them, but for raw templates.
 * @type {import('vite').Plugin}
 */
const latin1 = {
  name: 'latin-1',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        if (/\.raw`[^`]*[\u0100-\uFFFF]/.test(part.code))
          throw new Error(`${part.fileName}: a raw template cannot be escaped`);
        part.code = part.code.replaceAll(
          /[\u0100-\uFFFF]/g,
          (unit) => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
      }
    },
  },
};

/**
 * The names of channels and events follow from the definitions of the acts. The preload script and the first moments of the
 * program need no more of these than the names, so the names take the place of what makes them.
 * @param {typeof import('vite')} vite @returns {import('vite').Plugin}
 */
function namesAlone({ runnerImport }) {
  const names = join(root, 'shared/channels.ts');
  return {
    name: 'names-alone',
    enforce: 'pre',
    async load(id) {
      if (id !== names) return null;
      /** @type {typeof runnerImport<Record<string, unknown>>} */
      const evaluated = runnerImport;
      const { module } = await evaluated(names, { configFile: false, logLevel: 'error', root });
      return Object.entries(module)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** @param {Record<string, string>} _entries @param {string} folder */
async function buildForBrowser(_entries, folder) {
  const [vite, react] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await vite.build({
    configFile: false,
    logLevel: 'warn',
    root: join(root, 'renderer'),
    base: './',
    plugins: [react.default(), schemasWhenUsed(), latin1, noteBundled('renderer')],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome130',
      chunkSizeWarningLimit: 2_000,
      // The content policy lets fonts and scripts come from files only, never from data: addresses.
      assetsInlineLimit: 0,
      // What words need is named by the page itself. Asked for by a script, the browser reads the whole program once more to tell
      // where that was.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed, { hostType }) => (hostType === 'js' ? [] : needed),
      },
      rolldownOptions: {
        input: ['index.html', 'passphrase.html', 'confirm.html'].map((page) => join(root, 'renderer', page)),
        output: {
          // By this name index.html asks for them, together with the rest.
          chunkFileNames: ({ moduleIds }) => {
            const language = moduleIds
              .map((id) => /[\\/]words[\\/](\w+)[\\/]for-page\.ts$/.exec(id)?.[1])
              .find(Boolean);
            return language === undefined ? 'assets/[name]-[hash].js' : `assets/words-${language}.js`;
          },
          codeSplitting: { groups: pageGroups },
        },
      },
    },
  });
}

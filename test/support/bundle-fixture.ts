// Bundles a TypeScript program into one file that plain Node can run as a child process: for tests that must kill a
// process, which a test worker cannot do to itself.
import { builtinModules } from 'node:module';
import path from 'node:path';
import { build, type PluginOption } from 'vite';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The path of the bundle. It lies inside the repository so that native packages are found from there. */
export async function bundleFixture(entry: string, plugins: PluginOption[] = []): Promise<string> {
  const name = path.basename(entry, '.ts');
  const outDir = path.join(ROOT, 'out', 'fixtures', `${name}-${process.pid}`);
  await build({
    configFile: false,
    plugins,
    logLevel: 'error',
    root: ROOT,
    resolve: { conditions: ['node'] },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { [name]: entry },
        external: [/^node:/, ...builtinModules, 'keytar', '@photostructure/sqlite'],
        // One file: a test may carry it elsewhere.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
  return path.join(outDir, `${name}.cjs`);
}

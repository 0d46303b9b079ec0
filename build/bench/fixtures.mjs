// The programs that measure from inside (test/bench/*.fixture.ts), bundled for Node and for Electron's main process.
import { join } from 'node:path';
import { root, scratch } from '../paths.mjs';

const folder = join(scratch, 'bench');

/** @param {'workshop' | 'fleet' | 'seal' | 'lock' | 'electron-keys' | 'backup'} name */
export const fixture = (name) => join(folder, 'fixtures', `${name}.cjs`);

export async function buildFixtures() {
  const { build } = await import('vite');
  const native = ['electron', 'keytar', '@photostructure/sqlite'];
  for (const name of ['workshop', 'fleet', 'seal', 'lock', 'electron-keys', 'backup']) {
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      ssr: { noExternal: true, external: native },
      build: {
        ssr: true,
        outDir: join(folder, 'fixtures'),
        emptyOutDir: false,
        rolldownOptions: {
          input: { [name]: join(root, `test/bench/${name}.fixture.ts`) },
          external: native,
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    });
  }
}

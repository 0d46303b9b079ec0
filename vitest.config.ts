// Everything that runs under Node: units, contracts, the real keyring, other programs, the architecture's rules.
// The window has its own runner: playwright.config.ts.
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The parts that the window is made of. */
const WINDOW = 'test/unit/renderer/**/*.test.tsx';
/** One process serves many files of these, so that what they import and the keys that they make are there once. */
const TOGETHER = ['test/unit/!(network|tenant)/**/*.test.ts', 'test/{contracts,architecture}/**/*.test.ts'];
/** Photographs of every screen, for whoever asks for them. */
const ON_REQUEST = process.env['LOOK_OUT'] === undefined ? ['test/**/dev/**'] : [];

const shared = {
  pool: 'forks',
  // These end what hangs. How long keys and other programs take is up to the machine and what else it does.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
} as const;

export default defineConfig(({ mode }) => ({
  test: {
    experimental: { fsModuleCache: true, fsModuleCachePath: 'out/modules' },
    // Much of the work is waiting for other programs, so that two cores stand two workers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { ...shared, name: 'together', isolate: false, include: TOGETHER, exclude: ON_REQUEST } },
      {
        plugins: [react()],
        test: {
          ...shared,
          name: 'window',
          isolate: false,
          include: [WINDOW],
          environment: './test/support/one-window.ts',
          // The main process, which runs here too, is no page.
          environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } },
          setupFiles: ['test/support/window.setup.ts'],
        },
      },
      {
        // Each in a process of its own: they kill, fill disks, watch memory, and see or change what a process shares, trust in TLS for one.
        // A project has a mode of its own unless it is told: `npm run fuzz` asks for the long runs by it.
        mode,
        test: {
          ...shared,
          name: 'apart',
          setupFiles: ['test/support/own-keyring.setup.ts'],
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...TOGETHER, WINDOW, 'test/e2e/**', 'test/bench/**', 'test/engine/**', 'test/wine/**'],
        },
      },
    ],
  },
}));

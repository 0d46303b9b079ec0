// Everything that runs under Node: units, contracts, the real keyring, other programs, the architecture's rules.
// The window has its own runner: playwright.config.ts.
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const NOT_HERE = ['test/e2e/**', 'test/bench/**'];
const WINDOW = 'test/unit/renderer/screens/*.test.tsx';

export default defineConfig({
  plugins: [react()],
  test: {
    pool: 'forks',
    // Much of the work is waiting for other programs, so that two cores stand two workers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // These end what hangs. How long keys and other programs take is up to the machine and what else it does.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      { extends: true, test: { name: 'node', include: ['test/**/*.test.{ts,tsx}'], exclude: [...NOT_HERE, WINDOW] } },
      // The whole window over the whole custodian is a lot to load, so its files share it.
      {
        extends: true,
        test: {
          name: 'window',
          include: [WINDOW],
          environment: 'happy-dom',
          // The main process, which runs here too, is no page.
          environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } },
          isolate: false,
          setupFiles: ['test/unit/renderer/window-setup.ts'],
        },
      },
    ],
  },
});

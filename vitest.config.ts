// Everything that runs under Node: units, contracts, the real keyring, other programs, the architecture's rules.
// The window has its own runner: playwright.config.ts.
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    pool: 'forks',
    // Much of the work is waiting for other programs, so that two cores stand two workers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // These end what hangs. How long keys and other programs take is up to the machine and what else it does.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    restoreMocks: true,
    unstubEnvs: true,
  },
});

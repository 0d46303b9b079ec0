// Everything that runs under Node: units, contracts, the real keyring, other programs, the architecture's rules.
// The window has its own runner: playwright.config.ts.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    pool: 'forks',
    // RSA keys of 4096 bits take their time on a slow machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});

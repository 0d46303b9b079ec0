// Drives the real app in the real Electron. One app at a time: the tests share a display and a keyring.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  // These end what hangs; a busy machine may take its time.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
});

// What the runs on another engine or system have in common (test/engine, test/wine).
export const patient = {
  pool: 'forks',
  maxWorkers: 2,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
} as const;

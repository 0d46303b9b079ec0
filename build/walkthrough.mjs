// A tour through the real app on a machine without a screen.

/**
 * @param {{ runtime: import('./electron-runtime.mjs').Runtime }} options
 * @returns {Promise<number>} exit code
 */
export async function runWalkthrough({ runtime }) {
  process.stderr.write(`The walk-through is not written yet (${runtime.executable}).\n`);
  return 1;
}

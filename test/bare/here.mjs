// Whether this machine can make another one.
import { existsSync, readFileSync } from 'node:fs';
import { isRoot } from '../../build/paths.mjs';
import { capture } from '../../build/run.mjs';
import { hasCommand } from '../../build/system-packages.mjs';

/** @returns {Promise<string | undefined>} */
export async function whyNotHere() {
  if (!isRoot) return 'it makes a machine of its own, which takes root';
  if (suiteHere() === undefined) return 'it makes a Debian like this one, and this is none';
  if (!hasCommand('mmdebstrap') || !hasCommand('unshare')) return 'the package mmdebstrap is not here';
  const { code } = await capture('unshare', ['--mount', '--pid', '--fork', 'true']);
  return code === 0 ? undefined : 'this machine lets nobody mount, not even root';
}

/** @returns {string | undefined} for example bookworm */
export function suiteHere() {
  const about = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID=debian$/m.test(about) ? /^VERSION_CODENAME=(\w+)$/m.exec(about)?.[1] : undefined;
}

// Can Chromium confine its processes here? Asked before any window is started, because what it says by itself is a crash.
// It uses user namespaces; where the system keeps those from ordinary programs, a helper that belongs to root and is setuid
// does the same. Such a helper is made in root's own cache only: in a folder that somebody else can write to, it would be
// root's power in their hands.
import { chmodSync, chownSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { cacheFolder, isRoot, rootsCache } from './paths.mjs';
import { capture, SetUpError } from './run.mjs';

/** @typedef {import('./linux-session/background.mjs').Account} Account */

/**
 * Returns the executable to start: the same, or its copy in root's cache where only that can be helped.
 * @param {string} executable
 * @param {{ user?: Account | undefined, env: NodeJS.ProcessEnv, copy: () => Promise<string> }} options
 *   user: the account it runs as; copy: brings it into root's cache, and says where it is then
 * @returns {Promise<string>}
 */
export async function withSandbox(executable, { user, env, copy }) {
  if (process.platform !== 'linux' || (await givesNamespaces(user)) || isTrusted(helperOf(executable)))
    return executable;
  if (isRoot) {
    const own = executable.startsWith(cacheFolder() + sep) ? executable : await copy();
    makeHelper(helperOf(own));
    return own;
  }
  // What root has started here, root has helped.
  const roots = join(rootsCache, basename(dirname(executable)), basename(executable));
  if (isTrusted(helperOf(roots))) return roots;
  // A profile of AppArmor may let in this one program and nothing else, and only the program itself can show that.
  if (await starts(executable, env)) return executable;
  throw new SetUpError(restrictedAdvice(executable, restriction()));
}

/** @param {Account | undefined} user */
async function givesNamespaces(user) {
  return (await capture('unshare', ['--user', '--map-root-user', 'true'], { ...user })).code === 0;
}

/** @param {string} executable */
const helperOf = (executable) => join(dirname(executable), 'chrome-sandbox');

/**
 * Is the helper root's, setuid, and in folders that nobody but root can change, up to the top?
 * @param {string} helper
 */
export function isTrusted(helper) {
  const stat = statSync(helper, { throwIfNoEntry: false });
  return stat?.uid === 0 && (stat.mode & 0o4000) !== 0 && isOnlyRoots(helper);
}

/** @param {string} path */
function isOnlyRoots(path) {
  for (let at = path; ; at = dirname(at)) {
    const { uid, mode } = lstatSync(at);
    // A folder such as /tmp, where everybody may write and nobody may replace what is another's, has the sticky bit.
    const replaceable = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
    if (uid !== 0 || replaceable) return false;
    if (at === dirname(at)) return true;
  }
}

/** @param {string} helper in root's cache */
function makeHelper(helper) {
  if (!isOnlyRoots(dirname(helper)))
    throw new SetUpError(
      `${dirname(helper)} can be changed by others than root, so Chromium's helper cannot be given root's power there.\n` +
        `  Remove ${cacheFolder()} and run it again.`,
    );
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

/** Electron's own answer: it says its version, or it dies of its sandbox. @param {string} executable @param {NodeJS.ProcessEnv} env */
async function starts(executable, env) {
  const { stderr, code } = await capture(executable, ['--version'], { env, timeout: 15_000 });
  return code !== -1 && !/sandbox|FATAL/i.test(stderr);
}

/** @typedef {'apparmor' | 'clone' | 'number' | 'unknown'} Restriction */

/** @returns {Restriction} */
function restriction() {
  if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1') return 'apparmor';
  if (setting('kernel/unprivileged_userns_clone') === '0') return 'clone';
  return setting('user/max_user_namespaces') === '0' ? 'number' : 'unknown';
}

/** @param {string} name */
function setting(name) {
  try {
    return readFileSync(`/proc/sys/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** What an ordinary user can ask root for. @param {string} executable @param {Restriction} why */
export function restrictedAdvice(executable, why) {
  const start =
    'This system keeps user namespaces from ordinary programs, and Chromium confines its processes with them: without, no window is opened.\n';
  const ways = {
    apparmor:
      '  Ask root for a profile that lets in this one program:\n\n' +
      `    printf '%s\n' 'abi <abi/4.0>,' 'include <tunables/global>' 'profile key-custodian "${executable}" flags=(unconfined) { userns, }' > /etc/apparmor.d/key-custodian\n` +
      '    apparmor_parser -r /etc/apparmor.d/key-custodian\n',
    clone: '  Ask root to allow them:\n\n    sysctl -w kernel.unprivileged_userns_clone=1\n',
    number: '  Ask root to allow them:\n\n    sysctl -w user.max_user_namespaces=15000\n',
    unknown:
      '  A chroot may be the reason, or a container; let its seccomp profile allow clone and unshare with user namespaces.\n',
  };
  return (
    `${start}${ways[why]}\n` +
    `  Or let root run \`npm start\` in a checkout of its own, once: it keeps an Electron with a helper in ${rootsCache},\n` +
    '  which is then used from here too. Nothing in a folder of your own should ever be made setuid root.'
  );
}

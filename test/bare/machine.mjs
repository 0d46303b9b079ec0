// A bare Debian to try the first commands in: nothing but the base system, Node and npm. Every command runs in mounts and
// processes of its own, which the kernel takes away when the command ends, however that ends: nothing can stay mounted.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from '../../build/paths.mjs';
import { capture, SetUpError } from '../../build/run.mjs';

/** @typedef {'root' | 'officer'} Who */
/** @typedef {{ folder: string, remove: () => void }} Workshop */
/** @typedef {import('../../build/run.mjs').Finished} Finished */

/** Where the checkout lies in the machine. */
export const checkout = '/opt/key-custodian';
/** In ms. On a quiet machine the longest takes two minutes. */
const commandDeadline = 15 * 60 * 1000;
const officer = { uid: 1000, gid: 1000, home: '/home/officer' };

/** @returns {Workshop} a folder that is gone when this process is */
export function openWorkshop() {
  const folder = mkdtempSync('/var/tmp/key-custodian-bare-');
  // Nothing is mounted below it outside of the commands' own namespaces.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  return { folder, remove };
}

/**
 * The base system, from the mirror that this machine uses.
 * @param {string} target
 * @param {string} suite for example bookworm
 */
export async function installBase(target, suite) {
  const format = '$(REPO_URI)|$(RELEASE)|$(ORIGIN)';
  const { stdout: sources } = await capture('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const mirror = sources.split('\n').flatMap((line) => {
    const [uri = '', release, origin] = line.split('|');
    return release === suite && origin === 'Debian' ? [uri] : [];
  })[0];
  if (mirror === undefined) throw new SetUpError(`apt knows no source of ${suite} here.`);
  const { stdout: settings } = await capture('apt-config', ['dump']);
  const aptSettings = `${target}.apt.conf`;
  writeFileSync(aptSettings, settings.replaceAll(/^(?!Acquire::).*\n/gm, ''));
  const args = ['--variant=apt', '--mode=root', '--quiet', `--aptopt=${aptSettings}`, suite, target, mirror];
  const { code, stderr } = await capture('mmdebstrap', args);
  if (code !== 0)
    throw new SetUpError(`mmdebstrap ended with ${code}: ${stderr.trim().split('\n').slice(-5).join('\n')}`);
  await addNode(target);
  addNetwork(target);
  addOfficer(target);
}

/** This Node and its npm, as somebody would unpack them. @param {string} target */
async function addNode(target) {
  const { stdout } = await capture('npm', ['root', '--global']);
  const modules = join(target, 'usr/local/lib/node_modules');
  await copyTree(join(stdout.trim(), 'npm'), join(modules, 'npm'));
  copyFileSync(process.execPath, join(target, 'usr/local/bin/node'));
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(target, 'usr/local/bin', name));
}

/** What it takes to reach the same registries as this machine does. @param {string} target */
function addNetwork(target) {
  const files = ['/etc/resolv.conf', '/etc/hosts', '/etc/ssl/certs/ca-certificates.crt', '/etc/npmrc'];
  for (const file of files) {
    if (!existsSync(file)) continue;
    mkdirSync(join(target, dirname(file)), { recursive: true });
    // What a link points to: there is nothing of this machine to point to.
    writeFileSync(join(target, file), readFileSync(file));
  }
}

/** @param {string} target */
function addOfficer(target) {
  const { uid, gid, home } = officer;
  writeFileSync(join(target, 'etc/passwd'), `officer:x:${uid}:${gid}::${home}:/bin/sh\n`, { flag: 'a' });
  writeFileSync(join(target, 'etc/group'), `officer:x:${gid}:\n`, { flag: 'a' });
  mkdirSync(join(target, home));
}

/** HEAD, without anything that was built or installed. @param {string} machine */
export async function addCheckout(machine) {
  const target = join(machine, checkout);
  mkdirSync(target, { recursive: true });
  const { code, stderr } = await capture('sh', ['-c', 'git -C "$1" archive HEAD | tar -x -C "$2"', 'sh', root, target]);
  if (code !== 0 || !existsSync(join(target, 'package.json'))) throw new SetUpError(`git archive failed: ${stderr}`);
}

/**
 * What was downloaded before need not be downloaded again. Works without, but slower.
 * @param {string} machine @param {Who} who
 */
export async function lendCaches(machine, who) {
  const { stdout } = await capture('npm', ['config', 'get', 'cache']);
  const home = join(machine, who === 'root' ? '/root' : officer.home);
  await copyTree(stdout.trim(), join(home, '.npm'));
  await copyTree(cacheFolder(), who === 'root' ? join(machine, cacheFolder()) : join(home, '.cache', 'key-custodian'));
}

/** As it is, devices and links included; nothing where there is nothing. @param {string} from @param {string} to */
export async function copyTree(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  const { code, stderr } = await capture('cp', ['-a', '--reflink=auto', `${from}/.`, to]);
  if (code !== 0) throw new SetUpError(`${to} could not be filled: ${stderr.trim()}`);
}

/** @param {string} machine @param {string} path in the machine */
export async function giveToOfficer(machine, path) {
  await capture('chown', ['-R', `${officer.uid}:${officer.gid}`, join(machine, path)]);
}

/**
 * Runs a command in the machine: root in a chroot, as somebody would try it; the officer with the machine as the root of all
 * mounts, since in a chroot the kernel lets nobody confine a browser.
 * @param {string} machine
 * @param {Who} who
 * @param {string} command for sh
 * @param {Record<string, string>} [more] environment
 * @returns {Promise<Finished>}
 */
export function inMachine(machine, who, command, more = {}) {
  const home = who === 'root' ? '/root' : officer.home;
  const env = {
    PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: home,
    LANG: 'C.UTF-8',
    CI: 'true',
    ...proxies(),
    ...more,
  };
  const prepare = 'mount --bind "$M" "$M" && mount -t proc proc "$M/proc" && mount --rbind /dev "$M/dev" && cd "$M"';
  const drop = `setpriv --reuid=${officer.uid} --regid=${officer.gid} --clear-groups --`;
  const enter = who === 'root' ? 'exec chroot .' : `pivot_root . mnt && /mnt/usr/bin/umount -l /mnt && exec ${drop}`;
  return capture(
    'unshare',
    [
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      '--propagation=private',
      'sh',
      '-c',
      `${prepare} && ${enter} env -i "$@"`,
      'sh',
    ]
      .concat(Object.entries(env).map(([name, value]) => `${name}=${value}`))
      .concat(['sh', '-c', `cd ${checkout} && ${command}`]),
    { env: { ...process.env, M: machine }, timeout: commandDeadline, killSignal: 'SIGKILL' },
  );
}

function proxies() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^(https?|no|all)_proxy$/i.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

// A bare Debian to try the first commands in: nothing but the base system, Node and npm. Every command runs in mounts and
// processes of its own, which the kernel takes away when the command ends, however that ends: nothing can stay mounted.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive } from '../../build/lock.mjs';
import { cacheFolder, root } from '../../build/paths.mjs';
import { capture, SetUpError } from '../../build/run.mjs';

/** @typedef {'root' | 'officer'} Who */
/** @typedef {{ folder: string, remove: () => void }} Workshop */
/** @typedef {import('../../build/run.mjs').Finished} Finished */

/** Where the checkout lies in the machine. */
export const checkout = '/opt/key-custodian';
const debs = '/var/cache/apt/archives';
/** In ms. On a quiet machine the longest takes two minutes. */
const commandDeadline = 15 * 60 * 1000;
const officer = { uid: 1000, gid: 1000, home: '/home/officer' };

const workshops = '/var/tmp';
/** The process id of its owner follows. */
const workshopName = 'key-custodian-bare-';

/** @returns {Workshop} a folder that is gone when this process is, or when the next one comes */
export function openWorkshop() {
  for (const name of readdirSync(workshops)) {
    const owner = new RegExp(`^${workshopName}(\\d+)-`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) clearAway(join(workshops, name));
  }
  const folder = mkdtempSync(join(workshops, `${workshopName}${process.pid}-`));
  const remove = () => clearAway(folder);
  process.once('exit', remove);
  return { folder, remove };
}

/** Nothing is mounted below it outside of the commands' own namespaces. @param {string} folder */
function clearAway(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
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
  // A machine that is thrown away need not survive a power cut; waiting for the disk is most of what dpkg does.
  writeFileSync(join(target, 'etc/dpkg/dpkg.cfg.d/in-a-hurry'), 'force-unsafe-io\n');
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
 * What this machine downloaded before is read by root of the other, and need not be downloaded again.
 * @returns {Promise<string[]>} for enter.sh
 */
async function lentToRoot() {
  const { stdout } = await capture('npm', ['config', 'get', 'cache']);
  return [`${stdout.trim()}=/root/.npm`, `${cacheFolder()}=${cacheFolder()}`, `${debs}=${debs}`];
}

/** The runtime that this machine has, for the officer. @param {string} machine */
export async function giveRuntime(machine) {
  await copyTree(cacheFolder(), join(machine, officer.home, '.cache', 'key-custodian'));
}

/** As it is, devices and links included; nothing where there is nothing. @param {string} from @param {string} to */
export async function copyTree(from, to) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  const { code, stderr } = await capture('cp', ['-a', '--reflink=auto', `${from}/.`, to]);
  if (code !== 0) throw new SetUpError(`${to} could not be filled: ${stderr.trim()}`);
}

/** @param {string} machine @param {Who} who @param {string} path in the machine */
export async function give(machine, who, path) {
  const owner = who === 'root' ? '0:0' : `${officer.uid}:${officer.gid}`;
  await capture('chown', ['-R', owner, join(machine, path)]);
}

/**
 * Runs a command in the machine. It ends with this process, however that ends, and everything that it started with it.
 * @param {string} machine
 * @param {Who} who
 * @param {string} command for sh
 * @param {Record<string, string>} [more] environment
 * @returns {Promise<Finished>}
 */
export async function inMachine(machine, who, command, more = {}) {
  const env = {
    PATH: '/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: who === 'root' ? '/root' : officer.home,
    LANG: 'C.UTF-8',
    CI: 'true',
    // What is lent to root is what this machine has: asking the registry for each package anew is most of the wait.
    ...(who === 'root' ? { npm_config_prefer_offline: 'true' } : {}),
    ...proxies(),
    ...more,
  };
  const own = ['--mount', '--pid', '--fork', '--kill-child', '--propagation=private'];
  const lent = who === 'root' ? await lentToRoot() : [];
  return capture(
    'setpriv',
    ['--pdeathsig', 'KILL', '--', 'unshare', ...own, join(import.meta.dirname, 'enter.sh'), machine, who, ...lent, '--']
      .concat(['env', '-i', ...Object.entries(env).map(([name, value]) => `${name}=${value}`)])
      .concat(['sh', '-c', `cd ${checkout} && ${command}`]),
    { timeout: commandDeadline, killSignal: 'SIGKILL' },
  );
}

function proxies() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^(https?|no|all)_proxy$/i.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

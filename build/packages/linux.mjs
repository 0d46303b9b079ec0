// deb, rpm and tar.gz out of one tree of files, with the tools of the systems themselves: the packers from npm fetch programs
// from elsewhere, or carry nothing outside the program's own folder (docs/adr/0065).
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, lutimesSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { scratch } from '../paths.mjs';
import { packTighter } from './deb-archive.mjs';
import { capture, say, SetUpError } from '../run.mjs';

/** @typedef {{ tree: string, into: string, version: string, date: Date, quick: boolean }} Order  quick: larger, for a look at it */

const description = {
  summary: 'custody of token signing keys, with guarded rotation and publication',
  text: [
    'Private keys with which an identity tenant signs tokens stay in the keychain of',
    'this machine. They are rotated and revoked with the waits that verifiers need,',
    'their public halves are published and proven from outside, and every certificate',
    'format is made locally.',
  ],
};
const homepage = 'https://keycustodian.example';
const maintainer = 'Key Custodian <founders@keycustodian.example>';

/** What Electron links to, and the tools of the desktop that it calls. */
const debDepends = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libdrm2',
  'libgbm1',
  'libasound2 | libasound2t64',
  'libuuid1',
  'libsecret-1-0',
];
const rpmRequires = [
  'gtk3',
  'libnotify',
  'nss',
  'libXScrnSaver',
  '(libXtst or libXtst6)',
  'xdg-utils',
  'at-spi2-core',
  '(libuuid or libuuid1)',
  'libsecret',
  'mesa-libgbm',
  'alsa-lib',
];

/** @type {Readonly<Record<string, (order: Order) => Promise<string>>>} what can be made, by the name electron-builder gives it */
export const packers = { deb: makeDeb, rpm: makeRpm, 'tar.gz': makeTar };

/** @param {Order} order @returns {Promise<string>} the file */
async function makeDeb({ tree, into, version, date, quick }) {
  const staged = join(scratch, 'deb');
  rmSync(staged, { recursive: true, force: true });
  cpSync(tree, staged, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  const size = Math.ceil(sizeOf(tree) / 1024);
  const control = join(staged, 'DEBIAN');
  mkdirSync(control);
  const fields = {
    Package: 'key-custodian',
    Version: version,
    Architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
    Maintainer: maintainer,
    'Installed-Size': String(size),
    Depends: debDepends.join(', '),
    Recommends: 'gnome-keyring | kwalletmanager',
    Section: 'utils',
    Priority: 'optional',
    Homepage: homepage,
    Description: [description.summary, ...description.text.map((line) => ` ${line}`)].join('\n'),
  };
  writeFileSync(
    join(control, 'control'),
    Object.entries(fields)
      .map(([field, value]) => `${field}: ${value}\n`)
      .join(''),
  );
  writeFileSync(join(control, 'conffiles'), '/etc/apparmor.d/key-custodian\n');
  writeFileSync(join(control, 'postinst'), afterInstall, { mode: 0o755 });
  writeFileSync(join(control, 'prerm'), beforeRemoval, { mode: 0o755 });
  await restoreModes(tree, staged);
  dateAll(staged, date);
  const file = join(into, `key-custodian_${version}_${fields.Architecture}.deb`);
  // What xz takes longer to pack than zstd it saves in size, once for everybody.
  const packing = quick ? ['-Zzstd', '-z1'] : ['-Znone'];
  await tool('dpkg-deb', ['--root-owner-group', ...packing, '--build', staged, file], date);
  if (!quick) await packTighter(file, scratch);
  return file;
}

/** The profile is for kernels that restrict user namespaces; others need none, and older parsers do not know it. */
const afterInstall = `#!/bin/sh
set -e
if [ "$1" = configure ] && [ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ] && command -v apparmor_parser >/dev/null; then
  apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/key-custodian || true
fi
`;
const beforeRemoval = `#!/bin/sh
set -e
if [ "$1" = remove ] && [ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ] && command -v apparmor_parser >/dev/null; then
  apparmor_parser --remove /etc/apparmor.d/key-custodian || true
fi
`;

/** @param {Order} order @returns {Promise<string>} the file */
async function makeRpm({ tree, into, version, date, quick }) {
  const top = join(scratch, 'rpm');
  rmSync(top, { recursive: true, force: true });
  mkdirSync(top, { recursive: true });
  const spec = join(top, 'key-custodian.spec');
  writeFileSync(
    spec,
    [
      'Name: key-custodian',
      `Version: ${version.replaceAll('-', '~')}`,
      'Release: 1',
      `Summary: ${description.summary}`,
      'License: Apache-2.0',
      `URL: ${homepage}`,
      'AutoReqProv: no',
      ...rpmRequires.map((one) => `Requires: ${one}`),
      '%description',
      ...description.text,
      '%files',
      '/usr',
      '%config(noreplace) /etc/apparmor.d/key-custodian',
      '%attr(4755, root, root) /usr/lib/key-custodian/chrome-sandbox',
      '',
    ].join('\n'),
  );
  const staged = join(top, 'root');
  cpSync(tree, staged, { recursive: true, verbatimSymlinks: true });
  await restoreModes(tree, staged);
  dateAll(staged, date);
  const settings = {
    _topdir: join(top, 'build'),
    _rpmdir: join(top, 'made'),
    _build_id_links: 'none',
    _binary_payload: quick ? 'w1.zstdio' : 'w9.xzdio',
    _buildhost: 'localhost',
    use_source_date_epoch_as_buildtime: '1',
    clamp_mtime_to_source_date_epoch: '1',
    __strip: '/bin/true',
  };
  const defines = Object.entries(settings).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  await tool('rpmbuild', ['-bb', '--quiet', '--target', machine, '--buildroot', staged, ...defines, spec], date);
  const made = join(top, 'made', machine);
  const [file = ''] = readdirSync(made);
  copyFileSync(join(made, file), join(into, file));
  return join(into, file);
}

/** The tree alone: for whoever packs it again, or unpacks it below a folder of their own. @param {Order} order @returns {Promise<string>} */
async function makeTar({ tree, into, version, date }) {
  const file = join(into, `key-custodian-${version}-linux-${process.arch}.tar.gz`);
  const top = `key-custodian-${version}`;
  const same = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--mtime=@${date.getTime() / 1000}`];
  await tool(
    'tar',
    [...same, '--use-compress-program=gzip -9n', `--transform=s,^\\.,${top},S`, '-cf', file, '-C', tree, '.'],
    date,
  );
  return file;
}

/** A copy keeps no set-user-id bit. @param {string} tree @param {string} copy */
async function restoreModes(tree, copy) {
  await capture('chmod', ['4755', join(copy, 'usr/lib/key-custodian/chrome-sandbox')]);
  if ((statSync(join(copy, 'usr/lib/key-custodian/chrome-sandbox')).mode & 0o7777) !== 0o4755)
    throw new SetUpError(`The helper of the sandbox has lost its mode between ${tree} and ${copy}.`);
}

/** So that the same sources make the same package. @param {string} folder @param {Date} date */
function dateAll(folder, date) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) lutimesSync(file, date, date);
    else utimesSync(file, date, date);
  }
  utimesSync(folder, date, date);
}

/** @param {string} folder */
function sizeOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** @param {string} program @param {readonly string[]} args @param {Date} date */
async function tool(program, args, date) {
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000)) };
  const { code, stderr } = await capture(program, args, { env });
  if (code !== 0) throw new SetUpError(`${program} ended with ${code}: ${stderr.trim()}`);
}

/** As `sha256sum --check` reads them. @param {readonly string[]} made @param {string} into */
export function writeChecksums(made, into) {
  const lines = made.map(
    (file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${basename(file)}\n`,
  );
  writeFileSync(join(into, 'SHA256SUMS'), lines.join(''));
  for (const file of made) say(`  • ${basename(file)}: ${(statSync(file).size / 1_000_000).toFixed(1)} MB`);
}

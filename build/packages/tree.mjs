// The files of an installed program, as they lie on a Linux system; deb and rpm hold the same ones.
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundledPackages, notices } from '../bundled.mjs';
import { root, scratch } from '../paths.mjs';
import { capture, SetUpError } from '../run.mjs';
import { bashCompletion, describedCommands, fishCompletion, manualPage, zshCompletion } from './commands.mjs';
import { billOfMaterials } from './sbom.mjs';

const name = 'key-custodian';
const program = `usr/lib/${name}`;
const documents = `usr/share/doc/${name}`;
/** The window speaks these; the engine's own words for every other language stay behind (40 MB). */
const languages = new Set(['en-US', 'de']);
/**
 * WebGL without a card, of which no page of ours has any, and the sender of crash reports, which are off: memory of a program that
 * keeps keys goes nowhere (docs/adr/0065).
 */
const unused = new Set([
  'libvk_swiftshader.so',
  'vk_swiftshader_icd.json',
  'libvulkan.so.1',
  'chrome_crashpad_handler',
]);
const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** Where the files of this folder go. */
const files = {
  'custodian.sh': 'usr/bin/custodian',
  'key-custodian.desktop': 'usr/share/applications/key-custodian.desktop',
  'key-custodian.mime.xml': 'usr/share/mime/packages/key-custodian.xml',
  'example.keycustodian.app.metainfo.xml': 'usr/share/metainfo/example.keycustodian.app.metainfo.xml',
  'key-custodian.apparmor': 'etc/apparmor.d/key-custodian',
  'key-custodian-due.service': 'usr/lib/systemd/user/key-custodian-due.service',
  'key-custodian-due.timer': 'usr/lib/systemd/user/key-custodian-due.timer',
};
const executables = new Set(['usr/bin/custodian']);

/**
 * @param {{ unpacked: string, version: string, electron: string, date: Date }} made the program as electron-builder leaves it;
 * the date stands in every file
 * @returns {Promise<string>} the folder
 */
export async function stageTree({ unpacked, version, electron, date }) {
  const tree = join(scratch, 'tree');
  rmSync(tree, { recursive: true, force: true });
  /** @param {string} place @param {string | Uint8Array} content */
  const write = (place, content) => {
    mkdirSync(dirname(join(tree, place)), { recursive: true });
    writeFileSync(join(tree, place), content);
  };
  cpSync(unpacked, join(tree, program), {
    recursive: true,
    filter: (file) => !unused.has(basename(file)) && !isForeignLocale(file),
  });
  mkdirSync(join(tree, 'usr/bin'), { recursive: true });
  symlinkSync(`../lib/${name}/${name}`, join(tree, 'usr/bin', name));
  for (const [file, place] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, place)), { recursive: true });
    copyFileSync(join(import.meta.dirname, 'files', file), join(tree, place));
  }
  await addIcons(tree);
  addCommands(write, await describedCommands(), { version, date: date.toISOString().slice(0, 10) });
  const packages = bundledPackages();
  write(`${documents}/copyright`, copyright());
  write(`${documents}/THIRD-PARTY-NOTICES.txt.gz`, gzipSync(notices(packages), { level: 9 }));
  write(`${documents}/sbom.cdx.json`, billOfMaterials({ version, electron, packages }));
  cpSync(join(root, 'docs/guide'), join(tree, documents, 'guide'), { recursive: true });
  copyFileSync(join(root, 'CHANGELOG.md'), join(tree, documents, 'CHANGELOG.md'));
  setModes(tree);
  return tree;
}

/** @param {string} file */
function isForeignLocale(file) {
  const [, language] = /[\\/]locales[\\/](.+)\.pak(?:\.info)?$/.exec(file) ?? [];
  return language !== undefined && !languages.has(language);
}

/** @param {(place: string, content: string | Uint8Array) => void} write @param {import('./commands.mjs').Described} commands @param {{ version: string, date: string }} about */
function addCommands(write, commands, about) {
  write('usr/share/man/man1/custodian.1.gz', gzipSync(manualPage(commands, about), { level: 9 }));
  write('usr/share/bash-completion/completions/custodian', bashCompletion(commands));
  write('usr/share/zsh/vendor-completions/_custodian', zshCompletion(commands));
  write('usr/share/fish/vendor_completions.d/custodian.fish', fishCompletion(commands));
}

/** Drawn anew in each size. @param {string} tree */
async function addIcons(tree) {
  const place = (/** @type {string} */ size) => join(tree, `usr/share/icons/hicolor/${size}/apps`);
  mkdirSync(place('scalable'), { recursive: true });
  copyFileSync(join(root, 'build/icons/icon.svg'), join(place('scalable'), `${name}.svg`));
  for (const size of iconSizes) {
    const folder = place(`${size}x${size}`);
    mkdirSync(folder, { recursive: true });
    const args = ['-w', String(size), '-h', String(size), '-o', join(folder, `${name}.png`)];
    const { code, stderr } = await capture('rsvg-convert', [...args, join(root, 'build/icons/icon.svg')]);
    if (code !== 0) throw new SetUpError(`rsvg-convert ended with ${code}: ${stderr.trim()}`);
  }
}

/** Machine-readable copyright file, Debian policy 12.5. */
function copyright() {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Key Custodian

Files: *
Copyright: Key Custodian contributors
License: Apache-2.0
 On Debian systems the whole text is in /usr/share/common-licenses/Apache-2.0.
 What others made is in THIRD-PARTY-NOTICES.txt.gz beside this file; the notices of
 Electron and Chromium are in /usr/lib/${name}.
`;
}

/**
 * Nobody's umask is in the package. The helper of the sandbox is used where the kernel gives users no namespaces of their own.
 * @param {string} tree
 */
function setModes(tree) {
  for (const entry of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const place = file.slice(tree.length + 1);
    if (entry.isSymbolicLink()) continue;
    const runs = executables.has(place) || /^usr\/lib\/key-custodian\/(key-custodian|[^/]+\.so(\.\d+)?)$/.test(place);
    chmodSync(file, entry.isDirectory() || runs ? 0o755 : 0o644);
  }
  chmodSync(tree, 0o755);
  chmodSync(join(tree, program, 'chrome-sandbox'), 0o4755);
}

/** The day of the last change, so that the same sources make the same package on any day. @returns {Promise<Date>} */
export async function releaseDate() {
  const given = process.env['SOURCE_DATE_EPOCH'];
  if (given !== undefined) return new Date(Number(given) * 1000);
  const { code, stdout } = await capture('git', ['log', '-1', '--format=%ct'], { cwd: root });
  return code === 0 ? new Date(Number(stdout) * 1000) : new Date(0);
}

// What is in a finished Debian package, read back from it: fuses, modes, notices, bill of materials.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bundledPackages, notices } from '../bundled.mjs';
import { readJson } from '../files.mjs';
import { shippedFuses, verifyFuses } from '../fuses.mjs';
import { scratch } from '../paths.mjs';
import { capture, SetUpError } from '../run.mjs';

/** @param {string} deb @returns {Promise<string>} folder */
export async function unpacked(deb) {
  const folder = join(scratch, 'release-look');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { code, stderr } = await capture('dpkg-deb', ['-x', deb, folder]);
  if (code !== 0) throw new SetUpError(`dpkg-deb cannot read ${deb}: ${stderr.trim()}`);
  return folder;
}

/** @param {string} folder */
export async function fusesIn(folder) {
  const program = join(folder, 'usr/lib/key-custodian');
  const count = await verifyFuses(join(program, 'key-custodian'), shippedFuses);
  if ((statSync(join(program, 'chrome-sandbox')).mode & 0o7777) !== 0o4755)
    throw new SetUpError('The helper of the sandbox has not the mode 4755.');
  const loose = readdirSync(join(program, 'resources')).filter((name) => name.startsWith('app') && name !== 'app.asar');
  if (loose.join() !== 'app.asar.unpacked') throw new SetUpError(`Beside app.asar lies ${loose.join(', ')}.`);
  return `${count} as stated, and the sandbox has its helper`;
}

/** @param {string} folder */
export function noticesIn(folder) {
  const packages = bundledPackages();
  const documents = join(folder, 'usr/share/doc/key-custodian');
  const text = gunzipSync(readFileSync(join(documents, 'THIRD-PARTY-NOTICES.txt.gz'))).toString('utf8');
  if (text !== notices(packages)) throw new SetUpError('The notices in the package are not those of what was bundled.');
  /** @type {{ components: { purl: string, licenses?: unknown[] }[] }} */
  const { components } = readJson(join(documents, 'sbom.cdx.json'));
  const listed = new Set(components.map(({ purl }) => decodeURIComponent(purl)));
  const missing = packages.filter(({ name, version }) => !listed.has(`pkg:npm/${name}@${version}`));
  if (missing.length > 0)
    throw new SetUpError(`The bill of materials misses ${missing.map(({ name }) => name).join(', ')}.`);
  if (![...listed].some((purl) => purl.startsWith('pkg:npm/electron@')))
    throw new SetUpError('The bill of materials misses Electron.');
  if (components.some(({ licenses = [] }) => licenses.length === 0))
    throw new SetUpError('The bill of materials has a component without a licence.');
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html'])
    if (statSync(join(folder, 'usr/lib/key-custodian', name), { throwIfNoEntry: false }) === undefined)
      throw new SetUpError(`${name} is not in the package.`);
  return `${packages.length} packages with their licences, ${components.length} components`;
}

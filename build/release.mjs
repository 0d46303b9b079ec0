// `npm run release -- --dry-run`: everything of a release that can be made on this machine, one step after the other, each with a
// verdict: packages, what is in them, checksums, signed document, provenance, installed and driven, and the page. It uploads
// nothing. Without `--dry-run` what is not fit to be published fails (sources, key, signature).
// `--key FILE`: signs, with an Ed25519 key (PKCS#8 PEM) that only its owner may read; otherwise `key-custodian.release.unsigned` is left
// for `signify -S -e` on a machine of its own. `--twice`: makes all packages once more, and compares. `--quick`: larger packages, sooner.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';
import { readJson } from './files.mjs';
import { notMadeHere } from './package.mjs';
import { dist, root, scratch } from './paths.mjs';
import { changesOf } from './release/changes.mjs';
import { namedPackage, publicLine, releaseDocument, releaseKey, signedBySignify } from './release/document.mjs';
import { fusesIn, noticesIn, unpacked } from './release/inside.mjs';
import { releasePage } from './release/page.mjs';
import { enveloped, provenance } from './release/provenance.mjs';
import { attach, capture, say, seconds, sentenceOf, SetUpError, whenStarted } from './run.mjs';
import { hasCommand } from './system-packages.mjs';

/** @typedef {import('./release/page.mjs').Verdict} Verdict */
/** @typedef {import('./release/document.mjs').NamedPackage} NamedPackage */

/** Thrown by a step that has nothing to work on here. */
class LeftOut extends Error {}

/** In bytes: what a download of it may be. */
const largestDeb = 70_000_000;
const out = join(root, 'release');
const documentName = 'key-custodian.release';

await whenStarted(import.meta.filename, async () => {
  const args = process.argv.slice(2);
  const keyFile = args.find((_, at) => args[at - 1] === '--key');
  const order = {
    dryRun: args.includes('--dry-run'),
    quick: args.includes('--quick'),
    twice: args.includes('--twice'),
  };
  const key = keyFile === undefined ? undefined : releaseKey(keyFile);
  return release({ ...order, key });
});

/** @param {{ dryRun: boolean, quick: boolean, twice: boolean, key: import('node:crypto').KeyObject | undefined }} order */
async function release({ dryRun, quick, twice, key }) {
  /** @type {{ version: string }} */
  const { version } = readJson(join(root, 'package.json'));
  const { version: electron } = await electronRuntime();
  const changes = changesOf(version);
  const started = new Date();
  /** @type {Verdict[]} */
  const verdicts = [];
  /** @param {string} title @param {() => string | Promise<string>} work */
  const step = async (title, work) => {
    verdicts.push(await verdictOf(title, work));
  };
  /** What only a release that others get must have. @param {string} what @returns {string} */
  const told = (what) => {
    if (dryRun) throw new LeftOut(`${what} (a dry run goes on)`);
    throw new SetUpError(what);
  };
  /** @type {string[]} */
  let files = [];
  /** @type {NamedPackage[]} */
  let packages = [];
  let deb = '';
  let inside = '';

  await step('Sources', () => sourcesAre(version, changes.date, told));
  await step('Pinned key', () => pinned(key, told));
  await step('Packages', async () => {
    rmSync(out, { recursive: true, force: true });
    files = await makePackages(quick);
    packages = files.map(namedPackage);
    deb = files.find((file) => file.endsWith('.deb')) ?? '';
    inside = await unpacked(deb);
    return packages.map(({ file, bytes }) => `${file} ${(bytes / 1e6).toFixed(1)} MB`).join(', ');
  });
  if (packages.length === 0) return conclude(verdicts);
  await step('Fuses', () => fusesIn(inside));
  await step('Notices and bill of materials', () => noticesIn(inside));
  await step('Size', () => sizeOf(packages, quick));
  await step('Made twice', () => (twice ? madeAgain(packages, quick) : leftOut('not asked for (--twice)')));
  await step('Provenance', async () => {
    const statement = await provenance({ packages, version, electron, started, finished: new Date() });
    const name = `key-custodian-${version}.provenance.json`;
    writeFileSync(
      join(out, name),
      `${JSON.stringify(key === undefined ? statement : enveloped(statement, key), null, 1)}\n`,
    );
    return `${name}, ${key === undefined ? 'not signed' : 'signed (DSSE)'}`;
  });
  await step('Signed document', () => {
    const text = releaseDocument({
      channel: channelHere(),
      version,
      issued: new Date(),
      news: changes.lines,
      packages,
    });
    if (key === undefined) {
      writeFileSync(join(out, `${documentName}.unsigned`), text);
      return told('no key was given (--key FILE): the document waits to be signed elsewhere');
    }
    writeFileSync(join(out, documentName), signedBySignify(text, key));
    return verifiedByOthers(publicLine(key), text);
  });
  await step('Checksums', checksumsAgree);
  await step('Installed and driven', () => installedAndDriven(deb));
  const page = releasePage({
    version,
    date: changes.date ?? 'not released',
    changes: changes.markdown,
    packages,
    notMade: notMadeHere(),
    key: key && publicLine(key),
    verdicts,
    figures: figuresOf(deb, packages),
  });
  writeFileSync(join(out, 'RELEASE.md'), page);
  return conclude(verdicts);
}

/** @param {string} title @param {() => string | Promise<string>} work @returns {Promise<Verdict>} */
async function verdictOf(title, work) {
  say(`\n━━ ${title}`);
  const started = Date.now();
  /** @type {Pick<Verdict, 'state' | 'said'>} */
  let found;
  try {
    found = { state: 'passed', said: await work() };
  } catch (error) {
    found =
      error instanceof LeftOut
        ? { state: 'left out', said: error.message }
        : { state: 'failed', said: sentenceOf(error) };
  }
  say(`   ${{ passed: '✓', failed: '✗', 'left out': '–' }[found.state]} ${title}: ${found.said}`);
  return { title, ...found, time: seconds(started) };
}

/** @param {string} why @returns {never} */
function leftOut(why) {
  throw new LeftOut(why);
}

/** @param {string} version @param {string | undefined} date @param {(what: string) => string} told */
async function sourcesAre(version, date, told) {
  const changed = await capture('git', ['status', '--porcelain'], { cwd: root });
  const { stdout: commit } = await capture('git', ['rev-parse', '--short', 'HEAD'], { cwd: root });
  const tag = await capture('git', ['tag', '--points-at', 'HEAD', `v${version}`], { cwd: root });
  if (changed.stdout !== '') return told('something in the checkout is not committed');
  if (date === undefined) return told(`CHANGELOG.md has no heading “${version} (YYYY-MM-DD)”`);
  if (tag.stdout.trim() === '') return told(`the commit ${commit.trim()} has no tag v${version}`);
  return `${version} of ${date}, commit ${commit.trim()}`;
}

/** @param {import('node:crypto').KeyObject | undefined} key @param {(what: string) => string} told */
function pinned(key, told) {
  /** @type {{ keys: readonly string[] }} */
  const { keys } = readJson(join(root, 'main/composition/release.json'));
  if (keys.length === 0) return told('main/composition/release.json pins no key: what is built can verify no release');
  if (key !== undefined && !keys.includes(publicLine(key)))
    return told('the given key is none of those that are pinned');
  return `${keys.length} pinned`;
}

function channelHere() {
  /** @type {{ channel: string }} */
  const { channel } = readJson(join(root, 'main/composition/release.json'));
  return channel;
}

/** @param {boolean} quick @returns {Promise<string[]>} the files */
async function makePackages(quick) {
  if (process.platform !== 'linux')
    throw new SetUpError('This machine makes no Linux packages, and the others are not made by this script yet.');
  const targets = ['deb', ...(hasCommand('rpmbuild') ? ['rpm'] : []), 'tar.gz'];
  const args = ['-r', './build/node-version.cjs', 'build/package.mjs', ...targets, ...(quick ? ['--quick'] : [])];
  if ((await attach(process.execPath, args, { cwd: root })) !== 0) throw new SetUpError('The packages were not made.');
  return readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => join(out, line.slice(66)));
}

/** @param {readonly NamedPackage[]} packages @param {boolean} quick */
function sizeOf(packages, quick) {
  if (quick) return leftOut('quick packages are larger');
  const bytes = packages.find(({ file }) => file.endsWith('.deb'))?.bytes ?? 0;
  const said = `the deb has ${(bytes / 1e6).toFixed(1)} MB of at most ${largestDeb / 1e6}`;
  if (bytes > largestDeb) throw new SetUpError(said);
  return said;
}

/** From the sources on: also what was bundled is made anew. @param {readonly NamedPackage[]} before @param {boolean} quick */
async function madeAgain(before, quick) {
  rmSync(dist, { recursive: true, force: true });
  const again = (await makePackages(quick)).map(namedPackage);
  const other = again.filter(({ file, sha256 }) => before.find((one) => one.file === file)?.sha256 !== sha256);
  if (other.length > 0) throw new SetUpError(`Not the same again: ${other.map(({ file }) => file).join(', ')}`);
  return 'the same, octet by octet';
}

async function checksumsAgree() {
  const { code, stdout, stderr } = await capture('sha256sum', ['--check', 'SHA256SUMS'], { cwd: out });
  if (code !== 0) throw new SetUpError(`${stdout}${stderr}`.trim());
  return `${stdout.trim().split('\n').length} files`;
}

/** By a program that is not ours, where there is one. @param {string} publicKey @param {Buffer} text */
async function verifiedByOthers(publicKey, text) {
  writeFileSync(join(out, 'key-custodian.pub'), `untrusted comment: key-custodian\n${publicKey}\n`);
  if (!hasCommand('signify-openbsd')) return 'signed; signify is not here to verify it';
  const read = join(scratch, 'release.json');
  const args = ['-V', '-e', '-p', join(out, 'key-custodian.pub'), '-x', join(out, documentName), '-m', read];
  const { code, stderr } = await capture('signify-openbsd', args);
  if (code !== 0 || !readFileSync(read).equals(text)) throw new SetUpError(`signify says no: ${stderr.trim()}`);
  return 'signed, and verified with signify';
}

/** @param {string} deb */
async function installedAndDriven(deb) {
  const report = join(scratch, 'release-driven.json');
  mkdirSync(scratch, { recursive: true });
  rmSync(report, { force: true });
  await attach(process.execPath, [join(root, 'test/packages/run.mjs'), report, deb], {
    cwd: root,
    patient: 'the bare machine is removed',
  });
  if (!existsSync(report)) throw new SetUpError('It did not come to its end.');
  /** @type {{ passed: number, failed: number, why?: string }} */
  const { passed, failed, why } = readJson(report);
  if (why !== undefined) return leftOut(why);
  if (failed > 0) throw new SetUpError(`${failed} of ${passed + failed} failed`);
  return `${passed} of ${passed} on a bare Debian`;
}

/** What the drive measured, if it was this package. @param {string} deb @param {readonly NamedPackage[]} packages */
function figuresOf(deb, packages) {
  const measured = join(scratch, 'installed.txt');
  const size = packages.find(({ file }) => file === basename(deb))?.bytes ?? 0;
  return existsSync(measured) ? `package: ${(size / 1e6).toFixed(1)} MB\n${readFileSync(measured, 'utf8').trim()}` : '';
}

/** @param {readonly Verdict[]} verdicts */
function conclude(verdicts) {
  const count = (/** @type {Verdict['state']} */ state) => verdicts.filter((one) => one.state === state).length;
  say(
    ['', ...verdicts.map(({ title, state, said, time }) => `${state.padEnd(9)}${title} (${time}): ${said}`), ''].join(
      '\n',
    ),
  );
  say(`${count('passed')} passed, ${count('failed')} failed, ${count('left out')} left out`);
  return count('failed') === 0 ? 0 : 1;
}

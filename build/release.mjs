// `npm run release -- --dry-run`: everything of a release that can be made on this machine, one step after the other, each with a
// verdict: packages, what is in them, checksums, installed and driven, provenance, signed document, and the page. It uploads
// nothing. Without `--dry-run` what is not fit to be published fails (sources, key, signature).
// `--key FILE`: signs, with an Ed25519 key (PKCS#8 PEM) that only its owner may read; otherwise `key-custodian.release.unsigned` is left
// for `signify -S -e` on a machine of its own. `--twice`: makes all packages once more, and compares. `--quick`: larger packages, sooner.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronRuntime } from './electron-runtime.mjs';
import { readJson } from './files.mjs';
import { notMadeHere } from './package.mjs';
import { root } from './paths.mjs';
import { changesOf } from './release/changes.mjs';
import { namedPackage, publicLine, releaseDocument, releaseKey, signedBySignify } from './release/document.mjs';
import { fusesIn, noticesIn, unpacked } from './release/inside.mjs';
import { releasePage } from './release/page.mjs';
import { enveloped, provenance } from './release/provenance.mjs';
import {
  channelHere,
  checksumsAgree,
  documentName,
  engineOf,
  figuresOf,
  installedAndDriven,
  madeAgain,
  makePackages,
  out,
  pinned,
  refuseToSign,
  sizeOf,
  sourcesAre,
  verifiedByOthers,
} from './release/steps.mjs';
import { conclude, leftOut, verdictOf } from './release/verdicts.mjs';
import { SetUpError, whenStarted } from './run.mjs';

/** @typedef {import('./release/page.mjs').Verdict} Verdict */
/** @typedef {import('./release/document.mjs').NamedPackage} NamedPackage */

const words = new Set(['--dry-run', '--key', '--quick', '--twice']);

await whenStarted(import.meta.filename, async () => {
  const args = process.argv.slice(2);
  const unknown = args.find((word, at) => !words.has(word) && args[at - 1] !== '--key');
  if (unknown !== undefined) throw new SetUpError(`“${unknown}” is not known: ${[...words].join(', ')}.`);
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
  const runtime = await electronRuntime();
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
    if (dryRun) return leftOut(`${what} (a dry run goes on)`);
    throw new SetUpError(what);
  };
  /** @type {string[]} */
  let files = [];
  /** @type {NamedPackage[]} */
  let packages = [];
  let deb = '';
  let inside = '';

  await step('Sources', () => sourcesAre(version, changes.date, told));
  await step('Engine', () => engineOf(runtime, told));
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
  await step('Checksums', checksumsAgree);
  await step('Installed and driven', () => installedAndDriven(deb));
  // What is signed comes last.
  await step('Provenance', async () => {
    if (key !== undefined) refuseToSign(key, { dryRun, verdicts });
    const statement = await provenance({ packages, version, electron: runtime.version, started, finished: new Date() });
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
    refuseToSign(key, { dryRun, verdicts });
    writeFileSync(join(out, documentName), signedBySignify(text, key));
    return verifiedByOthers(publicLine(key), text);
  });
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

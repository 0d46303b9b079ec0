// Where packages come from, as far as the machine that made them knows: an in-toto statement with SLSA's provenance (v1), and,
// where a key is given, its DSSE envelope. What it does not prove stands in it.
import { createHash, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { capture } from '../run.mjs';
import { publicLine } from './document.mjs';

const home = 'https://keycustodian.example';
const payloadType = 'application/vnd.in-toto+json';
const limits =
  'Stated by the machine that built, which nobody else watched. It does not prove that the machine was sound, that the sources ' +
  'are those of the named commit unless the same packages are made from it again, or what the dependencies contain.';

/**
 * @param {{ packages: readonly import('./document.mjs').NamedPackage[], version: string, electron: string, started: Date, finished: Date }} made
 * @returns {Promise<object>} the statement
 */
export async function provenance({ packages, version, electron, started, finished }) {
  const commit = await git('rev-parse', 'HEAD');
  const changed = (await git('status', '--porcelain')) !== '';
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: packages.map(({ file, sha256 }) => ({ name: file, digest: { sha256 } })),
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: `${home}/build/npm-run-release/v1`,
        externalParameters: { version, packages: packages.map(({ file }) => file) },
        internalParameters: {
          node: process.versions.node,
          machine: `${process.platform}-${process.arch}`,
          workTreeChanged: changed,
        },
        resolvedDependencies: [
          { uri: `git+${home}/source`, digest: { gitCommit: commit } },
          { uri: 'file:package-lock.json', digest: { sha256: digestOf('package-lock.json') } },
          { uri: `pkg:npm/electron@${electron}` },
        ],
      },
      runDetails: {
        builder: { id: `${home}/build/own-machine` },
        metadata: { startedOn: started.toISOString(), finishedOn: finished.toISOString() },
      },
      [`${home}/provenance/limits`]: limits,
    },
  };
}

/**
 * DSSE v1: the signature is over the type and the payload, each with its length before it.
 * @param {object} statement @param {import('node:crypto').KeyObject} key
 */
export function enveloped(statement, key) {
  const payload = Buffer.from(JSON.stringify(statement));
  const lengths = `DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `;
  const sig = sign(null, Buffer.concat([Buffer.from(lengths), payload]), key).toString('base64');
  return { payloadType, payload: payload.toString('base64'), signatures: [{ keyid: publicLine(key), sig }] };
}

/** @param {string} file */
const digestOf = (file) =>
  createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');

/** @param {readonly string[]} args */
async function git(...args) {
  const { stdout } = await capture('git', args, { cwd: root });
  return stdout.trim();
}

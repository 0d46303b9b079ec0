// The signed document of a release (docs/adr/0068): what it says, and its signature in the form of OpenBSD's signify with the text
// inside, so that `signify -V -e`, or openssl alone, verifies it.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { SetUpError } from '../run.mjs';

/** @typedef {{ file: string, bytes: number, sha256: string }} NamedPackage */

const days = 24 * 60 * 60 * 1000;
/** After so long a machine that sees no newer document is told that somebody may keep them from it. */
const holds = 90 * days;

/**
 * @param {{ channel: string, version: string, issued: Date, news: readonly string[], packages: readonly NamedPackage[] }} release
 * @returns {Buffer} JSON with one line for each thing, to be read by people too
 */
export function releaseDocument({ channel, version, issued, news, packages }) {
  const expires = new Date(issued.getTime() + holds).toISOString();
  const said = { format: 'key-custodian/release-1', channel, version, issued: issued.toISOString(), expires };
  return Buffer.from(`${JSON.stringify({ ...said, news, packages }, null, 1)}\n`);
}

/** @param {string} file @returns {NamedPackage} */
export function namedPackage(file) {
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  return { file: basename(file), bytes: statSync(file).size, sha256 };
}

/** Ed25519 in PKCS#8 PEM, as `openssl genpkey` writes it; nobody but its owner may read it. @param {string} file */
export function releaseKey(file) {
  if ((statSync(file).mode & 0o077) !== 0)
    throw new SetUpError(`${file} may be read by others than its owner: chmod 600 it.`);
  const pem = readFileSync(file);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'ed25519') throw new SetUpError(`${file} is no Ed25519 key.`);
    return key;
  } catch (error) {
    if (error instanceof SetUpError) throw error;
    throw new SetUpError(`${file} is no private key that opens without a passphrase.`);
  } finally {
    pem.fill(0);
  }
}

/** What release.json takes, and the second line of a public key of signify. @param {import('node:crypto').KeyObject} key private or public */
export function publicLine(key) {
  return Buffer.concat([nameOf(key), rawPublic(key)]).toString('base64');
}

/** @param {Uint8Array} text @param {import('node:crypto').KeyObject} key @returns {Buffer} */
export function signedBySignify(text, key) {
  const line = Buffer.concat([nameOf(key), sign(null, text, key)]).toString('base64');
  return Buffer.concat([Buffer.from(`untrusted comment: verify with key-custodian.pub\n${line}\n`), text]);
}

/** The algorithm, and a number that only says which key is meant. @param {import('node:crypto').KeyObject} key */
function nameOf(key) {
  const number = createHash('sha256').update(rawPublic(key)).digest().subarray(0, 8);
  return Buffer.concat([Buffer.from('Ed'), number]);
}

/** @param {import('node:crypto').KeyObject} key */
function rawPublic(key) {
  const spki = (key.type === 'public' ? key : createPublicKey(key)).export({ format: 'der', type: 'spki' });
  return spki.subarray(-32);
}

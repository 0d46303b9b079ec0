// Unpacks a backup of Key Custodian without Key Custodian: with age, and with Node.js 20 or newer, which needs nothing else.
//
//   age -d -o - BACKUP.age | node unpack-backup.mjs FOLDER
//
// Writes every file into FOLDER, which must not exist, readable for you alone; then holds them against their list, the list
// against the signature of the device, every private key against its certificate, and follows the audit chain. What is
// unpacked opens every key: keep it as safe as the keys themselves, and erase it afterwards.
import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const PATH = /^(?:[A-Za-z0-9_-]+\/){0,2}[A-Za-z0-9_-]+\.(?:txt|json|jsonl|jws|pem)$/;
const BLOCK = 512;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  fail('Say into which folder: node unpack-backup.mjs FOLDER');
}
await unpack();
check();

function fail(problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Reads the tar (POSIX ustar) from standard input, file by file. */
async function unpack() {
  mkdirSync(folder, { mode: 0o700 });
  const input = process.stdin[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const take = async (length) => {
    const parts = [held];
    for (let there = held.length; there < length;) {
      const { done, value } = await input.next();
      if (done) {
        fail('The backup is cut off.');
      }
      parts.push(value);
      there += value.length;
    }
    const all = Buffer.concat(parts);
    held = all.subarray(length);
    return all.subarray(0, length);
  };
  for (let header = await take(BLOCK); header.some((octet) => octet !== 0); header = await take(BLOCK)) {
    const text = (from, length) => header.toString('utf8', from, from + length).replace(/\0.*$/s, '');
    const [name, size] = [text(0, 100), Number.parseInt(text(124, 12), 8)];
    if (!PATH.test(name) || !['', '0'].includes(text(156, 1)) || !(size >= 0)) {
      fail(`This is no file of a backup: ${JSON.stringify(name)}`);
    }
    const padded = await take(Math.ceil(size / BLOCK) * BLOCK);
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, name), padded.subarray(0, size), { mode: 0o600, flag: 'wx' });
  }
  // age says at the very end whether it was cut off or altered; its exit code is yours to look at.
  for (let rest = await input.next(); !rest.done; rest = await input.next());
}

function check() {
  const read = (name) => readFileSync(path.join(folder, name));
  const json = (name) => JSON.parse(read(name).toString('utf8'));
  const sha256 = (octets) => createHash('sha256').update(octets).digest('hex');
  const head = json('backup.json');
  if (head.format !== 'key-custodian/backup' || head.version !== 1) {
    fail('This is no backup that this script knows.');
  }

  const { files, absent } = json('manifest.json');
  for (const file of files) {
    if (sha256(read(file.path)) !== file.sha256) {
      fail(`${file.path} is not what the list says.`);
    }
  }

  const { protected: header, payload, signature } = json('manifest.jws');
  const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const device = createPublicKey({ key: decoded(header).jwk, format: 'jwk' });
  const signed = decoded(payload);
  const isSigned =
    device.asymmetricKeyType === 'ed25519' &&
    verify(null, Buffer.from(`${header}.${payload}`), device, Buffer.from(signature, 'base64url')) &&
    sha256(device.export({ format: 'der', type: 'spki' })) === head.device &&
    signed.manifestSha256 === sha256(read('manifest.json')) &&
    signed.id === head.id;
  if (!isSigned) {
    fail('The signature does not hold.');
  }

  let [seq, hash] = [0, '0'.repeat(64)];
  const pieces = readdirSync(path.join(folder, 'audit')).toSorted();
  for (const line of pieces.flatMap((piece) => read(`audit/${piece}`).toString('utf8').trimEnd().split('\n'))) {
    const { hash: stated, ...entry } = JSON.parse(line);
    if (entry.seq !== seq + 1 || entry.previousHash !== hash || sha256(canonical(entry)) !== stated) {
      fail(`The audit chain does not hold at entry ${seq + 1}.`);
    }
    [seq, hash] = [entry.seq, stated];
  }
  if (seq !== head.audit.entries || hash !== head.audit.head) {
    fail('The audit chain is cut off.');
  }

  const has = new Set(files.map((file) => file.path));
  for (const id of readdirSync(path.join(folder, 'keys'))) {
    const { tenant, ring, kid, alg, state } = json(`keys/${id}/key.json`);
    const half = `keys/${id}/private-key.pem`;
    if (has.has(half) && !belongs(read(half), read(`keys/${id}/certificate.pem`))) {
      fail(`The private key of ${kid} is not that of its certificate.`);
    }
    process.stdout.write(
      `${JSON.stringify({ tenant, ring, kid, alg, state, privateKey: has.has(half) ? half : null })}\n`,
    );
  }
  process.stderr.write(
    `Whole: made at ${head.madeAt} by the device ${head.device}; ${absent.length} private keys are not in it, see manifest.json.\n`,
  );
}

/** What it signs verifies under the public key of the certificate. */
function belongs(pem, certificate) {
  const key = createPrivateKey(pem);
  const digest = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  const message = Buffer.from('do these two belong together?');
  return verify(digest, message, new X509Certificate(certificate).publicKey, sign(digest, message, key));
}

/** RFC 8785, for what an audit entry holds: members by their names in UTF-16. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value).toSorted((one, other) => (one < other ? -1 : 1));
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

// Checks what Key Custodian hands out for others to check, without Key Custodian: an exported audit chain, an evidence report,
// or the minutes of a key ceremony. It needs Node.js 20 or newer, and nothing else.
//
//   node verify-audit.mjs audit.jsonl   [--device FINGERPRINT] [--anchor NUMBER:HASH]
//   node verify-audit.mjs evidence.json [--device FINGERPRINT] [--anchor NUMBER:HASH] [--chain audit.jsonl]
//   node verify-audit.mjs minutes.json  [--device FINGERPRINT] [--anchor NUMBER:HASH] [--chain audit.jsonl]
//
// --device  the device that must have signed. Whoever makes up a chain can sign it with a key of his own.
// --anchor  an entry that was noted elsewhere, as backups and evidence name it; may stand several times. Without one nothing
//           shows that the end was cut off, or an older file put in place, by one who can sign.
// --chain   the audit chain that it was made of: then it is checked too that a report leaves nothing out, and that minutes
//           are of this chain. Minutes are one piece of it: what is missing inside them shows without.
//
// Exit code 0: everything holds; 1: something does not, which is named; 2: it was not told what to check.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const sha256 = (octets) => createHash('sha256').update(octets).digest('hex');
const hashOf = ({ hash: _hash, ...body }) => sha256(canonical(body));
// A terminal obeys control characters.
const shown = (line) => line.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
const say = (line) => process.stdout.write(`${shown(line)}\n`);

const KINDS = { 'key-custodian/evidence-report': checkEvidence, 'key-custodian/ceremony-minutes': checkMinutes };
const options = { device: { type: 'string' }, anchor: { type: 'string', multiple: true }, chain: { type: 'string' } };
const { values: told, positionals } = readArguments();
const [file] = positionals;
const anchors = (told.anchor ?? []).map(readAnchor);
const text = read(file);
if (text.startsWith('{"anchor":') && /^[^\n]*"format":"key-custodian\/audit"/.test(text)) {
  checkDevice(checkChain(text).device);
} else {
  checkDevice(checkSigned(text, told.chain === undefined ? null : checkChain(read(told.chain))));
}

function fail(problem, code = 1) {
  process.stderr.write(`DOES NOT HOLD: ${shown(problem)}\n`);
  process.exit(code);
}

function readArguments() {
  try {
    const found = parseArgs({ options, allowPositionals: true });
    return found.positionals.length === 1 ? found : fail('Say which file: node verify-audit.mjs FILE', 2);
  } catch (error) {
    return fail(error.message, 2);
  }
}

function readAnchor(given) {
  const [, seq, hash] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(given) ?? fail('An anchor is NUMBER:HASH.', 2);
  return { seq: Number(seq), hash };
}

function read(name) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(name));
  } catch (error) {
    return fail(`${name} cannot be read: ${error.message}`);
  }
}

/** Every line must be spelt as it was written, so that nothing hides in it. */
function parse(line, what) {
  try {
    const value = JSON.parse(line);
    return canonical(value) === line ? value : fail(`${what} is not spelt as it was written.`);
  } catch {
    return fail(`${what} is no JSON.`);
  }
}

function checkChain(chain) {
  const [first, ...lines] = chain.split('\n');
  if (lines.pop() !== '') {
    fail('The last line of the chain is cut off.');
  }
  const { signature, ...header } = parse(first, 'The first line');
  if (header.format !== 'key-custodian/audit' || header.version !== 2) {
    fail('This is no audit chain that this script knows.');
  }
  const device = signer(signature, 'key-custodian/audit-file', header);
  if (header.count !== lines.length || sha256(chain.slice(first.length + 1)) !== header.linesSha256) {
    fail('Its entries are not those that were signed: some were changed, added or left out.');
  }
  const entries = lines.map((line, at) => parse(line, `Entry ${at + 1}`));
  const { hash } = checkPiece(entries, { seq: 0, hash: '0'.repeat(64) });
  let announced = null;
  entries.forEach((entry) => {
    const movedOn = entry.action === 'backup.restore-begun' && entry.details.tookOverChain === true;
    announced = entry.action === 'audit.device-key' ? entry.details.deviceKey : movedOn ? null : announced;
  });
  if (hash !== header.head?.hash || announced !== device.key || header.anchor?.deviceKey !== device.key) {
    fail('The head or the device that the chain names is not what was signed.');
  }
  for (const { seq, hash: noted } of anchors) {
    if (entries[seq - 1]?.hash !== noted) {
      fail(`Entry ${seq} is not the one that was noted: cut short, put back to an older copy, or written anew since.`);
    }
  }
  say(`The chain is whole: ${entries.length} entries, exported at ${header.exportedAt}.`);
  say(`Anchor, to be noted elsewhere: ${entries.length}:${hash}`);
  return { entries, device: device.fingerprint };
}

/** A piece of a chain, whole in itself. Answers with its last entry. */
function checkPiece(entries, before) {
  return entries.reduce((last, entry) => {
    if (entry.seq !== last.seq + 1 || entry.previousHash !== last.hash || hashOf(entry) !== entry.hash) {
      fail(`The chain is broken at entry ${last.seq + 1}.`);
    }
    return entry;
  }, before);
}

function checkSigned(file, chain) {
  const { signature, ...facts } = parse(file.replace(/\n$/, ''), 'The file');
  if (!Object.hasOwn(KINDS, facts.format) || facts.version !== 1) {
    fail('This is no audit chain, evidence report or minutes of a ceremony that this script knows.');
  }
  const { fingerprint } = signer(signature, facts.format, facts);
  KINDS[facts.format](facts, chain, fingerprint);
  checkPages(facts.documents);
  return fingerprint;
}

function checkMinutes({ id, before, anchor, entries }, chain, fingerprint) {
  const last = checkPiece(entries, before);
  const [begun] = entries;
  const ofIt = entries.filter(({ action, details }) => action.startsWith('ceremony.') && details.id === id);
  if (
    begun?.action !== 'ceremony.begun' ||
    begun.details.id !== id ||
    last.hash !== anchor.hash ||
    last.seq !== anchor.seq
  ) {
    fail('The entries are not those of the ceremony, from its beginning to its end.');
  }
  if (chain === null) {
    checkNoted([before, ...entries], anchor, true);
  } else if (chain.device !== fingerprint || chain.entries[anchor.seq - 1]?.hash !== anchor.hash) {
    fail('The minutes are not of this chain, signed by the same device.');
  }
  const count = (action) => ofIt.filter((entry) => entry.action === `ceremony.${action}`).length;
  const end = count('closed') ? 'closed' : count('abandoned') ? 'ABANDONED' : 'NOT CLOSED';
  say(`The minutes of a ceremony for ${begun.subject}, ${begun.at} to ${last.at}, are as they were signed: ${end}.`);
  say(`${count('step-done')} steps done, ${count('deviated')} gone past, ${count('step-failed')} without success.`);
  ofIt
    .filter(({ details }) => details.reason)
    .forEach(({ action, details }) => say(`  ${action.slice('ceremony.'.length)}: ${details.reason}`));
  say(`Anchors: ${before.seq}:${before.hash} before, ${anchor.seq}:${anchor.hash} after.`);
}

function checkEvidence(facts, chain, fingerprint) {
  const { entries, from, to, scope, anchor } = facts;
  const isMeant = ({ seq, at, subject, action }) => {
    const isOf = (tenant) => `${subject}/`.toLowerCase().startsWith(`${tenant}/`);
    const named = (one) => isOf(one.subject) && one.first <= seq && seq <= one.last;
    return seq <= anchor.seq && at >= from && at < to && (scope.spans.some(named) || scope.actions.includes(action));
  };
  entries.forEach((entry, at) => {
    if (!isMeant(entry) || hashOf(entry) !== entry.hash || entry.seq <= (entries[at - 1]?.seq ?? 0)) {
      fail(`Entry ${entry.seq} of the report is not as it was recorded.`);
    }
  });
  if (chain === null) {
    checkNoted(entries, anchor);
    say('Without --chain: what the device left out of the report, nothing here would show.');
  } else {
    const same = canonical(chain.entries.filter(isMeant)) === canonical(entries);
    if (!same || chain.device !== fingerprint || chain.entries[anchor.seq - 1]?.hash !== anchor.hash) {
      fail('The report is not what this chain, signed by the same device, holds of that time.');
    }
    say('The report leaves out nothing of what the chain holds of that time.');
  }
  scope.spans.forEach(({ subject, first, last }) => say(`It is about “${subject}”, entries ${first} to ${last}.`));
  say(`The report on ${facts.tenant.name} from ${from} to ${to} is as it was signed: ${entries.length} entries.`);
}

function checkPages(documents) {
  for (const { file: name, sha256: stated } of documents) {
    const beside = path.join(path.dirname(file), path.basename(name));
    const isThere = existsSync(beside);
    const holds =
      !isThere || sha256(readFileSync(beside)) === stated || fail(`${name} is not the page that was signed.`);
    say(holds && isThere ? `${name} is what was signed.` : `${name} does not lie beside it: not checked.`);
  }
}

/** A part of a chain, and the anchor. What was noted must be among them where they are in one piece, and shows nothing otherwise. */
function checkNoted(entries, anchor, inOnePiece = false) {
  for (const { seq, hash } of anchors) {
    const found = [anchor, ...entries].find((entry) => entry.seq === seq);
    if (seq > anchor.seq || (found?.hash ?? hash) !== hash) {
      fail(`Entry ${seq} is not the one that was noted: this is older, or of another chain.`);
    }
    const said = found
      ? `Entry ${seq} is the one that was noted.`
      : `Entry ${seq} is not in it: hold it against --chain.`;
    say(found || !inOnePiece ? said : fail(said));
  }
}

/** Who signed: a JWS with detached payload (RFC 7515, appendix F), of the kind that was expected. */
function signer(signed, purpose, facts) {
  try {
    const { protected: head, signature } = signed ?? fail('No device signed this, so anybody may have made it up.');
    const { alg, typ, jwk } = JSON.parse(Buffer.from(head, 'base64url').toString('utf8'));
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const payload = Buffer.from(canonical({ purpose, ...facts }), 'utf8').toString('base64url');
    const octets = Buffer.from(signature, 'base64url');
    const isMeant =
      alg === 'Ed25519' && jwk.crv === alg && typ === purpose && octets.toString('base64url') === signature;
    if (isMeant && verify(null, Buffer.from(`${head}.${payload}`), key, octets)) {
      const spki = key.export({ format: 'der', type: 'spki' });
      return { key: spki.toString('base64'), fingerprint: sha256(spki) };
    }
  } catch {}
  return fail('The signature does not hold: something was changed after it was signed.');
}

function checkDevice(fingerprint) {
  const wanted = told.device?.replaceAll(/[\s:]/g, '').toLowerCase();
  if (wanted !== undefined && wanted !== fingerprint) {
    fail(`Another device signed it than the one that was named: ${fingerprint}`);
  }
  say(`Signed by the device ${fingerprint}${wanted === undefined ? '. COMPARE this with the one you noted.' : ''}`);
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

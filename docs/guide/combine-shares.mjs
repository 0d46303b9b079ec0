// Puts shares of a backup together without Key Custodian: with Node.js 20 or newer, which needs nothing else.
//
//   node combine-shares.mjs SHEET SHEET … > identity.txt
//   age -d -i identity.txt BACKUP.age | tar -x -C FOLDER
//
// A SHEET is a sheet as it was saved, or a text file with its code (KCS1-…). What is written opens the backup: do it where nobody
// else reads, and erase it afterwards. The scheme is Shamir's over GF(2^8) with the polynomial of AES, octet by octet; a share is
// its 32 values, and where they were taken. Wrong shares give a wrong identity: age says so.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const shares = files.map((file) => shareIn(file, readFileSync(file, 'utf8')));
const [first] = shares;
if (first === undefined || shares.length < first.threshold) {
  fail(`Give ${first?.threshold ?? 'enough'} different shares.`);
}
for (const [at, { file, set, number }] of shares.entries()) {
  if (set !== first.set) fail(`${file} belongs to another set.`);
  if (shares.findIndex((other) => other.number === number) !== at) fail(`Share ${number} is there twice.`);
}
const seed = Array.from({ length: 32 }, (_, at) => atZero(shares.map(({ x, values }) => [x, values[at]])));
process.stdout.write(`${bech32('age-secret-key-', seed).toUpperCase()}\n`);

function fail(problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Version, set (4), threshold and count, number, the share (32 and where), the beginning of a SHA-256 (4). */
function shareIn(file, text) {
  const [, code] = /KCS1-([A-Z2-7]{71})/.exec(text) ?? fail(`There is no code of a share in ${file}.`);
  const bits = [...code].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const octets = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)
      .map((octet) => Number.parseInt(octet, 2)),
  );
  if (!createHash('sha256').update(octets.subarray(0, 40)).digest().subarray(0, 4).equals(octets.subarray(40))) {
    fail(`A letter of the code in ${file} is wrong.`);
  }
  const [set, threshold, number] = [octets.toString('hex', 1, 5), (octets[5] >> 4) + 1, octets[6]];
  return { file, set, threshold, number, values: octets.subarray(7, 39), x: octets[39] };
}

/** Where the curve through the points begins (Lagrange). */
function atZero(points) {
  return points.reduce((sum, [x, y]) => {
    const factors = points.filter(([other]) => other !== x).map(([other]) => times(other, inverse(other ^ x)));
    return sum ^ factors.reduce(times, y);
  }, 0);
}

function times(one, other) {
  let product = 0;
  for (let bit = 0, factor = one; bit < 8; bit += 1) {
    if ((other >> bit) & 1) product ^= factor;
    factor = factor & 0x80 ? ((factor << 1) ^ 0x11b) & 0xff : factor << 1;
  }
  return product;
}

function inverse(value) {
  return Array.from({ length: 256 }, (_, other) => other).find((other) => times(value, other) === 1);
}

/** As age writes an identity (BIP 173). */
function bech32(prefix, octets) {
  const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
  const bits = octets.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  const data = bits.match(/.{1,5}/g).map((five) => Number.parseInt(five.padEnd(5, '0'), 2));
  const head = [...prefix].map((letter) => letter.charCodeAt(0));
  const whole = [...head.map((code) => code >> 5), 0, ...head.map((code) => code & 31), ...data, 0, 0, 0, 0, 0, 0];
  const check =
    whole.reduce((sum, five) => {
      const top = sum >>> 25;
      const next = ((sum & 0x1ffffff) << 5) ^ five;
      return [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].reduce(
        (mixed, part, bit) => ((top >> bit) & 1 ? mixed ^ part : mixed),
        next,
      );
    }, 1) ^ 1;
  const end = [25, 20, 15, 10, 5, 0].map((shift) => (check >>> shift) & 31);
  return `${prefix}1${[...data, ...end].map((five) => letters[five]).join('')}`;
}

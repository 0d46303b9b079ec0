// Says which Node is needed, and ends, before anything that an older Node cannot read is read: npm's scripts load this file
// first (`node -r`), and build/run.mjs imports it for whoever starts a file by hand. Hence nothing in it that is younger
// than ES2015, and no `node:` names. What is needed stands in package.json, `engines`, and nowhere else.
'use strict';
const fs = require('fs');
const path = require('path');

/** @type {{ engines: { node: string } }} */
// oxlint-disable-next-line typescript/no-unsafe-assignment
const product = JSON.parse(fs.readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8'));
const needed = product.engines.node;

/** One number that orders versions as their parts do. @param {string} version */
function rank(version) {
  const parts = /(\d+)\.?(\d*)\.?(\d*)/.exec(version) ?? [];
  return Number(parts[1]) * 1e8 + Number(parts[2]) * 1e4 + Number(parts[3]);
}

/** Alternatives of the two forms `^20.19.0` and `>=24.0.0`. @param {string} ranges @param {string} found */
function accepts(ranges, found) {
  return ranges.split('||').some((range) => {
    const least = range.replace(/[^\d.]/g, '');
    return rank(found) >= rank(least) && (range.includes('>=') || parseInt(found, 10) === parseInt(least, 10));
  });
}

/** The same for people. @param {string} ranges */
function inWords(ranges) {
  const alternatives = ranges.split('||').map((range) => {
    const least = range.replace(/[^\d.]|\.0\b/g, '');
    return range.includes('>=') ? `${least} or newer` : `${least} or a later ${parseInt(least, 10)}`;
  });
  return alternatives.join(', ');
}

if (!accepts(needed, process.versions.node)) {
  process.stderr.write(
    `✗ This is Node ${process.versions.node}, and Key Custodian needs another: ${inWords(needed)}.\n` +
      '  Install one of these (nodejs.org has them all), see that `node --version` names it, and run the same again.\n',
  );
  process.exit(1);
}

module.exports = { accepts };

// What CHANGELOG.md says of a version, whole for the page of the release, and as plain lines for its document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';

/** A line of a document has no more (shared/domain/updates/release.ts), and so many lines. */
const [mostLetters, mostLines] = [500, 200];

/**
 * @typedef {object} Changes
 * @property {string | undefined} date day of the release; none while it is unreleased
 * @property {string} markdown
 * @property {readonly string[]} lines
 */

/** @param {string} version @param {string} [changelog] @returns {Changes} */
export function changesOf(version, changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')) {
  const sections = changelog.split(/^## /m).slice(1);
  const released = sections.find((text) => text.startsWith(`${version} (`));
  const section = released ?? sections.find((text) => text.startsWith('Unreleased')) ?? '\n';
  const [heading = '', ...rest] = section.split('\n');
  const markdown = rest.join('\n').trim();
  return { date: /\((\d{4}-\d\d-\d\d)\)/.exec(heading)?.[1], markdown, lines: plainLines(markdown) };
}

/** @param {string} markdown */
function plainLines(markdown) {
  return markdown
    .split(/\n(?=- |### )/)
    .map((item) =>
      item
        .replaceAll(/\s+/g, ' ')
        .trim()
        .replace(/^### (.*)$/, '$1:')
        .replaceAll(/\*\*|`/g, ''),
    )
    .filter((line) => line !== '')
    .map((line) => (line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line))
    .slice(0, mostLines);
}

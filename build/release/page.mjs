// The page of a release, in Markdown: what changed, what to download, how to verify it, and what was checked before.

/**
 * @typedef {{ title: string, state: 'passed' | 'failed' | 'left out', said: string, time: string }} Verdict
 * @typedef {object} ReleasePage
 * @property {string} version
 * @property {string} date
 * @property {string} changes in Markdown
 * @property {readonly import('./document.mjs').NamedPackage[]} packages
 * @property {readonly { target: string, needs: string }[]} notMade
 * @property {string | undefined} key the public key that signed it
 * @property {readonly Verdict[]} verdicts
 * @property {string} figures of the installed program; empty where it was not installed
 */

/** @param {ReleasePage} release */
export function releasePage({ version, date, changes, packages, notMade, key, verdicts, figures }) {
  const rows = packages.map(({ file, bytes, sha256 }) => [file, `${(bytes / 1e6).toFixed(1)} MB`, `\`${sha256}\``]);
  const checks = verdicts.map(({ title, state, said, time }) => [title, state, said, time]);
  return [
    `# Key Custodian ${version}`,
    date,
    '## What changed',
    changes,
    '## Downloads',
    table(['file', 'size', 'SHA-256'], rows),
    ...notMade.map(({ target, needs }) => `Not made here: ${target}; it needs ${needs}.`),
    '## How to verify a download',
    ...howToVerify(key),
    '## What was checked',
    table(['step', 'verdict', 'what', 'time'], checks),
    ...(figures === '' ? [] : ['Of the installed program, once, on the machine that built it:', fenced(figures)]),
    '',
  ].join('\n\n');
}

/** @param {string | undefined} key */
function howToVerify(key) {
  return [
    'From a program that is installed: **Settings, Updates, Verify a downloaded package…**, or',
    fenced('custodian update verify FILE'),
    ...(key === undefined
      ? ['This release is not signed: no key was given. Checksums alone say that a download is whole, not whose it is.']
      : [
          'Without it, with signify (`signify-openbsd` of Debian, `signify-osx` of Homebrew) and the key of the publisher, which you ' +
            'compare with one from another place than this page:',
          fenced(
            `printf 'untrusted comment: key-custodian\\n${key}\\n' > key-custodian.pub\n` +
              'signify-openbsd -V -e -p key-custodian.pub -x key-custodian.release -m release.json\n' +
              'sha256sum FILE    # the digest that release.json names',
          ),
        ]),
    'Whether downloads are whole:',
    fenced('sha256sum --check --ignore-missing SHA256SUMS'),
  ];
}

/** @param {string} text */
const fenced = (text) => `\`\`\`\n${text.trim()}\n\`\`\``;

/** @param {readonly string[]} heading @param {readonly (readonly string[])[]} rows */
function table(heading, rows) {
  return [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n');
}

/** @param {readonly string[]} cells */
const row = (cells) =>
  `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')).join(' | ')} |`;

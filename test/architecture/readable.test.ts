// The page of the guide that says what is read and written is made of the tables of the program: `npx vitest run
// test/architecture/readable.test.ts -u` writes it anew. Files of every row of the table are read here.
import { MAX_BULK_FILES, MAX_BULK_KEYS } from '../../shared/domain/key-ring/bulk-import.ts';
import { MAX_BUNDLE_BYTES, MAX_IMPORT_BYTES } from '../../shared/domain/limits.ts';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PRIVATE_FORMATS } from '../../shared/domain/exports/hand-over.ts';
import { SIGNING_ALGORITHMS } from '../../shared/domain/algorithms.ts';
import { endingOf, neededFor, EXPORT_FORMATS } from '../../shared/domain/formats.ts';
import { LAYERS, PASSPHRASE_FORMS, REPAIRS } from '../../shared/domain/reading/notes.ts';
import { READABLE } from '../../shared/domain/reading/readable.ts';
import type { FoundWarning } from '../../shared/domain/reading/inspection.ts';
import type { FileFormat } from '../../shared/domain/reading/schemes.ts';
import { INSPECTION_WORDS } from '../../shared/words/en/inspection.ts';
import { LONG_WORK, MAX_WORK } from '../../main/reading/protection/work-budget.ts';
import { readPrivateKey } from '../../main/reading/read-private-key.ts';
import { hasTool } from '../interop/formats-tools.ts';
import { ringOf } from '../support/rings.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILES = path.join(ROOT, 'test/fixtures/found-files');

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) => Math.max(cell.length, ...rows.map((cells) => cells[index]?.length ?? 0)));
  const padded = (cells: readonly string[]): string =>
    row(...cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)));
  return [padded(head), row(...widths.map((width) => '-'.repeat(width))), ...rows.map(padded)].join('\n');
}

const said = (warnings: readonly FoundWarning[]): string =>
  warnings.map((each) => `- ${INSPECTION_WORDS.warning(each)}`).join('\n');

function page(): string {
  const read = READABLE.map(({ name, forms, protection, certificates }) => [
    name,
    forms,
    protection ?? 'always in the clear',
    certificates ? 'yes' : 'no',
  ]);
  const millions = (work: number): string => `${work / 1_000_000} million`;
  return `# Files that are read and written

This page is made from the tables of the program. **Inspect a file** and \`custodian inspect FILE\` say of any file what it is;
\`custodian key import Acme --file FILE\` takes private keys from the files below, for RSA (also RSASSA-PSS), P-256, P-384, P-521 and Ed25519.

## Private keys that are read

${table(['file', 'as', 'under a passphrase', 'certificates come with it'], read)}

They are found wherever they lie: as texts or numbers in JSON and YAML, in environment and properties files, in XML, as
Base64 in a text of any kind, up to five layers deep.

A file says itself how much work its passphrase costs. ${millions(MAX_WORK)} rounds of PBKDF2 with SHA-256, or as much other work, are
done without asking: about two seconds. \`--allow-long-work\` takes ${millions(LONG_WORK)}.

## What was done to a file on its way

It is undone, and said:

${said(LAYERS.map((layer) => ({ code: 'layer', layer })))}

## What is mended in a key

It is said, and a signature proves it:

${said(REPAIRS.map((repair) => ({ code: 'repaired', repair })))}

## In which form a passphrase opens a file

The empty one is tried when none is given. A given one is tried as it is, then in the other forms that systems make of it:

${said(PASSPHRASE_FORMS.filter((form) => form !== 'as-given').map((form) => ({ code: 'passphrase-form', form })))}

## Many at once, and large files

\`custodian key import-many Acme FILE… FOLDER…\`, or **Import many keys…** among a tenant’s keys, shows first what each key is and
where it goes: into the first ring of its algorithm, as the next key where that place is free, else as a previous one. After one
yes each is imported by itself, and the report says what became of it. At most ${MAX_BULK_FILES} files and ${MAX_BULK_KEYS} keys.

Beyond ${MAX_IMPORT_BYTES / 1024} KiB, up to ${MAX_BUNDLE_BYTES / 1024 / 1024} MiB, bundles of certificates (PEM, PKCS#7), sets of keys and key stores are read as they stand.
\`custodian inspect FILE --custody\` says of each key in them whether it is in custody, as the window does.

## Two files side by side, and what somebody pasted

\`custodian compare FIRST SECOND\`, or **Compare with…**, says whether two files hold the same keys and the same certificates,
however they are written, and what differs. \`custodian find TEXT\`, and the palette, find the key behind a fingerprint, a
thumbprint, a pin, a subject key identifier, a serial number or a kid in any notation, among all tenants, published sets,
hand-overs and the audit chain.

## What is written

An RSA, EC or Ed25519 key of any file that is read is written in these formats too, private keys never:
\`custodian convert FILE --to FORMAT --out PATH\`, or **Save as…** on the screen **What is this file?**. The issuers of a
certificate go into \`pem\`, \`p7b\`, \`jwk\`, \`jwks\` and \`p12\`; the other formats have a place for one certificate.

${table(
  ['format', 'ending', 'holds', 'of any file, converted'],
  [
    ...EXPORT_FORMATS.map((format) => [
      `\`${format}\``,
      `.${endingOf(format)}`,
      'public keys, certificates',
      CONVERTS[neededFor(format)],
    ]),
    ...PRIVATE_FORMATS.map((format) => [`\`${format}\``, '', 'a private key, always protected', 'no']),
  ],
)}
`;
}

const CONVERTS = { key: 'yes', certificate: 'with a certificate', custody: 'no' };

test('the page says what the tables say', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/guide/files.md');
});

test('a file of every row is read', async () => {
  const sources: FileFormat[] = [];
  for (const file of [...fixtures(), ...madeByOthers()]) {
    sources.push(...(await sourcesIn(file)));
  }
  const missing = READABLE.filter(({ isSource }) => !sources.some(isSource)).map(({ name }) => name);
  expect(missing).toEqual(hasTool('keytool') ? ['BKS'] : ['Java key store', 'BKS']); // BKS: test/interop/others-write.test.ts
});

/** But for those that take seconds each time. */
const fixtures = (): Buffer[] =>
  readdirSync(FILES)
    .filter((name) => !name.startsWith('p12-'))
    .map((name) => readFileSync(path.join(FILES, name)));

function madeByOthers(): Buffer[] {
  if (!hasTool('keytool')) {
    return [];
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'readable-'));
  const store = path.join(folder, 'x.jks');
  const options = ['-alias', 'a', '-keyalg', 'EC', '-groupname', 'secp256r1', '-dname', 'CN=x', '-storetype', 'JKS'];
  execFileSync('keytool', ['-genkeypair', ...options, '-keystore', store, '-storepass', 'secret'], { stdio: 'ignore' });
  const made = readFileSync(store);
  rmSync(folder, { recursive: true });
  return [made];
}

async function sourcesIn(file: Uint8Array): Promise<FileFormat[]> {
  const sources: FileFormat[] = [];
  for (const alg of SIGNING_ALGORITHMS.filter((each) => each.endsWith('256') || each === 'Ed25519')) {
    for (const passphrase of [null, 'secret']) {
      const options = {
        passphrase: passphrase === null ? null : Buffer.from(passphrase),
        entry: null,
        allowSmallExponent: true,
      };
      const read = await readPrivateKey(file, ringOf(alg), options).catch(() => null);
      if (read !== null) {
        using key = read.key;
        sources.push(...(key.spki.length > 0 ? [read.source] : []));
      }
    }
  }
  return sources;
}

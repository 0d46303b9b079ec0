// What a release says of itself: the news out of the changelog, the signed document, where packages come from, and the page.
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { chmodSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changesOf } from '../../../build/release/changes.mjs';
import { publicLine, releaseDocument, releaseKey } from '../../../build/release/document.mjs';
import { releasePage } from '../../../build/release/page.mjs';
import { enveloped, provenance } from '../../../build/release/provenance.mjs';
import { refuseToSign } from '../../../build/release/steps.mjs';
import { releaseSchema } from '../../../shared/domain/updates/release.ts';
import { folderForAll } from '../../support/folder.ts';

const { privateKey: key } = generateKeyPairSync('ed25519');
const packages = [{ file: 'key-custodian_0.2.0_amd64.deb', bytes: 70_000_000, sha256: 'ab'.repeat(32) }];

const folder = folderForAll();

const CHANGELOG = `# Changes

## Unreleased

- Not yet.

## 0.2.0 (2026-12-01)

### Added

- **Updates**: verified by \`custodian update\`,
  and never installed.
- ${'x'.repeat(600)}

## 0.1.0 (2026-11-01)

- First.
`;

it('takes the news of its version from the changelog, as lines that the program takes', () => {
  const { date, lines } = changesOf('0.2.0', CHANGELOG);
  expect(date).toBe('2026-12-01');
  expect(lines.slice(0, 2)).toEqual(['Added:', '- Updates: verified by custodian update, and never installed.']);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toHaveLength(500);
  expect(changesOf('0.3.0', CHANGELOG)).toMatchObject({ date: undefined, lines: ['- Not yet.'] });
});

it('the changelog of this checkout makes a document that the program takes', () => {
  const text = releaseDocument({
    channel: 'stable',
    version: '0.2.0',
    issued: new Date(),
    news: changesOf('0.1.0').lines,
    packages,
  });
  expect(releaseSchema.safeParse(JSON.parse(text.toString('utf8'))).success).toBe(true);
});

it('takes no key that others may read, and none of another kind', () => {
  const pem = folder('key.pem');
  writeFileSync(pem, key.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  expect(publicLine(releaseKey(pem))).toBe(publicLine(key));
  chmodSync(pem, 0o644);
  expect(() => releaseKey(pem)).toThrow('may be read by others');
  const other = folder('other.pem');
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  writeFileSync(other, ec.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  expect(() => releaseKey(other)).toThrow('is no Ed25519 key');
  writeFileSync(other, 'none', { mode: 0o600 });
  expect(() => releaseKey(other)).toThrow('is no private key');
});

it('signs with a pinned key only what no step spoke against, and nothing in a dry run', () => {
  const verdict = (state: 'passed' | 'left out' | 'failed') =>
    ({ title: 'Fuses', state, said: '', time: '1 s' }) as const;
  const verdicts = [verdict('passed'), verdict('left out')];
  const keys = [publicLine(key)];
  const failing = [...verdicts, verdict('failed')];
  refuseToSign(key, { dryRun: false, verdicts, keys });
  expect(() => refuseToSign(key, { dryRun: false, verdicts: failing, keys })).toThrow(
    'not signed, for this failed: Fuses',
  );
  expect(() => refuseToSign(key, { dryRun: true, verdicts, keys })).toThrow('no key that is pinned');
  // A rehearsal, which no program takes.
  refuseToSign(key, { dryRun: true, verdicts: failing, keys: [] });
});

it('says where packages come from, and what that does not prove; a signed statement verifies as DSSE', async () => {
  const at = new Date('2026-12-01T10:00:00Z');
  const statement = await provenance({ packages, version: '0.2.0', electron: '45.5.0', started: at, finished: at });
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: packages[0]?.file, digest: { sha256: packages[0]?.sha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: { buildDefinition: { resolvedDependencies: [{}, { uri: 'file:package-lock.json' }, {}] } },
  });
  expect(JSON.stringify(statement)).toContain('It does not prove');
  const { payload, payloadType, signatures } = enveloped(statement, key);
  const body = Buffer.from(payload, 'base64');
  expect(JSON.parse(body.toString('utf8'))).toEqual(statement);
  // The pre-authentication encoding of the DSSE specification, written out.
  const encoded = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${body.length} ${body.toString('utf8')}`;
  const signature = Buffer.from(signatures[0]?.sig ?? '', 'base64');
  expect(verify(null, Buffer.from(encoded), createPublicKey(key), signature)).toBe(true);
});

it('the page names what to download, how to verify it, what is not made, and each verdict', () => {
  const page = releasePage({
    version: '0.2.0',
    date: '2026-12-01',
    changes: '### Added\n\n- Updates.',
    packages,
    notMade: [{ target: 'dmg', needs: 'macOS' }],
    key: publicLine(key),
    verdicts: [{ title: 'Fuses', state: 'failed', said: 'one | of\nthem', time: '1 s' }],
    figures: '',
  });
  expect(page).toContain(`| key-custodian_0.2.0_amd64.deb | 70.0 MB | \`${'ab'.repeat(32)}\` |`);
  expect(page).toContain(publicLine(key));
  expect(page).toContain('Not made here: dmg; it needs macOS.');
  expect(page).toContain(String.raw`| Fuses | failed | one \| of them | 1 s |`);
  expect(
    releasePage({
      version: '0.2.0',
      date: '',
      changes: '',
      packages,
      notMade: [],
      key: undefined,
      verdicts: [],
      figures: 'window: 1 ms',
    }),
  ).toContain('This release is not signed');
});

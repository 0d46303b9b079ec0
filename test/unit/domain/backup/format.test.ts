// Which files a backup may hold, and what each is.
import { describe, expect, it } from 'vitest';
import {
  anyHeadSchema,
  auditPath,
  certificatePath,
  credentialPath,
  keyFactsPath,
  keyFactsSchema,
  meaningOf,
  privateKeyPath,
  PROTECTION,
  tablePath,
} from '../../../../shared/domain/backup/format.ts';

const ID = '7b8e4d5e-2f5b-4f0c-9a53-0d9c0f1f3a11';

it('files are called by what is in them', () => {
  expect([privateKeyPath(ID), certificatePath(ID), keyFactsPath(ID), credentialPath(ID)]).toEqual([
    `keys/${ID}/private-key.pem`,
    `keys/${ID}/certificate.pem`,
    `keys/${ID}/key.json`,
    `credentials/${ID}.json`,
  ]);
  expect([tablePath('signing_key', 1), tablePath('tenant', 12_345), auditPath(12)]).toEqual([
    'registry/signing_key-0001.jsonl',
    'registry/tenant-12345.jsonl',
    'audit/0012.jsonl',
  ]);
});

describe('a path means', () => {
  it.each([
    ['README.txt', { is: 'other' }],
    ['backup.json', { is: 'head' }],
    ['manifest.json', { is: 'manifest' }],
    ['manifest.jws', { is: 'signature' }],
    ['audit/0001.jsonl', { is: 'audit' }],
    ['audit/123456.jsonl', { is: 'audit' }],
    ['registry/a-0001.jsonl', { is: 'table', table: 'a' }],
    [`registry/${'t_'.repeat(20)}-999999.jsonl`, { is: 'table', table: 't_'.repeat(20) }],
    [`keys/${ID}/private-key.pem`, { is: 'private-key', id: ID }],
    [`keys/${ID}/key.json`, { is: 'key-facts', id: ID }],
    [`keys/${ID}/certificate.pem`, { is: 'other' }],
    [`credentials/${ID}.json`, { is: 'credential', tenantId: ID }],
  ])('%s: %j', (path, meaning) => {
    expect(meaningOf(path)).toEqual(meaning);
  });

  it.each([
    '',
    'readme.txt',
    'READMEXtxt',
    'backupXjson',
    'backup.jsonl',
    './backup.json',
    '../backup.json',
    '/backup.json',
    'manifest.txt',
    'manifestXjson',
    'audit/001.jsonl',
    'audit/1234567.jsonl',
    'audit/000a.jsonl',
    'audit/0001Xjsonl',
    'audit/../0001.jsonl',
    'registry/-0001.jsonl',
    'registry/A-0001.jsonl',
    `registry/${'t'.repeat(41)}-0001.jsonl`,
    'registry/a/b-0001.jsonl',
    'registry/a-001.jsonl',
    `keys/${ID}`,
    `keys/${ID}/`,
    `keys/${ID}/other.pem`,
    `keys/${ID}/private-keyXpem`,
    `keys/${ID}/certificateXpem`,
    `keys/${ID}/keyXjson`,
    `keys/${ID}/key.json/x`,
    `keys/${ID.slice(1)}/key.json`,
    `keys/${ID}0/key.json`,
    `keys/${ID.toUpperCase()}/key.json`,
    `keys/${'.'.repeat(36)}/key.json`,
    `x/keys/${ID}/key.json`,
    `credentials/${ID.slice(1)}.json`,
    `credentials/${ID}0.json`,
    `credentials/${ID}Xjson`,
    `credentials/${'.'.repeat(36)}.json`,
    'toString',
  ])('nothing that belongs there: %s', (path) => {
    expect(meaningOf(path)).toBeNull();
  });
});

it('a newer backup is told from something else', () => {
  const newer = { format: 'key-custodian/backup', version: 2, more: 'of then' };
  expect(anyHeadSchema.parse(newer)).toEqual(newer);
  const others = [
    { ...newer, format: 'key-custodian/other' },
    { ...newer, version: 0 },
    { ...newer, version: 1.5 },
  ];
  expect(others.filter((head) => anyHeadSchema.safeParse(head).success)).toEqual([]);
});

it('a key is known in a backup by its id, its kid and the hash of its public key', () => {
  const facts = { id: ID, kid: 'k1', spkiSha256: 'ab'.repeat(32) };
  expect(keyFactsSchema.parse({ ...facts, alg: 'RS256' })).toEqual({ ...facts, alg: 'RS256' });
  for (const name of ['id', 'kid', 'spkiSha256'] as const) {
    expect([name, keyFactsSchema.safeParse({ ...facts, [name]: 1 }).success]).toEqual([name, false]);
  }
});

it('records say how a backup is closed', () => {
  expect(PROTECTION.passphrase).toMatch(/^age\b.*passphrase.*scrypt/);
  expect(PROTECTION.recipients).toMatch(/^age\b.*recipients/);
  expect(PROTECTION.shares).toMatch(/^age\b.*shares/);
});

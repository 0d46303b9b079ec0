// The table of files from which private keys are read: each source has one row, and each row says what a reader needs.
import { expect, it } from 'vitest';
import { READABLE } from '../../../../shared/domain/reading/readable.ts';
import type { FileFormat } from '../../../../shared/domain/reading/schemes.ts';

const named = (name: string): FileFormat => ({ code: 'named', name });
const key = (container: 'PKCS#8' | 'PKCS#1' | 'SEC1' | null): FileFormat => ({
  code: 'key',
  container,
  encoding: 'PEM',
  encrypted: false,
});

it.each<[string, FileFormat]>([
  ['PKCS#8', key('PKCS#8')],
  ['PKCS#1', key('PKCS#1')],
  ['SEC1', key('SEC1')],
  ['PKCS#12', named('PKCS#12')],
  ['JWK', named('JWK')],
  ['JWK', named('JWK in JWE')],
  ['JWK', { code: 'jwk-set' }],
  ['JWK', { code: 'jwk-set-in-jwe' }],
  ['OpenSSH', { code: 'openssh-private-key' }],
  ['PuTTY', { code: 'putty-key-file', version: '3' }],
  ['Java key store', named('Java key store')],
  ['BKS', named('BKS')],
  ['PVK', named('PVK')],
  ['CryptoAPI blob', named('CryptoAPI blob')],
  ['.NET RSA parameters', named('.NET RSA parameters')],
  ['', key(null)],
  ['', named('PKCS#7')],
  ['', { code: 'openssh-public-key' }],
  ['', { code: 'encrypted-jwk' }],
])('%s is the row of %o alone', (row, source) => {
  const rows = READABLE.filter(({ isSource }) => isSource(source)).map(({ name }) => name);
  expect(rows).toEqual(row === '' ? [] : [row]);
});

it('says of each how it lies in a file, and how it is protected where it can be', () => {
  expect(READABLE.filter(({ name, forms, protection }) => [name, forms, protection].includes(''))).toEqual([]);
  expect(READABLE.flatMap(({ name, protection }) => (protection === null ? name : []))).toEqual([
    'CryptoAPI blob',
    '.NET RSA parameters',
  ]);
});

it('knows which have no room for certificates', () => {
  expect(READABLE.flatMap(({ name, certificates }) => (certificates ? [] : name))).toEqual([
    'OpenSSH',
    'PuTTY',
    'PVK',
    'CryptoAPI blob',
    '.NET RSA parameters',
  ]);
});

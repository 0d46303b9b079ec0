// The files from which private keys are read: one row each. The help of `key import` and the page of the guide are made of it,
// and a test reads a file of every row.
import type { FileFormat } from './schemes.ts';

export interface Readable {
  /** The same in every language. */
  name: string;
  /** What the sources of files of this kind are called when they are read. */
  isSource(source: FileFormat): boolean;
  /** As what it may lie in the file. */
  forms: string;
  /** `null` for files that always lie in the clear. */
  protection: string | null;
  /** Whether certificates beside the key come with it. */
  certificates: boolean;
}

const named =
  (...names: readonly string[]) =>
  (source: FileFormat): boolean =>
    source.code === 'named' && names.includes(source.name);

const keyIn =
  (container: string) =>
  (source: FileFormat): boolean =>
    source.code === 'key' && source.container === container;

const PBE = 'PBES2 (PBKDF2 with every function of RFC 8018, scrypt; AES, 3DES, DES), PBES1, the schemes of PKCS#12';
const BLOCK = 'PEM, DER';
const PLACES = 'JSON, sets, inside other JSON and YAML';

export const READABLE: readonly Readable[] = [
  { name: 'PKCS#8', isSource: keyIn('PKCS#8'), forms: BLOCK, protection: PBE, certificates: true },
  {
    name: 'PKCS#1',
    isSource: keyIn('PKCS#1'),
    forms: BLOCK,
    protection: 'encrypted PEM (RFC 1421)',
    certificates: true,
  },
  { name: 'SEC1', isSource: keyIn('SEC1'), forms: BLOCK, protection: 'encrypted PEM (RFC 1421)', certificates: true },
  {
    name: 'PKCS#12',
    isSource: named('PKCS#12'),
    forms: 'DER, BER, Base64',
    protection: `${PBE}; MAC of RFC 7292, PBMAC1`,
    certificates: true,
  },
  {
    name: 'JWK',
    isSource: (source) => named('JWK', 'JWK in JWE')(source) || ['jwk-set', 'jwk-set-in-jwe'].includes(source.code),
    forms: PLACES,
    protection: 'JWE with PBES2',
    certificates: true,
  },
  {
    name: 'OpenSSH',
    isSource: ({ code }) => code === 'openssh-private-key',
    forms: 'PEM',
    protection: 'bcrypt; AES in CTR, CBC and GCM, ChaCha20-Poly1305, 3DES',
    certificates: false,
  },
  {
    name: 'PuTTY',
    isSource: ({ code }) => code === 'putty-key-file',
    forms: 'versions 2 and 3',
    protection: 'SHA-1 (version 2), Argon2 (version 3); AES-256',
    certificates: false,
  },
  {
    name: 'Java key store',
    isSource: named('Java key store'),
    forms: 'JKS, JCEKS',
    protection: 'their own',
    certificates: true,
  },
  {
    name: 'BKS',
    isSource: named('BKS'),
    forms: 'versions 1 and 2',
    protection: '3DES with the derivation of PKCS#12',
    certificates: true,
  },
  {
    name: 'PVK',
    isSource: named('PVK'),
    forms: 'Microsoft',
    protection: 'RC4 with 128 or 40 bits',
    certificates: false,
  },
  {
    name: 'CryptoAPI blob',
    isSource: named('CryptoAPI blob'),
    forms: 'Microsoft, .snk',
    protection: null,
    certificates: false,
  },
  {
    name: '.NET RSA parameters',
    isSource: named('.NET RSA parameters'),
    forms: 'RSAKeyValue in XML, RSAParameters in JSON',
    protection: null,
    certificates: false,
  },
];

// How files are written and protected, and what keys are in them: codes with values, for which words/ has the names.
import type { Coded } from '../../problems/coded.ts';

/** How a passphrase becomes a key, how a file is sealed against change, how something was signed. */
export interface Schemes {
  /** The same in every language: `AES-256-CBC`. */
  named: { name: string };
  derivation: { name: 'PBKDF1' | 'PBKDF2' | 'PKCS#12'; hash: string; rounds: number };
  /** RFC 7914 §2: cost, block size, parallelisation. */
  scrypt: { cost: number; blockSize: number; lanes: number };
  'one-round': { hash: string };
  'pkcs12-mac': { hash: string; rounds: number };
  pbmac1: { hash: string; derivation: Scheme };
  'ssh-derivation': { name: string; rounds: number };
  /** RFC 9106; memory in KiB. */
  argon2: { name: string; kib: number; passes: number; lanes: number };
  'ssh-key': { name: string; bits: number };
  signature: { key: string; hash: string };
}

export type Scheme = Coded<Schemes>;

/** Of what kind a key is. */
export interface KeyKinds {
  /** The same in every language: `RSA 2048`, `EC P-256`. */
  named: { name: string };
  /** RSASSA-PSS. */
  'one-scheme': null;
  algorithm: { oid: string };
  curve: { oid: string };
  'explicit-curve': null;
  'unknown-curve': { ec: boolean };
  symmetric: null;
  'unknown-jwk': null;
  'many-primes': null;
  'large-exponent': null;
  /** Its owner wants it used with this algorithm. */
  marked: { kind: KeyKind; alg: string };
  'not-for-signing': { kind: KeyKind };
  /** RSASSA-PSS, perhaps with one hash only. */
  bound: { kind: KeyKind; algs: string[] };
  encrypted: null;
  damaged: null;
  unknown: null;
}

export type KeyKind = Coded<KeyKinds>;

/** Protections that are not read here. */
export interface UnreadSchemes {
  named: { name: string };
  with: { hash: string; cipher: string };
  'rc2-in-pbes2': null;
  scheme: { oid: string };
  cipher: { oid: string };
  derivation: { oid: string };
  'derivation-function': { oid: string };
  'mac-digest': { oid: string };
  'mac-function': null;
  'for-certificate': null;
  'jwe-key': { alg: string | null };
  'jwe-encryption': { enc: string | null };
  'jwe-extensions': null;
  'jwe-compression': null;
  'jwe-rounds': { rounds: number; least: number };
  'too-much-work': { derivation: Scheme };
}

export type UnreadScheme = Coded<UnreadSchemes>;

export type Encoding = 'PEM' | 'DER' | 'Base64';
export type Container = 'PKCS#8' | 'PKCS#1' | 'SEC1';

/** How a file is written. */
export interface FileFormats {
  /** The same in every language: `PKCS#12`, `X.509 PEM`. */
  named: { name: string };
  key: { container: Container | null; encoding: Encoding; encrypted: boolean };
  blocks: { count: number };
  'jwk-set': null;
  'jwk-set-in-jwe': null;
  'encrypted-jwk': null;
  'pkcs1-public-key': { encoding: Encoding };
  parameters: { encoding: Encoding };
  'client-key': null;
  'openssh-public-key': null;
  'openssh-private-key': null;
  'ssh2-key-file': null;
  'putty-key-file': { version: string };
  'pgp-armour': null;
  'age-armour': null;
  'age-identities': null;
  'age-recipients': null;
  text: null;
  binary: null;
  none: null;
}

export type FileFormat = Coded<FileFormats>;

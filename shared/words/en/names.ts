// How files are written and protected, and what keys are in them.
import type { FileProtections } from '../../domain/exports/protections.ts';
import type { KeyEntry } from '../../domain/reading/key-entry.ts';
import type { FileFormats, KeyKind, KeyKinds, Scheme, Schemes, UnreadSchemes } from '../../domain/reading/schemes.ts';
import { visible } from '../../encoding/printable.ts';
import { type CodedWords, told } from '../../problems/coded.ts';

const UNKNOWN = 'an unknown algorithm';

const schemes: CodedWords<Schemes> = {
  named: ({ name }) => name,
  derivation: ({ name, hash, rounds }) =>
    `${name === 'PKCS#12' ? 'PKCS#12 derivation' : name} with ${hash}, ${rounds} rounds`,
  scrypt: ({ cost, blockSize, lanes }) => `scrypt with N = ${cost}, r = ${blockSize}, p = ${lanes}`,
  'one-round': ({ hash }) => `one round of ${hash}`,
  'pkcs12-mac': ({ hash, rounds }) => `HMAC-${hash}, PKCS#12 derivation, ${rounds} rounds`,
  pbmac1: ({ hash, derivation }) => `PBMAC1 with HMAC-${hash}, ${scheme(derivation)}`,
  'ssh-derivation': ({ name, rounds }) => `${name}, ${rounds} rounds`,
  argon2: ({ name, kib, passes, lanes }) => `${name} with ${kib} KiB, ${passes} passes, ${lanes} lanes`,
  'ssh-key': ({ name, bits }) => `${name}, ${bits} bits`,
  signature: ({ key, hash }) => `${key} with ${hash}`,
};

export const scheme = (of: Scheme): string => told(schemes)(of);

const kinds: CodedWords<KeyKinds> = {
  named: ({ name }) => name,
  'one-scheme': 'RSASSA-PSS (RSA restricted to one scheme)',
  algorithm: ({ oid }) => `with the algorithm ${oid}`,
  curve: ({ oid }) => `EC on the curve ${oid}`,
  'explicit-curve': 'EC with explicit curve parameters',
  'unknown-curve': ({ ec }) => (ec ? 'EC on an unknown curve' : 'on an unknown curve'),
  symmetric: 'symmetric (oct)',
  'unknown-jwk': 'JWK of an unknown type',
  'many-primes': 'RSA with more than two primes',
  'large-exponent': 'RSA with a large public exponent',
  marked: ({ kind, alg }) => `${keyKind(kind)}, marked for ${alg}`,
  'not-for-signing': ({ kind }) => `${keyKind(kind)}, marked for something else than signing`,
  bound: ({ kind, algs }) => `${keyKind(kind)} for RSASSA-PSS (${algs.join(', ')})`,
  encrypted: 'encrypted',
  damaged: 'damaged',
  unknown: 'unknown',
};

export const keyKind = (of: KeyKind): string => told(kinds)(of);

const unread: CodedWords<UnreadSchemes> = {
  named: ({ name }) => name,
  with: ({ hash, cipher }) => `${hash} with ${cipher}`,
  'rc2-in-pbes2': 'RC2-CBC in PBES2',
  scheme: ({ oid }) => `the scheme ${oid}`,
  cipher: ({ oid }) => `the cipher ${oid}`,
  derivation: ({ oid }) => `the key derivation ${oid}`,
  'derivation-function': ({ oid }) => `PBKDF2 with the function ${oid}`,
  'mac-digest': ({ oid }) => `a MAC with the digest ${oid}`,
  'mac-function': 'PBMAC1 with an unknown function',
  'for-certificate': 'PKCS#12 for the owner of a certificate, without a passphrase',
  'jwe-key': ({ alg }) => `JWE with ${alg ?? UNKNOWN}, which needs a key instead of a passphrase`,
  'jwe-encryption': ({ enc }) => `JWE with ${enc ?? UNKNOWN}`,
  'jwe-extensions': 'JWE with critical extensions',
  'jwe-compression': 'JWE with compression',
  'jwe-rounds': ({ rounds, least }) => `JWE with ${rounds} rounds of PBKDF2, of which at least ${least} are wanted`,
  'too-much-work': ({ derivation }) => `${scheme(derivation)}, more work than is accepted`,
};

export const unreadScheme = told(unread);

const formats: CodedWords<FileFormats> = {
  named: ({ name }) => name,
  key: ({ container, encoding, encrypted }) =>
    `${container === null ? '' : `${container} `}${encoding}${encrypted ? ', encrypted' : ''}`,
  blocks: ({ count }) => `PEM, ${count} blocks`,
  'jwk-set': 'JWK set',
  'jwk-set-in-jwe': 'JWK set in JWE',
  'encrypted-jwk': 'encrypted JWK',
  'pkcs1-public-key': ({ encoding }) => `PKCS#1 public key ${encoding}`,
  parameters: ({ encoding }) => `parameters ${encoding}`,
  'client-key': 'client key',
  'openssh-public-key': 'OpenSSH public key',
  'openssh-private-key': 'OpenSSH private key',
  'ssh2-key-file': 'SSH2 key file',
  'putty-key-file': ({ version }) => `PuTTY key file ${version}`,
  'pgp-armour': 'PGP armour',
  'age-armour': 'age armour',
  'age-identities': 'age identity file',
  'age-recipients': 'age recipient file',
  text: 'text',
  binary: 'binary',
  none: 'none',
};

export const fileFormat = told(formats);

/** `2: signing 2024 (RSA 2048, 3f9a0c12)` */
export const keyEntry = ({ number, name, kind, fingerprint }: KeyEntry): string =>
  `${number}: ${visible(name ?? 'unnamed')} (${[keyKind(kind), ...(fingerprint === null ? [] : [fingerprint])].join(', ')})`;

const protections: CodedWords<FileProtections> = {
  passphrase: ({ cipher, derivation, mac }) =>
    `${cipher}, ${scheme(derivation)}${mac === null ? '' : `; MAC HMAC-${mac.hash}, ${mac.rounds} rounds`}`,
  'jwe-passphrase': ({ alg, rounds, enc }) => `JWE with ${alg}, ${rounds} rounds, ${enc}`,
  'jwe-recipient': ({ alg, enc }) => `JWE with ${alg}, ${enc}`,
  age: 'age',
  'age-ssh': 'age, to an SSH key',
  named: ({ name }) => name,
};

export const fileProtection = told(protections);

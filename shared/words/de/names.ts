// How files are written and protected, and what keys are in them, in German.
import type { FileProtections } from '../../domain/exports/protections.ts';
import type { KeyEntry } from '../../domain/reading/key-entry.ts';
import type { FileFormats, KeyKind, KeyKinds, Scheme, Schemes, UnreadSchemes } from '../../domain/reading/schemes.ts';
import { visible } from '../../encoding/printable.ts';
import { type CodedWords, told } from '../../problems/coded.ts';

const UNKNOWN = 'einem unbekannten Algorithmus';

const schemes: CodedWords<Schemes> = {
  named: ({ name }) => name,
  derivation: ({ name, hash, rounds }) =>
    `${name === 'PKCS#12' ? 'PKCS#12-Ableitung' : name} mit ${hash}, ${rounds} Runden`,
  scrypt: ({ cost, blockSize, lanes }) => `scrypt mit N = ${cost}, r = ${blockSize}, p = ${lanes}`,
  'one-round': ({ hash }) => `eine Runde ${hash}`,
  'pkcs12-mac': ({ hash, rounds }) => `HMAC-${hash}, PKCS#12-Ableitung, ${rounds} Runden`,
  pbmac1: ({ hash, derivation }) => `PBMAC1 mit HMAC-${hash}, ${scheme(derivation)}`,
  'ssh-derivation': ({ name, rounds }) => `${name}, ${rounds} Runden`,
  argon2: ({ name, kib, passes, lanes }) => `${name} mit ${kib} KiB, ${passes} Durchgängen, ${lanes} Spuren`,
  'ssh-key': ({ name, bits }) => `${name}, ${bits} Bit`,
  signature: ({ key, hash }) => `${key} mit ${hash}`,
};

export const scheme = (of: Scheme): string => told(schemes)(of);

const kinds: CodedWords<KeyKinds> = {
  named: ({ name }) => name,
  'one-scheme': 'RSASSA-PSS (RSA, auf ein Verfahren beschränkt)',
  algorithm: ({ oid }) => `mit dem Algorithmus ${oid}`,
  curve: ({ oid }) => `EC auf der Kurve ${oid}`,
  'explicit-curve': 'EC mit ausgeschriebenen Kurvenparametern',
  'unknown-curve': ({ ec }) => (ec ? 'EC auf einer unbekannten Kurve' : 'auf einer unbekannten Kurve'),
  symmetric: 'symmetrisch (oct)',
  'unknown-jwk': 'JWK unbekannten Typs',
  'many-primes': 'RSA mit mehr als zwei Primzahlen',
  'large-exponent': 'RSA mit großem öffentlichem Exponenten',
  marked: ({ kind, alg }) => `${keyKind(kind)}, bestimmt für ${alg}`,
  'not-for-signing': ({ kind }) => `${keyKind(kind)}, nicht zum Signieren bestimmt`,
  bound: ({ kind, algs }) => `${keyKind(kind)} für RSASSA-PSS (${algs.join(', ')})`,
  encrypted: 'verschlüsselt',
  damaged: 'beschädigt',
  unknown: 'unbekannt',
};

export const keyKind = (of: KeyKind): string => told(kinds)(of);

const unread: CodedWords<UnreadSchemes> = {
  named: ({ name }) => name,
  with: ({ hash, cipher }) => `${hash} mit ${cipher}`,
  'rc2-in-pbes2': 'RC2-CBC in PBES2',
  scheme: ({ oid }) => `das Verfahren ${oid}`,
  cipher: ({ oid }) => `die Verschlüsselung ${oid}`,
  derivation: ({ oid }) => `die Schlüsselableitung ${oid}`,
  'derivation-function': ({ oid }) => `PBKDF2 mit der Funktion ${oid}`,
  'mac-digest': ({ oid }) => `ein MAC mit der Hashfunktion ${oid}`,
  'mac-function': 'PBMAC1 mit einer unbekannten Funktion',
  'for-certificate': 'PKCS#12 für den Inhaber eines Zertifikats, ohne Passphrase',
  'jwe-key': ({ alg }) => `JWE mit ${alg ?? UNKNOWN}, das einen Schlüssel statt einer Passphrase verlangt`,
  'jwe-encryption': ({ enc }) => `JWE mit ${enc ?? UNKNOWN}`,
  'jwe-extensions': 'JWE mit kritischen Erweiterungen',
  'jwe-compression': 'JWE mit Kompression',
  'jwe-rounds': ({ rounds, least }) => `JWE mit ${rounds} Runden PBKDF2, von denen mindestens ${least} verlangt werden`,
  'too-much-work': ({ derivation }) => `${scheme(derivation)}, mehr Rechenarbeit, als angenommen wird`,
};

export const unreadScheme = told(unread);

const formats: CodedWords<FileFormats> = {
  named: ({ name }) => name,
  key: ({ container, encoding, encrypted }) =>
    `${container === null ? '' : `${container} `}${encoding}${encrypted ? ', verschlüsselt' : ''}`,
  blocks: ({ count }) => `PEM, ${count} Blöcke`,
  'jwk-set': 'JWK-Satz',
  'jwk-set-in-jwe': 'JWK-Satz in JWE',
  'encrypted-jwk': 'verschlüsseltes JWK',
  'pkcs1-public-key': ({ encoding }) => `öffentlicher PKCS#1-Schlüssel als ${encoding}`,
  parameters: ({ encoding }) => `Parameter als ${encoding}`,
  'client-key': 'Schlüssel des Clients',
  'openssh-public-key': 'öffentlicher Schlüssel von OpenSSH',
  'openssh-private-key': 'privater Schlüssel von OpenSSH',
  'ssh2-key-file': 'SSH2-Schlüsseldatei',
  'putty-key-file': ({ version }) => `PuTTY-Schlüsseldatei ${version}`,
  'pgp-armour': 'PGP als Text',
  'age-armour': 'age als Text',
  'age-identities': 'age-Identitätsdatei',
  'age-recipients': 'age-Empfängerdatei',
  text: 'Text',
  binary: 'Binärdatei',
  none: 'kein Format',
};

export const fileFormat = told(formats);

/** `2: signing 2024 (RSA 2048, 3f9a0c12)` */
export const keyEntry = ({ number, name, kind, fingerprint }: KeyEntry): string =>
  `${number}: ${visible(name ?? 'ohne Namen')} (${[keyKind(kind), ...(fingerprint === null ? [] : [fingerprint])].join(', ')})`;

const protections: CodedWords<FileProtections> = {
  passphrase: ({ cipher, derivation, mac }) =>
    `${cipher}, ${scheme(derivation)}${mac === null ? '' : `; MAC HMAC-${mac.hash}, ${mac.rounds} Runden`}`,
  'jwe-passphrase': ({ alg, rounds, enc }) => `JWE mit ${alg}, ${rounds} Runden, ${enc}`,
  'jwe-recipient': ({ alg, enc }) => `JWE mit ${alg}, ${enc}`,
  age: 'age',
  'age-ssh': 'age, für einen SSH-Schlüssel',
  named: ({ name }) => name,
};

export const fileProtection = told(protections);

// What is wrong with a value: code -> its values.
import type { CertificateFault } from '../domain/key-ring/certificate-faults.ts';
import type { CertificateFlaw, PublicKeyFlaw } from '../domain/key-ring/flaws.ts';
import type { Instant } from '../domain/timing/instant.ts';
import type { KeyEntry } from '../domain/reading/key-entry.ts';
import type { Coded } from './coded.ts';

/** `null` where the number has none, or its name says it. */
export type Unit = 'seconds' | 'days' | null;

/** What a schema may name by its code alone. */
export const SCHEMA_PROBLEMS = [
  'missing',
  'unfit',
  'empty',
  'whole-number',
  'whole-seconds',
  'whole-days',
  'control-characters',
  'slash',
  'line-breaks',
  'colon',
  'unprintable',
  'blank-ends',
  'login-inside',
  'not-ascii',
  'private-keys',
  'more-keys-than-taken',
  'no-ring',
  'one-object',
  'token-date',
  'inexact-number',
  'domain',
  'domain-twice',
  'environment-unsaid',
  'other-name',
  'in-future',
  'https-url',
  'proxy-address',
  'script-address',
  'bypass-entry',
  'instant',
  'reason',
  'publication-id',
  'proof-id',
  'sha-256',
  'device-fingerprint',
  'noted-head',
  'read-back',
  'call-name',
  'longest-cache',
  'not-utf8',
  'needs-clock',
  'other-version',
  'threshold-too-high',
  'holder-twice',
  'person-twice',
] as const;

export type SchemaProblem = (typeof SCHEMA_PROBLEMS)[number];

export interface InputProblems extends Record<SchemaProblem, null> {
  'unknown-members': { names: readonly string[] };
  'too-long': { most: number };
  'too-short': { least: number };
  'too-large': { most: number; unit: Unit };
  'too-small': { least: number; unit: Unit };
  'too-many': { most: number };
  'too-few': { least: number };
  'too-many-keys': { most: number };
  'too-many-bytes': { most: number };
  'one-of': { values: readonly string[] };
  'too-deep': { most: number };
  'too-far': { seconds: number };
  'sandbox-client-key': { least: number; most: number };
  'no-text': null;
  'nothing-given': null;
  'odd-characters': null;
  'standard-input-no-json': null;
  'standard-input-no-object': null;
  'standard-input-too-long': { most: number };
  'port-in-use': { port: number };
  'port-unusable': { port: number };
  'of-sandbox-tenant': { domain: string };
  'no-own-keys': null;
  'sandbox-credentials': null;
  'credential-kinds': { endpoint: string; kinds: readonly string[] };
  'several-tenants': null;
  'fixed-size': { alg: string };
  'one-key-format': { format: string };
  'no-page': { format: string; known: readonly string[] };
  'not-in-development': { tenant: string };
  'not-of-ring': { consumer: string; ring: string };
  'which-ring': { consumer: string; rings: number };
  'no-cache': null;
  'no-such-key': { entries: readonly KeyEntry[] };
  'no-file': null;
  'no-token': null;
  'kept-and-removed': { key: string };
  'no-such-foreign': { key: string };
  'too-many-codes': { codes: number; most: number };
  'passphrase-or-recipient': null;
  'no-certificate': null;
  'no-pem-certificate': null;
  'certificate-damaged': null;
  'private-key-too': null;
  'too-many-certificates': { most: number };
  'no-authority': { subject: string };
  'authority-below': { subject: string };
  'authority-weak': { subject: string };
  'authority-ended': { subject: string; at: Instant };
  'authority-begins': { subject: string; at: Instant };
  ended: { at: Instant };
  'certificate-unfit': { subject: string; fault: CertificateFault; at: Instant };
  'certificate-flawed': { flaw: CertificateFlaw };
  'unknown-authority': null;
  'no-proxy-script': null;
  'age-recipient-only': null;
  'p12-passphrase-only': null;
  'pkcs8-no-jwk': null;
  'age-mistyped': null;
  'recipient-private': null;
  'no-recipient': null;
  'set-without-encryption': null;
  'several-recipients': { count: number };
  'certificate-not-for-encryption': null;
  'ssh-kind': null;
  'public-key-unusable': null;
  'cannot-encrypt': null;
  'for-signing': null;
  'not-for-encryption': null;
  'other-algorithm': { algorithms: readonly string[] };
  flawed: { flaw: PublicKeyFlaw };
}

export type InputProblem = Coded<InputProblems>;

/** What a schema says of a value that it refuses: such a code, or in what a number is counted (./issue.ts reads it). */
export const because = (code: SchemaProblem | NonNullable<Unit> | 'keys'): string => code;

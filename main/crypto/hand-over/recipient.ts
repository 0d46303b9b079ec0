// Reads the file by which a recipient says how to reach it: a public JWK, an age recipient or an SSH public key. A private key given by
// mistake is refused, and so is a key that is meant for something else.
import type { webcrypto } from 'node:crypto';
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { CustodianError } from '../../../shared/errors.ts';
import { readSshKey, rsaBitsOf, type SshKey, sshFingerprint } from './ssh-key.ts';

export interface JwkRecipient {
  kind: 'JWK';
  key: webcrypto.CryptoKey;
  alg: string;
  kid: string | null;
  /** RFC 7638, SHA-256, base64url. */
  fingerprint: string;
}

export interface AgeRecipient {
  kind: 'age';
  /** `age1…`, which is its own fingerprint, or that of an SSH key as `ssh-keygen -l` shows it. */
  fingerprint: string;
  /** What age encrypts to. */
  to: string | SshKey;
}

export type Recipient = JwkRecipient | AgeRecipient;

const RSA_ALGORITHMS = ['RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'];
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** Throws INPUT_INVALID and says what is wrong, without repeating the file. */
export async function readRecipient(file: Uint8Array): Promise<Recipient> {
  const text = Buffer.from(file).toString('utf8').trim();
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const [only = ''] = lines;
  if (lines.length === 1 && /^age1[0-9a-z]{20,2000}$/.test(only)) {
    return { kind: 'age', fingerprint: only, to: only };
  }
  if (/AGE-SECRET-KEY|PRIVATE KEY/.test(text)) {
    throw unusable('the file holds a private key; ask the recipient for the public one, and tell them');
  }
  return lines.length === 1 && /^(?:ssh|ecdsa|sk)-/.test(only) ? sshKeyRecipient(only) : jwkRecipient(parsedJwk(text));
}

function sshKeyRecipient(line: string): AgeRecipient {
  const key = readSshKey(line);
  if (key === null) {
    throw unusable('age can seal to SSH keys of the kinds ssh-ed25519 and ssh-rsa only');
  }
  if (key.type === 'ssh-rsa' && rsaBitsOf(key) < 2048) {
    throw unusable('its RSA key has fewer than 2048 bits');
  }
  return { kind: 'age', fingerprint: sshFingerprint(key), to: key };
}

async function jwkRecipient(jwk: JWK): Promise<JwkRecipient> {
  if (PRIVATE_MEMBERS.some((member) => member in jwk)) {
    throw unusable('the file holds a private key; ask the recipient for the public one, and tell them');
  }
  if ((jwk.use ?? 'enc') !== 'enc') {
    throw unusable(`the key is for “${jwk.use === 'sig' ? 'sig' : 'something else'}”, not for encryption`);
  }
  const alg = algorithmFor(jwk);
  try {
    const key = await importJWK(jwk, alg);
    if (!('algorithm' in key)) {
      throw new TypeError('no public key');
    }
    const fingerprint = await calculateJwkThumbprint(jwk, 'sha256');
    requireStrength(key);
    return { kind: 'JWK', key, alg, kid: jwk.kid ?? null, fingerprint };
  } catch (cause) {
    throw cause instanceof CustodianError ? cause : unusable('the public key in it cannot be used', cause);
  }
}

function algorithmFor({ kty, crv = '', alg }: JWK): string {
  const possible =
    kty === 'RSA'
      ? RSA_ALGORITHMS
      : ['P-256', 'P-384', 'P-521', 'X25519'].includes(crv) && (kty === 'EC' || kty === 'OKP')
        ? ['ECDH-ES']
        : [];
  const [usual] = possible;
  if (usual === undefined) {
    throw unusable('it is neither an RSA key, an EC key nor an X25519 key');
  }
  if (alg !== undefined && !possible.includes(alg)) {
    throw unusable(`the key wants another algorithm than ${possible.join(', ')}`);
  }
  return alg ?? usual;
}

function requireStrength({ algorithm }: webcrypto.CryptoKey): void {
  if ('modulusLength' in algorithm && Number(algorithm.modulusLength) < 2048) {
    throw unusable('its RSA key has fewer than 2048 bits');
  }
}

function parsedJwk(text: string): JWK {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'kty' in value) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- importJWK checks the members
      return value as JWK;
    }
  } catch {
    // said below
  }
  throw unusable('the file holds no public JWK, age recipient or SSH public key');
}

const unusable = (problem: string, cause?: unknown): CustodianError<'INPUT_INVALID'> =>
  new CustodianError('INPUT_INVALID', { field: 'recipient', problem }, { cause });

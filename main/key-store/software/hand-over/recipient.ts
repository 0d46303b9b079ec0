// Reads the file by which a recipient says how to reach it: an age recipient, an SSH public key, or a public key in a JWK, a set,
// a certificate or a PEM. A private key given by mistake is refused, and so is a key that is meant for something else.
import { bech32 } from '@scure/base';
import { importJWK, type JWK } from 'jose';
import { jwkThumbprint } from '../../../../shared/encoding/thumbprint.ts';
import { CustodianError } from '../../../../shared/errors.ts';
import { publicKeyFlaws } from '../../../../shared/domain/key-ring/strength.ts';
import { isWrapped } from './ecdh-wrap.ts';
import { isPrivate, recipientJwk, unusable } from './recipient-keys.ts';
import { readSshKey, type SshKey, sshFingerprint, sshJwk } from './ssh-key.ts';
import { JWE_RECIPIENT } from '../../../../shared/domain/exports/protections.ts';

export interface JwkRecipient {
  kind: 'JWK';
  jwk: JWK;
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

/** Throws INPUT_INVALID and says what is wrong, without repeating the file. */
export async function readRecipient(file: Uint8Array): Promise<Recipient> {
  const text = Buffer.from(file).toString('utf8').trim();
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const [only = ''] = lines;
  if (lines.length === 1 && /^age1[0-9a-z]{20,2000}$/.test(only)) {
    requireFit(ageJwk(only));
    return { kind: 'age', fingerprint: only, to: only };
  }
  if (/AGE-SECRET-KEY|PRIVATE KEY/.test(text)) {
    throw unusable({ code: 'recipient-private' });
  }
  return lines.length === 1 && /^(?:ssh|ecdsa|sk)-/.test(only)
    ? sshKeyRecipient(only)
    : jwkRecipient(await recipientJwk(file));
}

function sshKeyRecipient(line: string): AgeRecipient {
  const key = readSshKey(line);
  if (key === null) {
    throw unusable({ code: 'ssh-kind' });
  }
  requireFit(sshJwk(key));
  return { kind: 'age', fingerprint: sshFingerprint(key), to: key };
}

async function jwkRecipient(jwk: JWK): Promise<JwkRecipient> {
  if (isPrivate(jwk)) {
    throw unusable({ code: 'recipient-private' });
  }
  if ((jwk.use ?? 'enc') !== 'enc') {
    throw unusable({ code: jwk.use === 'sig' ? 'for-signing' : 'not-for-encryption' });
  }
  const alg = algorithmFor(jwk);
  requireFit({ ...jwk });
  try {
    const key = await importJWK(jwk, isWrapped(alg) ? 'ECDH-ES' : alg);
    if (!('algorithm' in key)) {
      throw new TypeError('no public key');
    }
    const fingerprint = jwkThumbprint({ ...jwk }) ?? '';
    return { kind: 'JWK', jwk, alg, kid: jwk.kid ?? null, fingerprint };
  } catch (cause) {
    throw cause instanceof CustodianError ? cause : unusable({ code: 'public-key-unusable' }, cause);
  }
}

function algorithmFor({ kty, crv = '', alg }: JWK): string {
  const possible: string[] =
    kty === 'RSA'
      ? [...JWE_RECIPIENT.RSA]
      : ['P-256', 'P-384', 'P-521', 'X25519'].includes(crv) && (kty === 'EC' || kty === 'OKP')
        ? [...JWE_RECIPIENT.EC]
        : [];
  const [usual] = possible;
  if (usual === undefined) {
    throw unusable({ code: 'cannot-encrypt' });
  }
  if (alg !== undefined && !possible.includes(alg)) {
    throw unusable({ code: 'other-algorithm', algorithms: possible });
  }
  return alg ?? usual;
}

/** A key that hides nothing: what is sealed to it opens to everybody. How its numbers are written is for jose to judge. */
function requireFit(jwk: Readonly<Record<string, unknown>>): void {
  const flaw = publicKeyFlaws(jwk).find((each) => each !== 'misspelt');
  if (flaw !== undefined) {
    throw unusable({ code: 'flawed', flaw });
  }
}

/** The X25519 point of `age1…`; the newer kinds (`age1pq1…`, `age1tag1…`) are judged by their library. */
function ageJwk(recipient: string): Record<string, string> {
  try {
    const { prefix, bytes } = bech32.decodeToBytes(recipient);
    const x = Buffer.from(bytes).toString('base64url');
    return prefix === 'age' ? { kty: 'OKP', crv: 'X25519', x } : {};
  } catch (cause) {
    throw unusable({ code: 'age-mistyped' }, cause);
  }
}

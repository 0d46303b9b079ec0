// The last word on a private key before it is trusted: its numbers, its range, the public halves beside it, and a
// signature. What inspection says of a key and what import does with it come from here.
import { sign, verify } from 'node:crypto';
import { CustodianError } from '../../shared/errors.ts';
import type { PrivateShape } from './private-shape.ts';
import { type OpenedKey, openShape, OUT_OF_RANGE, publicKeyFrom } from './open-shape.ts';
import { canonicalSpki } from '../encoding/public-parts.ts';
import { type Judging, rsaWeakness } from './rsa-strength.ts';

/** Throws KEY_WEAK for a key that must not be used, KEY_UNREADABLE for one that does not open. */
export async function soundKey(shape: PrivateShape, judging: Judging): Promise<OpenedKey> {
  const weakness = shape.outOfRange ? OUT_OF_RANGE : await numbersWeakness(shape, judging);
  if (weakness !== null) {
    throw weak(weakness);
  }
  const opened = openShape(shape);
  const flaw = claimFlaw(shape.claims, opened.spki) ?? signatureFlaw(opened);
  if (flaw !== null) {
    throw weak(flaw);
  }
  return opened;
}

const numbersWeakness = async ({ rsa }: PrivateShape, judging: Judging): Promise<string | null> =>
  rsa === null ? null : rsaWeakness(rsa, judging);

const weak = (problem: string): CustodianError => new CustodianError('KEY_WEAK', { problem });

/** Files may carry a public half. It is not used, but one that does not fit means that the file is not in order. */
function claimFlaw(claims: readonly Buffer[], spki: Buffer): string | null {
  try {
    return claims.every((claim) => canonicalSpki(claim).equals(spki))
      ? null
      : 'its public half does not belong to its private half';
  } catch {
    return 'its public half is no key of its kind';
  }
}

const MESSAGE = Buffer.from('do these two halves belong together?');

/**
 * What this key signs must verify under the public half that will be published. In one go, never on the thread pool: an
 * asynchronous signature that fails there ends Electron.
 */
export function signatureFlaw({ privateKey, spki }: OpenedKey): string | null {
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  try {
    const verifies = verify(digest, MESSAGE, publicKeyFrom(spki), sign(digest, MESSAGE, privateKey));
    return verifies ? null : 'what it signs does not verify';
  } catch {
    return 'it cannot sign';
  }
}

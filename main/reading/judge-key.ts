// The last word on a private key before it is trusted: its numbers, its range, the public keys beside it, and a
// signature. What inspection says of a key and what import does with it come from here.
import { sign, verify } from 'node:crypto';
import type { KeyFileProblem } from '../../shared/problems/key-file.ts';
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

const numbersWeakness = async ({ rsa }: PrivateShape, judging: Judging): Promise<KeyFileProblem | null> =>
  rsa === null ? null : rsaWeakness(rsa, judging);

const weak = (problem: KeyFileProblem): CustodianError => new CustodianError('KEY_WEAK', { problem });

/** Files may carry a public key. It is not used, but one that does not fit means that the file is not in order. */
function claimFlaw(claims: readonly Buffer[], spki: Buffer): KeyFileProblem | null {
  try {
    return claims.every((claim) => canonicalSpki(claim).equals(spki)) ? null : { code: 'public-half-other' };
  } catch {
    return { code: 'public-half-unfit' };
  }
}

const MESSAGE = Buffer.from('do these two halves belong together?');

/**
 * What this key signs must verify under the public key that will be published. In one go, never on the thread pool: an
 * asynchronous signature that fails there ends Electron.
 */
export function signatureFlaw({ privateKey, spki }: OpenedKey): KeyFileProblem | null {
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  try {
    const verifies = verify(digest, MESSAGE, publicKeyFrom(spki), sign(digest, MESSAGE, privateKey));
    return verifies ? null : { code: 'signature-wrong' };
  } catch {
    return { code: 'cannot-sign' };
  }
}

// Reads one unencrypted private key from a PEM or DER file (PKCS#8, PKCS#1, SEC1) and hands it on in one normal form.
// The structure is judged first and the key is tried out last.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { CustodianError } from '../../shared/errors.ts';
import type { KeyRing } from '../../shared/model.ts';
import type { ImportedMaterial } from '../core/ports.ts';
import { ALGORITHMS } from './algorithms.ts';
import { keyShape, type PrivateShape } from './key-shape.ts';
import { type LocatedKey, locateKey, unreadable } from './locate-key.ts';
import { jwkThumbprint, publicMembers } from './public-jwk.ts';
import { rsaBits, rsaWeakness } from './rsa-strength.ts';

const signAsync = promisify(sign);
const verifyAsync = promisify(verify);

/** Throws KEY_UNREADABLE, KEY_ENCRYPTED, KEY_UNSUPPORTED, KEY_RING_MISMATCH or KEY_WEAK, and nothing else. */
export async function readPrivateKey(file: Uint8Array, ring: KeyRing): Promise<ImportedMaterial> {
  const located = locateKey(file);
  let shape: PrivateShape | null = null;
  try {
    shape = privateShape(located);
    requireFit(shape, ring);
    const weakness = shape.rsa === null ? null : rsaWeakness(shape.rsa);
    if (weakness !== null) {
      throw new CustodianError('KEY_WEAK', { problem: weakness });
    }
    const { privateKey, spki } = openKey(shape);
    requireClaimedHalf(shape.claimedSpki, spki);
    await requireSignature(privateKey, spki);
    const thumbprint = await jwkThumbprint(spki);
    const source = `${shape.container} ${located.encoding}`;
    return { pkcs8: privateKey.export({ format: 'der', type: 'pkcs8' }), spki, thumbprint, source };
  } finally {
    located.der.fill(0);
    shape?.pkcs8.fill(0);
  }
}

function privateShape({ der, encoding }: LocatedKey): PrivateShape {
  const shape = keyShape(der);
  if (shape.form === 'foreign') {
    throw unreadable(shape.problem);
  }
  if (shape.form === 'unsupported') {
    throw new CustodianError('KEY_UNSUPPORTED', { kind: shape.kind });
  }
  if (shape.form === 'encrypted') {
    const format = shape.format === 'PKCS#12' ? shape.format : `${shape.format} ${encoding}`;
    throw new CustodianError('KEY_ENCRYPTED', { format });
  }
  return shape;
}

/** Any accepted RSA length fits an RSA ring: the ring's own length is for the keys it generates. */
function requireFit({ kind, rsa }: PrivateShape, ring: KeyRing): void {
  if (kind !== ALGORITHMS[ring.alg].kind) {
    const curve = kind === 'Ed25519' ? kind : `EC ${kind}`;
    const named = rsa === null ? curve : `RSA ${rsaBits(rsa.n)}`;
    throw new CustodianError('KEY_RING_MISMATCH', { kind: named, ring: ring.name, alg: ring.alg });
  }
}

function openKey({ pkcs8 }: PrivateShape): { privateKey: KeyObject; spki: Buffer } {
  try {
    const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    return { privateKey, spki: canonicalSpki(createPublicKey(privateKey)) };
  } catch (cause) {
    throw unreadable('its content is damaged', cause);
  }
}

/** Through the JWK form, so that EC points are uncompressed and equal keys have equal bytes whatever the file said. */
function canonicalSpki(key: KeyObject): Buffer {
  const jwk = { ...publicMembers(key) };
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' });
}

/** EC files may carry a public half. It is not used, but one that does not fit means that the file is not in order. */
function requireClaimedHalf(claimed: Buffer | null, derived: Buffer): void {
  let fits = claimed === null;
  try {
    fits ||= claimed !== null && canonicalSpki(publicKey(claimed)).equals(derived);
  } catch {
    fits = false; // not even a point of the curve
  }
  if (!fits) {
    throw new CustodianError('KEY_WEAK', { problem: 'its public half does not belong to its private half' });
  }
}

/** The last word: what this key signs must verify under the public half that will be published. */
async function requireSignature(privateKey: KeyObject, spki: Buffer): Promise<void> {
  const message = Buffer.from('do these two halves belong together?');
  const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  let verified = false;
  try {
    verified = await verifyAsync(digest, message, publicKey(spki), await signAsync(digest, message, privateKey));
  } catch (cause) {
    throw unreadable('it cannot sign', cause);
  }
  if (!verified) {
    throw new CustodianError('KEY_WEAK', { problem: 'what it signs does not verify' });
  }
}

const publicKey = (spki: Buffer): KeyObject => createPublicKey({ key: spki, format: 'der', type: 'spki' });

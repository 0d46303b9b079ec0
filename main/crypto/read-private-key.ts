// Reads one unencrypted private key from a PEM or DER file (PKCS#8, PKCS#1, SEC1) and hands it on in one normal form.
// The structure is judged first and the key is tried out last, so that OpenSSL and BoringSSL give the same answers.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { CustodianError } from '../../shared/errors.ts';
import type { KeyRing } from '../../shared/model.ts';
import type { ImportedMaterial } from '../core/ports.ts';
import { ALGORITHMS, type KeyKind } from './algorithms.ts';
import { derSequence, encodeDer, TAG } from './der.ts';
import { type Container, type KeyShape, keyShape } from './key-shape.ts';
import { type LocatedKey, locateKey, unreadable } from './locate-key.ts';
import { jwkThumbprint, publicMembers } from './public-jwk.ts';
import { rsaBits, rsaWeakness } from './rsa-strength.ts';

type PrivateShape = Extract<KeyShape, { form: 'private' }>;

const NODE_TYPES = { 'PKCS#8': 'pkcs8', 'PKCS#1': 'pkcs1', SEC1: 'sec1' } as const satisfies Record<Container, string>;

const signAsync = promisify(sign);
const verifyAsync = promisify(verify);

/** Throws KEY_UNREADABLE, KEY_ENCRYPTED, KEY_UNSUPPORTED, KEY_RING_MISMATCH or KEY_WEAK, and nothing else. */
export async function readPrivateKey(file: Uint8Array, ring: KeyRing): Promise<ImportedMaterial> {
  const located = locateKey(file);
  try {
    const shape = privateShape(located);
    requireFit(shape, ring);
    const weakness = shape.rsa === null ? null : rsaWeakness(shape.rsa);
    if (weakness !== null) {
      throw new CustodianError('KEY_WEAK', { problem: weakness });
    }
    const key = openKey(located.der, shape.container);
    const spki = canonicalSpki(key);
    await requireWorkingPair(key, spki, shape.kind);
    const thumbprint = await jwkThumbprint(spki);
    const source = `${shape.container} ${located.encoding}`;
    return { pkcs8: key.export({ format: 'der', type: 'pkcs8' }), spki, thumbprint, source };
  } finally {
    located.der.fill(0);
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
function requireFit(shape: PrivateShape, ring: KeyRing): void {
  if (shape.kind !== ALGORITHMS[ring.alg].kind) {
    const kind = shape.rsa === null ? curveName(shape.kind) : `RSA ${rsaBits(shape.rsa.n)}`;
    throw new CustodianError('KEY_RING_MISMATCH', { kind, ring: ring.name, alg: ring.alg });
  }
}

const curveName = (kind: KeyKind): string => (kind.startsWith('P-') ? `EC ${kind}` : kind);

function openKey(der: Buffer, container: Container): KeyObject {
  const plain = container === 'PKCS#8' ? withoutExtras(der) : der;
  try {
    return createPrivateKey({ key: plain, format: 'der', type: NODE_TYPES[container] });
  } catch (cause) {
    throw unreadable('its content is damaged', cause);
  } finally {
    plain.fill(0);
  }
}

/** PKCS#8 reduced to version, algorithm and key: attributes and the public key of version 2 are not read everywhere. */
function withoutExtras(der: Buffer): Buffer {
  const [, algorithm, key] = derSequence(der) ?? [];
  if (algorithm === undefined || key === undefined) {
    throw unreadable('its content is damaged');
  }
  const inner = encodeDer(TAG.octetString, key.contents);
  try {
    const version = encodeDer(TAG.integer, Buffer.of(0));
    return encodeDer(TAG.sequence, version, encodeDer(TAG.sequence, algorithm.contents), inner);
  } finally {
    inner.fill(0);
  }
}

/** Through the JWK form, so that EC points are uncompressed and equal keys have equal bytes whatever the file said. */
function canonicalSpki(key: KeyObject): Buffer {
  try {
    const jwk = { ...publicMembers(createPublicKey(key)) };
    return createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'der', type: 'spki' });
  } catch (cause) {
    throw unreadable('its content is damaged', cause);
  }
}

/** Files may carry a public half of their own; only a signature shows that it belongs to the private one. */
async function requireWorkingPair(key: KeyObject, spki: Buffer, kind: KeyKind): Promise<void> {
  const message = Buffer.from('do these two halves belong together?');
  const digest = kind === 'Ed25519' ? null : 'sha256';
  let fits = false;
  try {
    const signature = await signAsync(digest, message, key);
    fits = await verifyAsync(digest, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature);
  } catch (cause) {
    throw unreadable('its content is damaged', cause);
  }
  if (!fits) {
    throw new CustodianError('KEY_WEAK', { problem: 'its public half does not belong to its private half' });
  }
}

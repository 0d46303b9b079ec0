// One DER structure: a key of any sort, an encrypted one, a PKCS#12 file full of them, a certificate and what belongs to it.
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import type { Encoding, FileFormat } from '../../../shared/domain/reading/schemes.ts';
import { derBytes, encodeDer } from '../../encoding/der.ts';
import { derElements, type DerElement, derOid, derSequence, derUnsigned, TAG } from '../../../shared/encoding/der.ts';
import { CURVES, OTHER_KEYS } from '../../encoding/object-identifiers.ts';
import { RSA_ALGORITHM } from '../../encoding/public-parts.ts';
import { erasing } from '../../ports/secret.ts';
import { certificateStructure } from '../certificate-structure.ts';
import { bareHalf, certificatePiece, type Contents, contents, keyPiece, partPiece } from '../contents.ts';
import { foreignDer } from '../foreign-der.ts';
import { format, keyKind, part, scheme } from '../inspect/finding.ts';
import { publicKeyFacts } from '../inspect/public-key-facts.ts';
import { pkcs7Parts, requestPiece, revocationListPart } from '../inspect/request-parts.ts';
import { keyShape } from '../key-shape.ts';
import { named } from '../kind-of.ts';
import type { KeyShape } from '../private-shape.ts';
import { isLegacy } from '../protection/scheme.ts';
import { schemeOf } from '../protection/scheme-of.ts';
import { type Unlocking, unlockWith } from '../protection/unlock.ts';
import { rsaBits } from '../rsa-strength.ts';
import { lockedBy, type Protection, sourceOf } from './found-key.ts';
import { onlyOnce } from './once.ts';
import { readPkcs12File } from './pkcs12-file.ts';

export interface DerSource {
  encoding: Encoding;
  /** What a block of parameters before this one names. */
  curve?: DerElement | null;
  /** What the whole is called that this lies in. */
  inside?: FileFormat;
}

/** `der` is one SEQUENCE, or parameters. `null` when it is no structure that we know. */
export async function readDer(
  der: Uint8Array,
  { encoding, curve = null, inside }: DerSource,
  unlocking: Unlocking,
): Promise<Contents | null> {
  const shape = keyShape(der, curve);
  switch (shape.form) {
    case 'private':
    case 'unsupported': {
      const source = sourceOf(shape, encoding);
      return contents('private key', source, [keyPiece({ shape, source })]);
    }
    case 'encrypted PKCS#8': {
      const { shape: inner, protection } = await openEncrypted(shape, inside ?? pkcs8Format(encoding), unlocking);
      const source = { ...pkcs8Format(encoding), encrypted: true };
      const whole = inner.form === 'private' ? sourceOf(inner, encoding, true) : source;
      return contents('private key', pkcs8Format(encoding), [keyPiece({ shape: inner, source: whole, protection })]);
    }
    case 'PKCS#12':
      return readPkcs12File(der, encoding, unlocking);
    case 'locked':
      return null;
    case 'foreign':
      return NO_KEY.has(shape.problem.code) ? readForeign(der, encoding) : damagedKey(shape, encoding);
  }
}

/** Structures that are something else than a private key; the other problems are of one. */
const NO_KEY: ReadonlySet<KeyFileProblem['code']> = new Set<KeyFileProblem['code']>([
  'certificate',
  'certificates',
  'certificate-request',
  'public-key',
  'other-der',
  'neither-pem-nor-der',
]);

function damagedKey(shape: KeyShape, encoding: Encoding): Contents {
  const source = sourceOf(shape, encoding);
  return contents('private key', source, [keyPiece({ shape, source })]);
}

const pkcs8Format = (encoding: Encoding) => ({ code: 'key', container: 'PKCS#8', encoding, encrypted: false }) as const;

async function openEncrypted(
  { algorithm, data }: KeyShape & { form: 'encrypted PKCS#8' },
  written: FileFormat,
  unlocking: Unlocking,
): Promise<{ shape: KeyShape; protection: Protection }> {
  let protection: Protection = { facts: {}, isWeak: false };
  try {
    const found = schemeOf(algorithm);
    const { cipher, derivation, work } = found;
    protection = {
      facts: { Cipher: cipher, 'Key derivation': scheme(derivation) },
      isWeak: isLegacy(derivation),
    };
    unlocking.budget.require(work, derivation);
    using plain = erasing(await unlockWith(found, data, unlocking, written));
    return { shape: onlyOnce(keyShape(plain)), protection };
  } catch (error) {
    return { shape: lockedBy(error), protection };
  }
}

async function readForeign(der: Uint8Array, encoding: Encoding): Promise<Contents | null> {
  if (certificateStructure(der) !== null) {
    return contents('certificate', format(`X.509 ${encoding}`), [certificatePiece(der)], {
      refusal: { code: 'certificate' },
    });
  }
  const refusal = foreignDer(der, derSequence(der) ?? []);
  const request = await requestPiece(der);
  if (request !== null) {
    return contents('certificate request', format(`PKCS#10 ${encoding}`), [request], { refusal });
  }
  const bundle = pkcs7Parts(der);
  if (bundle !== null) {
    return contents('PKCS#7', format(`PKCS#7 ${encoding}`), bundle, { refusal });
  }
  if (revocationListPart(der, new Date(0)) !== null) {
    const list = {
      is: 'part',
      describe: ({ now }: { now: Date }) => revocationListPart(der, now) ?? part('revocation list', {}),
    } as const;
    return contents('revocation list', format(`X.509 CRL ${encoding}`), [list], { refusal });
  }
  return publicKey(der, encoding) ?? parameters(der, encoding);
}

/** SubjectPublicKeyInfo, or the two numbers of PKCS#1. */
function publicKey(der: Uint8Array, encoding: Encoding): Contents | null {
  const [first, second, ...more] = derSequence(der) ?? [];
  if (more.length > 0 || first === undefined || second === undefined) {
    return null;
  }
  const isSpki = first.tag === TAG.sequence && second.tag === TAG.bitString;
  const isPkcs1 = first.tag === TAG.integer && second.tag === TAG.integer && rsaBits(derUnsigned(first) ?? 0n) >= 256;
  if (!isSpki && !(isPkcs1 && (derUnsigned(second) ?? 0n) < 2n ** 64n)) {
    return null;
  }
  const spki = isSpki ? der : rsaSpki(der);
  const { facts, warnings } = publicKeyFacts(spki);
  const source: FileFormat = isSpki
    ? format(`SubjectPublicKeyInfo ${encoding}`)
    : { code: 'pkcs1-public-key', encoding };
  return contents('public key', source, [partPiece({ what: 'public key', facts, warnings }, bareHalf(spki))], {
    refusal: { code: 'public-key' },
  });
}

const rsaSpki = (pkcs1: Uint8Array): Buffer =>
  encodeDer(TAG.sequence, RSA_ALGORITHM, encodeDer(TAG.bitString, Buffer.of(0), pkcs1));

/** EC (a curve), DH (p, g) and DSA (p, q, g) parameters: no key at all. */
function parameters(der: Uint8Array, encoding: Encoding): Contents | null {
  const [only, ...others] = derElements(der) ?? [];
  const curve = others.length === 0 ? derOid(only) : null;
  const source: FileFormat = { code: 'parameters', encoding };
  const refusal = { code: 'only-parameters' } as const;
  if (curve !== null) {
    const kind = OTHER_KEYS[curve] ?? named(CURVES[curve]?.curve ?? curve);
    return contents('parameters', source, [partPiece(part('EC parameters', { Curve: keyKind(kind) }))], { refusal });
  }
  const integers: DerElement[] = derSequence(der) ?? [];
  const prime = derUnsigned(integers[0]);
  const isGroup = prime !== null && rsaBits(prime) >= 256 && [2, 3].includes(integers.length);
  if (!isGroup || integers.some(({ tag }) => tag !== TAG.integer)) {
    return null;
  }
  const what = integers.length === 2 ? 'DH parameters' : 'DSA parameters';
  return contents('parameters', source, [partPiece(part(what, { Bits: rsaBits(prime) }))], { refusal });
}

/** The first element alone, for structures with notes behind them. */
export function firstElement(der: Uint8Array): Buffer | null {
  const [first] = derElements(der) ?? [];
  return first === undefined ? null : derBytes(first);
}

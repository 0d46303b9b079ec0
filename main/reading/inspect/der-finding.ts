// Says what one DER structure is: a key of any sort, a certificate and what belongs to it, PKCS#7, PKCS#12, parameters.
import { derBytes, encodeDer } from '../../encoding/der.ts';
import { derElements, type DerElement, derOid, derSequence, derUnsigned, TAG } from '../../../shared/encoding/der.ts';
import { keyShape } from '../key-shape.ts';
import type { KeyShape } from '../private-shape.ts';
import { CURVES, OTHER_KEYS } from '../../encoding/object-identifiers.ts';
import { schemeOf } from '../protection/scheme-of.ts';
import { unlock } from '../protection/unlock.ts';
import { rsaBits } from '../rsa-strength.ts';
import { certificatePart } from './certificate-part.ts';
import { type Facts, type Finding, finding, type Looking, part, reasonOf, scheme, type Warned } from './finding.ts';
import { pkcs12Finding } from './pkcs12-finding.ts';
import { describeKey, isLegacy, WEAK_PROTECTION } from './private-key-finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';
import { pkcs7Parts, requestPart, revocationListPart } from './request-parts.ts';
import { erasing } from '../../ports/secret.ts';

/** `encoding` is DER, PEM or Base64. `null` when it is no structure that we know. Never throws. */
export async function derFinding(der: Uint8Array, encoding: string, looking: Looking): Promise<Finding | null> {
  const shape = keyShape(der);
  switch (shape.form) {
    case 'private':
    case 'unsupported': {
      const format = shape.form === 'private' ? `${shape.container} ${encoding}` : encoding;
      const { part: described, usable } = await describeKey(shape, { name: null, protection: {}, looking });
      return finding('private key', format, [described], { importable: usable ? 'yes' : 'no' });
    }
    case 'encrypted PKCS#8':
      return encryptedFinding(shape, `PKCS#8 ${encoding}`, looking);
    case 'PKCS#12':
      return pkcs12Finding(der, encoding, looking);
    case 'foreign':
      return foreignFinding(der, encoding, looking);
  }
}

async function encryptedFinding(
  { algorithm, data }: KeyShape & { form: 'encrypted PKCS#8' },
  format: string,
  looking: Looking,
): Promise<Finding> {
  let protection: Facts;
  let legacy: Warned;
  try {
    const { cipher, derivation } = schemeOf(algorithm);
    protection = { Cipher: scheme(cipher), 'Key derivation': scheme(derivation) };
    legacy = isLegacy(derivation) ? WEAK_PROTECTION : null;
  } catch (error) {
    return finding('private key', format, [part('private key, encrypted', {}, [reasonOf(error)])]);
  }
  const closed = part('private key, encrypted', protection, [legacy]);
  if (looking.passphrase === null) {
    return finding('private key', format, [closed], { importable: 'with its passphrase' });
  }
  try {
    using plain = erasing(await unlock(algorithm, data, looking, format));
    const inner = keyShape(plain);
    const { part: described, usable } = await describeKey(inner, { name: null, protection, looking });
    const warnings = [...closed.warnings, ...described.warnings];
    const importable = usable ? 'with its passphrase' : 'no';
    return finding('private key', format, [{ ...described, warnings }], { importable });
  } catch (error) {
    const warnings = [...closed.warnings, reasonOf(error)];
    return finding('private key', format, [{ ...closed, warnings }], { importable: 'with its passphrase' });
  }
}

async function foreignFinding(der: Uint8Array, encoding: string, looking: Looking): Promise<Finding | null> {
  const certificate = certificatePart(der, looking);
  if (certificate !== null) {
    return finding('certificate', `X.509 ${encoding}`, [certificate]);
  }
  const request = await requestPart(der);
  if (request !== null) {
    return finding('certificate request', `PKCS#10 ${encoding}`, [request]);
  }
  const bundle = pkcs7Parts(der, looking);
  if (bundle !== null) {
    return finding('PKCS#7', `PKCS#7 ${encoding}`, bundle);
  }
  const list = revocationListPart(der, looking.now);
  if (list !== null) {
    return finding('revocation list', `X.509 CRL ${encoding}`, [list]);
  }
  return publicKeyFinding(der, encoding) ?? parametersFinding(der, encoding);
}

/** SubjectPublicKeyInfo, or the two numbers of PKCS#1. */
function publicKeyFinding(der: Uint8Array, encoding: string): Finding | null {
  const [first, second, ...more] = derSequence(der) ?? [];
  if (more.length > 0 || first === undefined || second === undefined) {
    return null;
  }
  const isSpki = first.tag === TAG.sequence && second.tag === TAG.bitString;
  const isPkcs1 = first.tag === TAG.integer && second.tag === TAG.integer && rsaBits(derUnsigned(first) ?? 0n) >= 256;
  if (!isSpki && !(isPkcs1 && (derUnsigned(second) ?? 0n) < 2n ** 64n)) {
    return null;
  }
  const { facts, warnings } = publicKeyFacts(isSpki ? der : rsaSpki(der));
  const format = `${isSpki ? 'SubjectPublicKeyInfo' : 'PKCS#1 public key'} ${encoding}`;
  return finding('public key', format, [{ what: 'public key', facts, warnings }]);
}

const rsaSpki = (pkcs1: Uint8Array): Buffer =>
  encodeDer(
    TAG.sequence,
    Buffer.from('300d06092a864886f70d0101010500', 'hex'),
    encodeDer(TAG.bitString, Buffer.of(0), pkcs1),
  );

/** EC (a curve), DH (p, g) and DSA (p, q, g) parameters: no key at all. */
function parametersFinding(der: Uint8Array, encoding: string): Finding | null {
  const [only, ...others] = derElements(der) ?? [];
  const curve = others.length === 0 ? derOid(only) : null;
  if (curve !== null) {
    const name = CURVES[curve]?.curve ?? OTHER_KEYS[curve] ?? curve;
    return finding('parameters', `parameters ${encoding}`, [part('EC parameters', { Curve: scheme(name) })]);
  }
  const integers: DerElement[] = derSequence(der) ?? [];
  const prime = derUnsigned(integers[0]);
  const isGroup = prime !== null && rsaBits(prime) >= 256 && [2, 3].includes(integers.length);
  if (!isGroup || integers.some(({ tag }) => tag !== TAG.integer)) {
    return null;
  }
  const what = integers.length === 2 ? 'DH parameters' : 'DSA parameters';
  return finding('parameters', `parameters ${encoding}`, [part(what, { Bits: rsaBits(prime) })]);
}

/** The first element alone, for structures with notes behind them. */
export function firstElement(der: Uint8Array): Buffer | null {
  const [first] = derElements(der) ?? [];
  return first === undefined ? null : derBytes(first);
}

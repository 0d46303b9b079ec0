// RSA keys that are bound to RSASSA-PSS (RFC 4055 §1.2 and §3.1), perhaps to one hash: which rings they may serve.
import { ALGORITHMS, SIGNING_ALGORITHMS, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { derChildren, derCount, type DerElement, derElements, derOid, TAG } from '../../shared/encoding/der.ts';
import { DIGESTS, digestName } from '../encoding/object-identifiers.ts';
import type { KeyShape } from './private-shape.ts';

const OID_MGF1 = '1.2.840.113549.1.1.8';
const HASH_OCTETS = { 'SHA-256': 32, 'SHA-384': 48, 'SHA-512': 64 } as const;

/** `key` is the same key without its restrictions. */
export function pssShape(parameters: DerElement | undefined, key: KeyShape): KeyShape {
  if (key.form !== 'private') {
    return key;
  }
  const only = allowed(parameters);
  if (only.length === 0) {
    key.pkcs8.fill(0);
    return { form: 'unsupported', kind: { code: 'one-scheme' } };
  }
  return { ...key, only };
}

function allowed(parameters: DerElement | undefined): SigningAlgorithm[] {
  const pss = SIGNING_ALGORITHMS.filter((alg) => ALGORITHMS[alg].padding === 'pss');
  if (parameters === undefined) {
    return pss;
  }
  const fields = parameters.tag === TAG.sequence ? derElements(parameters.contents) : null;
  if (fields === null) {
    return [];
  }
  const field = (number: number): DerElement | undefined => fields.find(({ tag }) => tag === TAG.context0 + number);
  const [hash] = derChildren(field(0), TAG.context0);
  const [mask] = derChildren(field(1), TAG.context0 + 1);
  const [salt] = derChildren(field(2), TAG.context0 + 2);
  const [maskFunction, maskHash] = derChildren(mask);
  const names = [hash, maskHash].map((algorithm) => digestName(DIGESTS[derOid(derChildren(algorithm)[0]) ?? ''] ?? ''));
  const isMgf1 = derOid(maskFunction) === OID_MGF1;
  // The length of the salt is the least that is allowed (RFC 4055 §3.1), and JWS has as many octets as its hash.
  const least = field(2) === undefined ? 20 : derCount(salt);
  return pss.filter((alg) => {
    const wanted = ALGORITHMS[alg].hash;
    return (
      wanted !== null &&
      isMgf1 &&
      names.every((name) => name === wanted) &&
      least !== null &&
      least <= HASH_OCTETS[wanted]
    );
  });
}

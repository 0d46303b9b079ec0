// What becomes of a key that a file holds: whether it may be taken into custody, by which rings, and with which certificate.
// Import takes what passes here, and inspection says what would pass.
import { ALGORITHMS, isNamed, SIGNING_ALGORITHMS, type SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { CustodianError } from '../../shared/errors.ts';
import { unreadable } from '../encoding/unreadable.ts';
import { Beside } from './chain.ts';
import { type Entry } from './choose-key.ts';
import type { FoundCertificate, FoundKey } from './containers/found-key.ts';
import { soundKey } from './judge-key.ts';
import { kindOf } from './kind-of.ts';
import { matchingCertificate } from './matching-certificate.ts';
import type { OpenedKey } from './open-shape.ts';
import type { PrivateShape } from './private-shape.ts';
import type { Judging } from './rsa-strength.ts';

export interface FileOf {
  entries: readonly Entry[];
  certificates: readonly FoundCertificate[];
}

export interface JudgedEntry extends OpenedKey {
  certificate: Uint8Array | null;
  /** Its issuers, nearest first. */
  chain: Uint8Array[];
}

/** Throws whatever an import says of the key, but for the ring that it goes to. */
export async function judgedEntry(
  chosen: Entry,
  { entries, certificates }: FileOf,
  judging: Judging,
  now: Date,
): Promise<JudgedEntry> {
  const shape = usableShape(chosen.key);
  const opened = await soundKey(shape, judging);
  const certificate = matchingCertificate(chosen, entries, certificates, now);
  const beside = new Beside(certificates.map(({ der }) => der));
  return { ...opened, certificate, chain: beside.issuersOf(certificate) };
}

/** Throws why there is no private key in it that could be used. */
export function usableShape({ shape, declared }: FoundKey): PrivateShape {
  switch (shape.form) {
    case 'private':
      if (declared?.signs === false) {
        throw new CustodianError('KEY_UNSUPPORTED', { kind: { code: 'not-for-signing', kind: kindOf(shape) } });
      }
      return shape;
    case 'unsupported':
      throw new CustodianError('KEY_UNSUPPORTED', { kind: shape.kind });
    case 'locked':
      throw shape.why;
    case 'foreign':
      throw unreadable(shape.problem);
    case 'encrypted PKCS#8':
    case 'PKCS#12':
      throw unreadable({ code: 'encrypted-twice' });
  }
}

/**
 * The rings that may take the key. RFC 7517 §4: what a JWK says about its use is a promise of its owner. Any accepted RSA
 * length fits an RSA ring: the ring's own length is for the keys it generates.
 */
export const ringsFor = ({ declared }: FoundKey, { kind, only }: PrivateShape): SigningAlgorithm[] =>
  SIGNING_ALGORITHMS.filter(
    (alg) =>
      ALGORITHMS[alg].kind === kind && (only === null || only.includes(alg)) && isNamed(alg, declared?.alg ?? alg),
  );

// An Ed25519 private key (RFC 8410 §7) in the one normal form.
import { TAG } from '../../shared/encoding/der.ts';
import { encodeDer } from '../encoding/der.ts';
import { bitStringSpki, ED25519_ALGORITHM } from '../encoding/public-parts.ts';
import { DAMAGED } from '../encoding/unreadable.ts';
import { erasing } from '../ports/secret.ts';
import { plainPkcs8 } from './plain-pkcs8.ts';
import type { Container, KeyShape } from './private-shape.ts';

export interface EdHalves {
  seed: Uint8Array;
  /** `null` when the file has none. */
  publicHalf: Uint8Array | null;
}

export function ed25519Shape({ seed, publicHalf }: EdHalves, container: Container): KeyShape {
  if (seed.length !== 32) {
    return { form: 'foreign', problem: DAMAGED };
  }
  using key = erasing(encodeDer(TAG.octetString, seed));
  return {
    form: 'private',
    container,
    kind: 'Ed25519',
    only: null,
    pkcs8: plainPkcs8(ED25519_ALGORITHM, key),
    rsa: null,
    outOfRange: false,
    claims: publicHalf === null ? [] : [bitStringSpki(ED25519_ALGORITHM, publicHalf)],
    repairs: [],
  };
}

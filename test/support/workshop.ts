// What the key store and the readers do with a private key, one by one and with the key in hand: for tests that look at a
// single operation, and for keys of strangers.
import { compactJws, signJws } from '../../main/acts/custody/jws.ts';
import { publicMembers } from '../../main/encoding/public-parts.ts';
import { publicJwk } from '../../main/formats/public-jwk.ts';
import { certify } from '../../main/key-store/software/certify.ts';
import { generateKey } from '../../main/key-store/software/generate.ts';
import { protect } from '../../main/key-store/software/hand-over/protect.ts';
import { publicHalf } from '../../main/key-store/software/public-half.ts';
import { request } from '../../main/key-store/software/request.ts';
import { signBytes } from '../../main/key-store/software/sign.ts';
import type { ReadOptions } from '../../main/ports/reading.ts';
import { pkcs8Of } from '../../main/reading/private-key.ts';
import { createReading } from '../../main/reading/reading.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { RsaBits, SigningAlgorithm } from '../../shared/domain/limits.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';

/** A key pair in hand; PKCS#8 and SubjectPublicKeyInfo in DER. */
export interface KeyMaterial {
  pkcs8: Uint8Array;
  spki: Uint8Array;
  thumbprint: string;
}

export function createKeyWorkshop() {
  const reading = createReading();
  return {
    ...reading,
    async generate(alg: SigningAlgorithm, bits: RsaBits | null): Promise<KeyMaterial> {
      const { pkcs8, spki } = await generateKey(alg, bits);
      return { pkcs8, spki, thumbprint: jwkThumbprint(publicMembers(spki)) };
    },
    async read(file: Uint8Array, ring: KeyRing, options: ReadOptions) {
      const { key, ...facts } = await reading.privateKey(file, ring, options);
      return { ...facts, spki: key.spki, pkcs8: pkcs8Of(key).use((bytes) => bytes) };
    },
    certify,
    request,
    protect,
    publicHalf,
    publicJwk,
    async sign(pkcs8: Uint8Array, alg: SigningAlgorithm, kid: string, claims: object, typ = 'JWT'): Promise<string> {
      return compactJws(await signJws(inHand(pkcs8), '', { alg, kid, typ }, JSON.stringify(claims)));
    },
  };
}

/** A store of this one key. */
export const inHand = (pkcs8: Uint8Array) => ({
  sign: (_name: string, alg: SigningAlgorithm, message: Uint8Array) => signBytes(pkcs8, alg, message),
});

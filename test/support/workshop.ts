// What the key store and the readers do with a private key, one by one and with the key in hand: for tests that look at a
// single operation, and for keys of strangers.
import { compactJws, signJws } from '../../main/acts/custody/jws.ts';
import { publicMembers } from '../../main/encoding/public-parts.ts';
import { publicJwk } from '../../main/formats/public-jwk.ts';
import { certify } from '../../main/key-store/software/certify.ts';
import { generateKey } from '../../main/key-store/software/generate.ts';
import { protect } from '../../main/key-store/software/hand-over/protect.ts';
import { provenPublicKey } from '../../main/key-store/software/proven-public-key.ts';
import { request } from '../../main/key-store/software/request.ts';
import { signBytes, signingKeyOf } from '../../main/key-store/software/sign.ts';
import type { CertificateProfile } from '../../main/ports/key-store.ts';
import type { ReadOptions } from '../../main/ports/reading.ts';
import { pkcs8Of } from '../../main/reading/private-key.ts';
import { createReading } from '../../main/reading/reading.ts';
import type { KeyRing } from '../../shared/domain/key-ring/ring.ts';
import type { RsaBits, SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';

/** In hand; PKCS#8 and SubjectPublicKeyInfo in DER. */
export interface KeyPair {
  pkcs8: Uint8Array;
  spki: Uint8Array;
}

export interface KeyMaterial extends KeyPair {
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
    async certify(pair: KeyPair, alg: SigningAlgorithm, profile: CertificateProfile) {
      return certify(await signingPair(pair, alg), alg, profile);
    },
    async request(pair: KeyPair, alg: SigningAlgorithm, commonName: string) {
      return request(await signingPair(pair, alg), alg, commonName);
    },
    protect,
    provenPublicKey,
    publicJwk,
    async sign(pkcs8: Uint8Array, alg: SigningAlgorithm, kid: string, claims: object, typ = 'JWT'): Promise<string> {
      return compactJws(await signJws(inHand(pkcs8), '', { alg, kid, typ }, JSON.stringify(claims)));
    },
  };
}

/** A store of this one key. */
export const inHand = (pkcs8: Uint8Array) => ({
  sign: async (_name: string, alg: SigningAlgorithm, message: Uint8Array) =>
    signBytes(await signingKeyOf(pkcs8, alg, 'token'), alg, message),
});

const signingPair = async ({ pkcs8, spki }: KeyPair, alg: SigningAlgorithm) => ({
  signingKey: await signingKeyOf(pkcs8, alg, 'certificate'),
  spki,
});

// A certificate request (PKCS#10, RFC 2986) for a key in custody, signed by that key: what an authority wants to see.
import 'reflect-metadata'; // must be there before @peculiar/x509 is
import { verify, webcrypto } from 'node:crypto';
import { Pkcs10CertificateRequestGenerator } from '@peculiar/x509';
import { CustodianError } from '../../../shared/errors.ts';
import { ALGORITHMS, type SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { certificateParameters } from '../../encoding/algorithms.ts';
import { type SigningPair, subjectName } from './certify.ts';
import { derBytes } from '../../encoding/der.ts';
import { derChildren, derSequence } from '../../../shared/encoding/der.ts';
import { publicKeyFrom } from '../../reading/open-shape.ts';

/** DER. PS rings sign it with PKCS#1 v1.5, as their certificates: authorities refuse RSASSA-PSS requests. */
export async function request(
  { signingKey, spki }: SigningPair,
  alg: SigningAlgorithm,
  commonName: string,
): Promise<Uint8Array> {
  const parameters = certificateParameters(alg);
  const { subtle } = webcrypto;
  const made = await Pkcs10CertificateRequestGenerator.create(
    {
      name: subjectName(commonName),
      keys: {
        privateKey: signingKey,
        publicKey: await subtle.importKey('spki', spki, parameters, true, ['verify']),
      },
      signingAlgorithm: parameters,
    },
    webcrypto,
  );
  const der = new Uint8Array(made.rawData);
  requireOwnSignature(der, spki, digestOf(alg));
  return der;
}

/** `null` for Ed25519, which brings its own. */
const digestOf = (alg: SigningAlgorithm): string | null => ALGORITHMS[alg].hash?.replace('-', '').toLowerCase() ?? null;

/** Read back by our own DER reader and verified by node:crypto. */
function requireOwnSignature(der: Uint8Array, spki: Uint8Array, digest: string | null): void {
  const [info, , signature] = derSequence(der) ?? [];
  const found = derChildren(info)[2];
  const isOurs =
    info !== undefined &&
    found !== undefined &&
    signature !== undefined &&
    derBytes(found).equals(spki) &&
    verify(digest, derBytes(info), publicKeyFrom(spki), signature.contents.subarray(1));
  if (!isOurs) {
    throw new CustodianError('INTERNAL', { reference: 'certificate request signature' });
  }
}

// The certificate of a key that nobody keeps: for what only has to show one and never signs.
import type { RsaBits, SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import type { CertificateProfile } from '../../ports/key-store.ts';
import { Secret } from '../../ports/secret.ts';
import { type GenerateKey, generateKey } from './generate.ts';
import { signingKeyOf } from './sign.ts';

export async function certificateOfPassingKey(
  { alg, bits }: { alg: SigningAlgorithm; bits: RsaBits | null },
  profile: CertificateProfile,
  generate: GenerateKey = generateKey,
): Promise<Uint8Array> {
  const made = await generate(alg, bits);
  using secret = new Secret(made.pkcs8);
  const signingKey = await secret.use((pkcs8) => signingKeyOf(pkcs8, alg, 'certificate'));
  const { certify } = await import('./certify.ts');
  return await certify({ signingKey, spki: made.spki }, alg, profile);
}

// A key store of keys that are PKCS#8 in a vault: each is in memory until Web Crypto has taken it for the one operation,
// in a buffer that overwrites itself.
import type { SigningAlgorithm } from '../../../shared/domain/algorithms.ts';
import { CustodianError } from '../../../shared/errors.ts';
import { jwkThumbprint } from '../../../shared/encoding/thumbprint.ts';
import { publicMembers } from '../../encoding/public-parts.ts';
import type { CertificateProfile, KeptKey, KeyOrder, KeyStore } from '../../ports/key-store.ts';
import { Secret } from '../../ports/secret.ts';
import { pkcs8Of } from '../../reading/private-key.ts';
import type { SecretVault } from '../vault.ts';
import type { SigningPair } from './certify.ts';
import { type GenerateKey, generateKey } from './generate.ts';
import { provenPublicKey } from './proven-public-key.ts';
import { signBytes, signingKeyOf } from './sign.ts';

/** `generate` makes the keys. */
export function createSoftwareKeys(vault: SecretVault, generate: GenerateKey = generateKey): KeyStore {
  const open = async (name: string): Promise<Secret> => new Secret(await vault.get(name));

  async function withKey<T>(name: string, work: (pkcs8: Uint8Array) => Promise<T> | T): Promise<T> {
    using secret = await open(name);
    return await secret.use(work);
  }

  const pairOf = async (name: string, alg: SigningAlgorithm): Promise<SigningPair> => {
    using secret = await open(name);
    return await pairIn(secret, secret.use(provenPublicKey), alg);
  };

  async function keep(name: string, secret: Secret, spki: Uint8Array, { alg, profile }: KeyOrder): Promise<KeptKey> {
    const thumbprint = jwkThumbprint(publicMembers(spki));
    const certificate = profile && (await certified(await pairIn(secret, spki, alg), alg, profile));
    await secret.use((pkcs8) => vault.put(name, pkcs8));
    using stored = await open(name);
    if (!stored.equals(secret)) {
      throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: thumbprint });
    }
    return { spki, thumbprint, certificate };
  }

  return {
    condition: () => vault.condition(),
    async create(name, order) {
      const { pkcs8, spki } = await generate(order.alg, order.bits);
      using secret = new Secret(pkcs8);
      return await keep(name, secret, spki, order);
    },
    import: (name, key, order) => keep(name, pkcs8Of(key), key.spki, order),
    publicKey: (name) => withKey(name, provenPublicKey),
    sign: async (name, alg, message) =>
      signBytes(await withKey(name, (pkcs8) => signingKeyOf(pkcs8, alg, 'token')), alg, message),
    certify: async (name, alg, profile) => certified(await pairOf(name, alg), alg, profile),
    async request(name, alg, commonName) {
      const { request } = await import('./request.ts');
      return request(await pairOf(name, alg), alg, commonName);
    },
    async exportPrivate(name, key, order) {
      const { protect } = await import('./hand-over/protect.ts');
      return withKey(name, (pkcs8) => protect(pkcs8, key, order));
    },
    async sealBackup(parts, protection, writing) {
      const { sealBackup } = await import('./backup/seal.ts');
      return sealBackup(vault, parts, protection, writing);
    },
    destroy: (name) => vault.remove(name),
    tidy: (name) => vault.tidy(name),
  };
}

/** Certificates, requests and protected files come of large libraries: they are loaded when the first one is made. */
async function certified(pair: SigningPair, alg: SigningAlgorithm, profile: CertificateProfile): Promise<Uint8Array> {
  const { certify } = await import('./certify.ts');
  return certify(pair, alg, profile);
}

const pairIn = async (secret: Secret, spki: Uint8Array, alg: SigningAlgorithm): Promise<SigningPair> => ({
  signingKey: await secret.use((pkcs8) => signingKeyOf(pkcs8, alg, 'certificate')),
  spki,
});

// A key store of another kind than the keychain: keys are made in it, sign in it and cannot leave it, as in an HSM. It shows
// what such a kind takes: this one file, and a row in the table of kinds.
import type { webcrypto } from 'node:crypto';
import { publicMembers } from '../../main/encoding/public-parts.ts';
import { certify } from '../../main/key-store/software/certify.ts';
import { generateKey, type GenerateKey } from '../../main/key-store/software/generate.ts';
import { request } from '../../main/key-store/software/request.ts';
import { signBytes, signingKeyOf } from '../../main/key-store/software/sign.ts';
import type { KeptKey, KeyOrder, KeyStore } from '../../main/ports/key-store.ts';
import { Secret } from '../../main/ports/secret.ts';
import { pkcs8Of } from '../../main/reading/private-key.ts';
import type { VaultCondition } from '../../shared/app-info.ts';
import { jwkThumbprint } from '../../shared/encoding/thumbprint.ts';
import { CustodianError } from '../../shared/errors.ts';

interface MemoryKeyStore extends KeyStore {
  /** From now on the store is in this condition; what it holds stays. */
  become(condition: VaultCondition): void;
  names(): string[];
}

/** Not extractable: nothing here gives a private key out. */
interface Held {
  token: webcrypto.CryptoKey;
  certificate: webcrypto.CryptoKey;
  spki: Uint8Array;
}

export function createMemoryKeyStore(generate: GenerateKey = generateKey): MemoryKeyStore {
  const keys = new Map<string, Held>();
  let condition: VaultCondition = 'available';
  const refuseClosed = (): void => {
    if (condition !== 'available') {
      throw new CustodianError('VAULT_LOCKED', { detail: DETAIL });
    }
  };
  const find = (name: string): Held => {
    refuseClosed();
    const held = keys.get(name);
    if (held === undefined) {
      throw new CustodianError('VAULT_SECRET_MISSING', { kid: name });
    }
    return held;
  };

  async function keep(name: string, secret: Secret, spki: Uint8Array, { alg, profile }: KeyOrder): Promise<KeptKey> {
    refuseClosed();
    const [token, certificate] = await secret.use((pkcs8) =>
      Promise.all([signingKeyOf(pkcs8, alg, 'token'), signingKeyOf(pkcs8, alg, 'certificate')]),
    );
    const der = profile && (await certify({ signingKey: certificate, spki }, alg, profile));
    keys.set(name, { token, certificate, spki });
    return { spki, thumbprint: jwkThumbprint(publicMembers(spki)), certificate: der };
  }

  return {
    condition: async () => ({ condition, detail: DETAIL }),
    async create(name, order) {
      const made = await generate(order.alg, order.bits);
      using secret = new Secret(made.pkcs8);
      return await keep(name, secret, made.spki, order);
    },
    import: async (name, key, order) => keep(name, pkcs8Of(key), key.spki, order),
    publicKey: async (name) => find(name).spki,
    sign: async (name, alg, message) => signBytes(find(name).token, alg, message),
    async certify(name, alg, profile) {
      const { certificate, spki } = find(name);
      return certify({ signingKey: certificate, spki }, alg, profile);
    },
    async request(name, alg, commonName) {
      const { certificate, spki } = find(name);
      return request({ signingKey: certificate, spki }, alg, commonName);
    },
    async destroy(name) {
      refuseClosed();
      keys.delete(name);
    },
    async tidy() {
      refuseClosed();
      return 0;
    },
    become(next) {
      condition = next;
    },
    names: () => [...keys.keys()],
  };
}

const DETAIL = 'memory key store';

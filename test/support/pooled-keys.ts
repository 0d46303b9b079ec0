// Real keys that come round again, for tests with many desks: RSA keys are slow to make, and within one desk no key comes twice.
import { type GenerateKey, generateKey } from '../../main/key-store/software/generate.ts';

const pool = new Map<string, ReturnType<GenerateKey>>();

/** One for each desk. A desk that goes on from another needs keys of another generation. */
export function pooledKeys(generation = 0): GenerateKey {
  let made = 0;
  return async (alg, bits) => {
    // Quick to make, and what tells one device from another.
    if (alg === 'Ed25519') {
      return generateKey(alg, bits);
    }
    const name = `${alg} ${bits ?? ''} ${generation} ${made}`;
    made += 1;
    const kept = pool.get(name) ?? generateKey(alg, bits);
    pool.set(name, kept);
    const { pkcs8, spki } = await kept;
    // The owner overwrites what it is given.
    return { pkcs8: Uint8Array.from(pkcs8), spki };
  };
}

// A real workshop whose new keys come round again, for tests with many desks: RSA keys are slow to make, and within one
// desk no key comes twice.
import type { KeyMaterial } from '../../main/core/ports/key-material.ts';
import type { KeyWorkshop } from '../../main/core/ports/workshop.ts';
import { createKeyWorkshop } from '../../main/crypto/workshop.ts';

/** Outlives the modules, for a run that loads them again and again. */
const kept = globalThis as { pooledKeys?: Map<string, Promise<KeyMaterial>> };
const pool = (kept.pooledKeys ??= new Map());

/** One for each desk. */
export function pooledWorkshop(): KeyWorkshop {
  const workshop = createKeyWorkshop();
  let made = 0;
  return {
    ...workshop,
    async generate(alg, bits) {
      // Quick to make, and what tells one device from another.
      if (alg === 'Ed25519') {
        return workshop.generate(alg, bits);
      }
      const name = `${alg} ${bits ?? ''} ${made}`;
      made += 1;
      const once = pool.get(name) ?? workshop.generate(alg, bits);
      pool.set(name, once);
      const material = await once;
      // The owner overwrites what it is given.
      return { ...material, pkcs8: Uint8Array.from(material.pkcs8) };
    },
  };
}

// A real workshop whose new keys come round again, for tests with many desks: RSA keys are slow to make, and within one
// desk no key comes twice.
import type { KeyMaterial } from '../../main/core/ports/key-material.ts';
import type { KeyWorkshop } from '../../main/core/ports/workshop.ts';
import { createKeyWorkshop } from '../../main/crypto/workshop.ts';

const pool = new Map<string, Promise<KeyMaterial>>();

/** One for each desk. A desk that goes on from another needs keys of another generation. */
export function pooledWorkshop(generation = 0): KeyWorkshop {
  const workshop = createKeyWorkshop();
  let made = 0;
  return {
    ...workshop,
    async generate(alg, bits) {
      // Quick to make, and what tells one device from another.
      if (alg === 'Ed25519') {
        return workshop.generate(alg, bits);
      }
      const name = `${alg} ${bits ?? ''} ${generation} ${made}`;
      made += 1;
      const kept = pool.get(name) ?? workshop.generate(alg, bits);
      pool.set(name, kept);
      const material = await kept;
      // The owner overwrites what it is given.
      return { ...material, pkcs8: Uint8Array.from(material.pkcs8) };
    },
  };
}

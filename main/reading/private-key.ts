// A private key between the file that held it and the store that takes it. Only main/key-store may look inside (checked by
// test/architecture).
import type { PrivateKey } from '../ports/key-store.ts';
import { Secret } from '../ports/secret.ts';

class KeyInHand implements PrivateKey {
  readonly spki: Uint8Array;
  readonly #pkcs8: Secret;

  constructor(pkcs8: Uint8Array, spki: Uint8Array) {
    this.spki = spki;
    this.#pkcs8 = new Secret(pkcs8);
  }

  static pkcs8Of(key: PrivateKey): Secret {
    if (!(key instanceof KeyInHand)) {
      throw new TypeError('a private key that was not read here');
    }
    return key.#pkcs8;
  }

  [Symbol.dispose](): void {
    this.#pkcs8[Symbol.dispose]();
  }
}

/** Takes the PKCS#8 bytes (DER) over. */
export const keyInHand = (pkcs8: Uint8Array, spki: Uint8Array): PrivateKey => new KeyInHand(pkcs8, spki);

/** The PKCS#8 of the key, which goes on overwriting it. */
export const pkcs8Of = (key: PrivateKey): Secret => KeyInHand.pkcs8Of(key);

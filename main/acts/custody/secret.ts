// A private half, or another secret, in one buffer that overwrites itself at the end of its scope. It is given to work that
// needs it and to nothing else: it has no text, no JSON and nothing to be seen when an object that holds it is printed.
import { inspect } from 'node:util';

export class Secret {
  readonly #bytes: Uint8Array;
  #disposed = false;

  /** Takes the bytes over: from now on they are this object's to overwrite. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The work must not keep the bytes. */
  use<T>(work: (bytes: Uint8Array) => T): T {
    if (this.#disposed) {
      throw new TypeError('the secret is overwritten already');
    }
    return work(this.#bytes);
  }

  dispose(): void {
    this.#disposed = true;
    this.#bytes.fill(0);
  }

  toString(): string {
    throw new TypeError('a secret has no text');
  }

  toJSON(): never {
    throw new TypeError('a secret has no JSON');
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

/** Whatever becomes of the work, the secrets are overwritten when it has ended. */
export async function keeping<T>(secrets: readonly Secret[], work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    secrets.forEach((secret) => secret.dispose());
  }
}

// A secret in one buffer that overwrites itself at the end of its scope (`using`). It is given to work that needs it and to
// nothing else: it has no text, no JSON and nothing to be seen when an object that holds it is printed.
import { inspect } from 'node:util';

export class Secret implements Disposable {
  readonly #bytes: Uint8Array;
  #overwritten = false;

  /** Takes the bytes over: from now on they are this object's to overwrite. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** UTF-8. The text itself stays in memory until it is collected. */
  static ofText(text: string): Secret {
    return new Secret(Buffer.from(text, 'utf8'));
  }

  /** The work must not keep the bytes. */
  use<T>(work: (bytes: Uint8Array) => T): T {
    if (this.#overwritten) {
      throw new TypeError('the secret is overwritten already');
    }
    return work(this.#bytes);
  }

  equals(other: Secret): boolean {
    return this.use((mine) => other.use((theirs) => Buffer.compare(mine, theirs) === 0));
  }

  [Symbol.dispose](): void {
    this.#overwritten = true;
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

/** The same octets, overwritten at the end of their scope (`using`): for what lives in one function. */
export function erasing<T extends Uint8Array>(octets: T): T & Disposable;
export function erasing<T extends Uint8Array>(octets: T | null): (T & Disposable) | null;
export function erasing<T extends Uint8Array>(octets: T | null): (T & Disposable) | null {
  return octets && Object.assign(octets, { [Symbol.dispose]: () => void octets.fill(0) });
}

/** Of a secret that is text: for `use`. */
export const textIn = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

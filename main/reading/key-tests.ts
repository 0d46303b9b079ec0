// The tests of public keys of one file: each key once, and no more of the slow ones than a person waits for. A bundle of
// thousands of certificates is listed all the same; how many keys were tested for factors is said.
import type { PublicKeyFlaw } from '../../shared/domain/key-ring/flaws.ts';
import { publicKeyFlaws } from '../../shared/domain/key-ring/strength.ts';
import type { PublicMembers } from '../encoding/public-parts.ts';

/** In keys of 2048 bits, at 15 to 30 ms each. */
const MAX_TESTED = 16;

export class KeyTests {
  readonly #known = new Map<string, PublicKeyFlaw[]>();
  #left = MAX_TESTED;
  #untested = 0;

  flaws(members: PublicMembers): PublicKeyFlaw[] {
    const name = members.kty === 'RSA' ? `${members.e} ${members.n}` : members.x;
    const flaws = this.#known.get(name) ?? publicKeyFlaws(members, { factors: this.#mayTest(members) });
    this.#known.set(name, flaws);
    return flaws;
  }

  /** How many keys were tested for factors, of how many; `null` when all were. */
  leftOut(): { tested: number; of: number } | null {
    const of = this.#known.size;
    return this.#untested === 0 ? null : { tested: of - this.#untested, of };
  }

  /** The cost grows with the third power of the length. */
  #mayTest(members: PublicMembers): boolean {
    const cost = members.kty === 'RSA' ? (Math.min(8192, members.n.length * 6) / 2048) ** 3 : 0;
    const may = cost <= this.#left || this.#known.size === 0;
    this.#left -= may ? cost : 0;
    this.#untested += may ? 0 : 1;
    return may;
  }
}

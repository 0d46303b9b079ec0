// Whatever an act refuses can be told to an officer in every language: no fact that the sentence asks for is missing.
import { isCustodianError, toWireError } from '../../shared/errors.ts';
import { error as inGerman } from '../../shared/words/de/errors.ts';
import { sentenceFor as inEnglish } from '../../shared/words/en/errors.ts';

/** The same acts, as quick as they are. A test fails where a refusal has a hole: an answer that is waited for stays as it came. */
export function toldErrors<T extends object>(acts: T): T {
  return new Proxy(acts, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member === 'function') {
        return (...args: unknown[]): unknown => watched(() => Reflect.apply(member, target, args));
      }
      return typeof member === 'object' && member !== null ? toldErrors(member) : member;
    },
  });
}

function watched(act: () => unknown): unknown {
  try {
    const outcome = act();
    if (outcome instanceof Promise) {
      void outcome.catch(checkTold);
    }
    return outcome;
  } catch (error) {
    checkTold(error);
    throw error;
  }
}

function checkTold(error: unknown): void {
  if (isCustodianError(error)) {
    const told = [inEnglish, inGerman].map((tell) => tell(toWireError(error)));
    const holes = told.flatMap(({ message, advice }) => [message, advice]).filter((text) => HOLE.test(text));
    if (holes.length > 0) {
      throw new Error(`${error.code} cannot be told: ${holes.join(' ')}`, { cause: error });
    }
  }
}

/** Nothing, or what a program writes in its place. */
const HOLE = /undefined|null|NaN|\[object|“”|„“|‘’/;

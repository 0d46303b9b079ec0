// What the signing algorithms are to an officer; their words are in words/*/algorithms.ts.
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { words } from '../words/words.ts';

export const ALGORITHM = words.algorithms.algorithm;

/** `RS256 · 2048 bit`. */
export const algorithmLine = (alg: SigningAlgorithm, bits: number | null): string =>
  bits === null ? alg : words.algorithms.bits(alg, bits);

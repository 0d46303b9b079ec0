// A signing algorithm as an officer reads it.
import type { SigningAlgorithm } from '../../shared/domain/algorithms.ts';
import { words } from './words.ts';

/** `RS256 · 2048 bit`. */
export const algorithmLine = (alg: SigningAlgorithm, bits: number | null): string =>
  bits === null ? alg : words.algorithms.bits(alg, bits);

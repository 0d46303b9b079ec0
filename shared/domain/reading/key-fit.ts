// Whether a key that was found in a file fits a ring.
import type { FoundFile, FoundPart } from './inspection.ts';
import { ALGORITHMS, isNamed, type SigningAlgorithm } from '../algorithms.ts';

/**
 * Whether a ring of this algorithm may take a key of the file. A file that does not show its keys yet fits every ring: what is
 * in it is judged when it is opened.
 */
export function fitsFile(alg: SigningAlgorithm, { parts }: Pick<FoundFile, 'parts'>): boolean {
  const shown = parts.filter((part) => part.what === 'private key' && factIn(part, 'Key kind') !== null);
  return shown.length === 0 || shown.some((part) => fitsKey(alg, part));
}

function fitsKey(alg: SigningAlgorithm, part: FoundPart): boolean {
  const { kty, kind } = ALGORITHMS[alg];
  const shown = factIn(part, 'Key kind') ?? '';
  const wanted = kty === 'EC' ? `EC ${kind}` : kind;
  const marked = factIn(part, 'alg');
  const only = factIn(part, 'Only for');
  return (
    (shown === wanted || shown.startsWith(`${wanted} `)) &&
    (marked === null || isNamed(alg, marked)) &&
    (only === null || only.split(', ').includes(alg))
  );
}

function factIn({ facts }: FoundPart, name: string): string | null {
  const value = facts.find((fact) => fact.name === name)?.value ?? null;
  if (value === null || typeof value === 'string') {
    return value;
  }
  return value.code === 'key-kind' && value.kind.code === 'named' ? value.kind.name : '';
}

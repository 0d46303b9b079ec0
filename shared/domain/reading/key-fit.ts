// Which kind of key an algorithm signs with, and whether a key that was found in a file fits a ring.
import type { FoundFile, FoundPart } from './inspection.ts';
import type { SigningAlgorithm } from '../limits.ts';

const KIND: Record<SigningAlgorithm, string> = {
  RS256: 'RSA',
  RS384: 'RSA',
  RS512: 'RSA',
  PS256: 'RSA',
  PS384: 'RSA',
  PS512: 'RSA',
  ES256: 'EC P-256',
  ES384: 'EC P-384',
  ES512: 'EC P-521',
  Ed25519: 'Ed25519',
};

/**
 * Whether a ring of this algorithm may take a key of the file. A file that does not show its keys yet fits every ring: what is
 * in it is judged when it is opened.
 */
export function fitsFile(alg: SigningAlgorithm, { parts }: Pick<FoundFile, 'parts'>): boolean {
  const shown = parts.filter((part) => part.what === 'private key' && factIn(part, 'Key kind') !== null);
  return shown.length === 0 || shown.some((part) => fitsKey(alg, part));
}

function fitsKey(alg: SigningAlgorithm, part: FoundPart): boolean {
  const kind = factIn(part, 'Key kind') ?? '';
  // `EdDSA` is the former name of Ed25519 (RFC 9864).
  const marked = (factIn(part, 'alg') ?? alg).replace(/^EdDSA$/, 'Ed25519');
  return (kind === KIND[alg] || kind.startsWith(`${KIND[alg]} `)) && marked === alg;
}

function factIn({ facts }: FoundPart, name: string): string | null {
  const value = facts.find((fact) => fact.name === name)?.value ?? null;
  if (value === null || typeof value === 'string') {
    return value;
  }
  return value.code === 'key-kind' && value.kind.code === 'named' ? value.kind.name : '';
}

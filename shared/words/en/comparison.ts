// Two files side by side, in English.
import type { CertificatesOfBoth, Comparison, ComparisonVerdict } from '../../domain/reading/comparison.ts';
import { count } from './numbers.ts';

const VERDICTS: Readonly<Record<ComparisonVerdict, string>> = {
  same: 'The same keys, with the same certificates.',
  'same-keys': 'The same keys, but not the same certificates around them.',
  'some-keys': 'Some keys are in both, others in one of them only.',
  different: 'They have no key in common.',
  'nothing-to-compare': 'There is nothing to compare: one of them shows no public key.',
};

const ONE: Readonly<Partial<Record<ComparisonVerdict, string>>> = {
  same: 'The same key.',
  'same-keys': 'The same key, but not the same certificate around it.',
  different: 'Not the same key.',
};

const CERTIFICATES: Readonly<Record<CertificatesOfBoth, string>> = {
  none: 'no certificate in either',
  same: 'the same certificate',
  some: 'one certificate is in both, another in one only',
  others: 'another certificate',
  'only-first': 'a certificate in the first only',
  'only-second': 'a certificate in the second only',
};

export const COMPARISON_WORDS = {
  verdict: ({ verdict, first, second }: Comparison): string =>
    (first.count <= 1 && second.count <= 1 ? ONE[verdict] : undefined) ?? VERDICTS[verdict],
  certificates: (of: CertificatesOfBoth): string => CERTIFICATES[of],
  first: 'first',
  second: 'second',
  inBoth: 'In both',
  onlyFirst: 'In the first only',
  onlySecond: 'In the second only',
  differs: 'What differs',
  none: 'not said',
  withPrivate: 'with its private key',
  closed: (file: string, keys: number): string =>
    `${count(keys, 'private key')} in ${file} did not open and could not be compared.`,
  closedFile: (file: string): string => `${file} is under a passphrase; what is in it was not compared.`,
};

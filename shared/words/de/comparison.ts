// Zwei Dateien nebeneinander.
import type { CertificatesOfBoth, ComparisonVerdict } from '../../domain/reading/comparison.ts';
import type { en } from '../en/shared.ts';
import { count } from './numbers.ts';

const VERDICTS: Readonly<Record<ComparisonVerdict, string>> = {
  same: 'Dieselben Schlüssel mit denselben Zertifikaten.',
  'same-keys': 'Dieselben Schlüssel, aber nicht dieselben Zertifikate.',
  'some-keys': 'Einige Schlüssel sind in beiden, andere nur in einer.',
  different: 'Sie haben keinen Schlüssel gemeinsam.',
  'nothing-to-compare': 'Es gibt nichts zu vergleichen: eine von beiden zeigt keinen öffentlichen Schlüssel.',
};

const ONE: Readonly<Partial<Record<ComparisonVerdict, string>>> = {
  same: 'Derselbe Schlüssel.',
  'same-keys': 'Derselbe Schlüssel, aber nicht dasselbe Zertifikat.',
  different: 'Nicht derselbe Schlüssel.',
};

const CERTIFICATES: Readonly<Record<CertificatesOfBoth, string>> = {
  none: 'in keiner ein Zertifikat',
  same: 'dasselbe Zertifikat',
  some: 'ein Zertifikat ist in beiden, ein anderes nur in einer',
  others: 'ein anderes Zertifikat',
  'only-first': 'ein Zertifikat nur in der ersten',
  'only-second': 'ein Zertifikat nur in der zweiten',
};

export const comparison: typeof en.comparison = {
  verdict: ({ verdict, first, second }) =>
    (first.count <= 1 && second.count <= 1 ? ONE[verdict] : undefined) ?? VERDICTS[verdict],
  certificates: (of) => CERTIFICATES[of],
  first: 'erste',
  second: 'zweite',
  inBoth: 'In beiden',
  onlyFirst: 'Nur in der ersten',
  onlySecond: 'Nur in der zweiten',
  differs: 'Was verschieden ist',
  none: 'nicht gesagt',
  withPrivate: 'mit dem privaten Schlüssel',
  closed: (file, keys) =>
    `${count(keys, 'privater Schlüssel', 'private Schlüssel')} in ${file} ließ sich nicht öffnen und wurde nicht verglichen.`,
  closedFile: (file) => `${file} ist durch eine Passphrase geschützt; der Inhalt wurde nicht verglichen.`,
};

// Two files side by side: which keys are in both, whether they have the same certificates, and what differs. Keys are the same
// when their public numbers are, whatever they are called and however they are written. Pure, and public facts only.
import type { FileFormat } from './schemes.ts';
import type { InspectedKind } from './inspected-file.ts';
import type { FoundFact, FoundValue } from './inspection.ts';

export interface ComparedCertificate {
  /** Lower-case hex. */
  sha256: string;
  facts: FoundFact[];
}

export interface ComparedKey {
  /** Lower-case hex SHA-256 of the SubjectPublicKeyInfo. */
  spkiSha256: string;
  kid: string | null;
  /** Its private half lies in the file too. */
  isPrivate: boolean;
  facts: FoundFact[];
  certificates: ComparedCertificate[];
}

export interface ComparedFile {
  kind: InspectedKind;
  format: FileFormat;
  keys: ComparedKey[];
  /** Private keys that did not open. */
  closed: number;
  /** A passphrase would open more. */
  asks: boolean;
}

export interface Difference {
  name: FoundFact['name'];
  /** `null` where that side does not say. */
  first: FoundValue | null;
  second: FoundValue | null;
}

/** How the certificates of a key that both have relate. */
export type CertificatesOfBoth = 'none' | 'same' | 'some' | 'others' | 'only-first' | 'only-second';

export interface KeyInBoth {
  key: ComparedKey;
  certificates: CertificatesOfBoth;
  differences: Difference[];
}

/** `same`: all keys and all certificates. `same-keys`: all keys, in other certificates. */
export type ComparisonVerdict = 'same' | 'same-keys' | 'some-keys' | 'different' | 'nothing-to-compare';

export interface Comparison {
  verdict: ComparisonVerdict;
  first: Omit<ComparedFile, 'keys'> & { count: number };
  second: Omit<ComparedFile, 'keys'> & { count: number };
  inBoth: KeyInBoth[];
  onlyFirst: ComparedKey[];
  onlySecond: ComparedKey[];
  /** Where each side has one key and they are not the same: what tells them apart. */
  differences: Difference[];
}

export function compared(first: ComparedFile, second: ComparedFile): Comparison {
  const inBoth = first.keys.flatMap((key) => {
    const other = sameIn(second, key);
    return other === undefined ? [] : [pair(key, other)];
  });
  const onlyFirst = first.keys.filter((key) => sameIn(second, key) === undefined);
  const onlySecond = second.keys.filter((key) => sameIn(first, key) === undefined);
  const [one, other] = [onlyFirst[0], onlySecond[0]];
  const isPair = onlyFirst.length === 1 && onlySecond.length === 1 && one !== undefined && other !== undefined;
  return {
    verdict: verdictOn(first, second, inBoth),
    first: toldOf(first),
    second: toldOf(second),
    inBoth,
    onlyFirst,
    onlySecond,
    differences: isPair ? differencesIn(allFacts(one), allFacts(other)) : [],
  };
}

const sameIn = ({ keys }: ComparedFile, { spkiSha256 }: ComparedKey): ComparedKey | undefined =>
  keys.find((each) => each.spkiSha256 === spkiSha256);

const toldOf = ({ keys, ...told }: ComparedFile): Comparison['first'] => ({
  ...told,
  count: keys.length,
});

function verdictOn(first: ComparedFile, second: ComparedFile, inBoth: readonly KeyInBoth[]): ComparisonVerdict {
  if (first.keys.length === 0 || second.keys.length === 0) {
    return 'nothing-to-compare';
  }
  if (inBoth.length === 0) {
    return 'different';
  }
  if (inBoth.length < Math.max(first.keys.length, second.keys.length)) {
    return 'some-keys';
  }
  return inBoth.every(({ certificates }) => certificates === 'same' || certificates === 'none') ? 'same' : 'same-keys';
}

function pair(key: ComparedKey, other: ComparedKey): KeyInBoth {
  const certificates = certificatesOfBoth(key, other);
  const [one, two] = [unsharedIn(key, other), unsharedIn(other, key)];
  const kids = key.kid === other.kid ? [] : [{ name: 'kid', first: key.kid, second: other.kid } as const];
  return {
    key,
    certificates,
    differences: [...kids, ...(one === undefined || two === undefined ? [] : differencesIn(one.facts, two.facts))],
  };
}

/** The first certificate that the other side has not. */
const unsharedIn = (key: ComparedKey, other: ComparedKey): ComparedCertificate | undefined =>
  key.certificates.find(({ sha256 }) => !other.certificates.some((each) => each.sha256 === sha256));

function certificatesOfBoth(key: ComparedKey, other: ComparedKey): CertificatesOfBoth {
  if (key.certificates.length === 0 || other.certificates.length === 0) {
    return key.certificates.length > 0 ? 'only-first' : other.certificates.length > 0 ? 'only-second' : 'none';
  }
  const isWhole = unsharedIn(key, other) === undefined && unsharedIn(other, key) === undefined;
  const shares = key.certificates.some(({ sha256 }) => other.certificates.some((each) => each.sha256 === sha256));
  return isWhole ? 'same' : shares ? 'some' : 'others';
}

/** The facts of the certificate say more than those of the bare key, and hold them too. */
const allFacts = ({ facts, certificates, kid }: ComparedKey): FoundFact[] => [
  ...(kid === null ? [] : [{ name: 'kid', value: kid } as const]),
  ...(certificates[0]?.facts ?? facts),
];

/** In the order of the first side. */
function differencesIn(first: readonly FoundFact[], second: readonly FoundFact[]): Difference[] {
  const names = [...first, ...second.filter((fact) => valueOf(first, fact.name) === null)].map(({ name }) => name);
  return names.flatMap((name) => {
    const [one, two] = [valueOf(first, name), valueOf(second, name)];
    return JSON.stringify(one) === JSON.stringify(two) ? [] : [{ name, first: one, second: two }];
  });
}

const valueOf = (facts: readonly FoundFact[], name: FoundFact['name']): FoundValue | null =>
  facts.find((fact) => JSON.stringify(fact.name) === JSON.stringify(name))?.value ?? null;

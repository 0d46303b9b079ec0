// What is known of each JWS algorithm that a ring may use: one row each (RFC 7518 §3.1; Ed25519: RFC 9864). Nothing else in
// the program tells one from another by its name.

export type EcCurve = 'P-256' | 'P-384' | 'P-521';
export type KeyKind = 'RSA' | EcCurve | 'Ed25519';
type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

interface AlgorithmTraits {
  kty: 'RSA' | 'EC' | 'OKP';
  /** The curve; of RSA, which has none, the kind alone. */
  kind: KeyKind;
  /** `null` where the algorithm brings its own. */
  hash: HashName | null;
  /** Of RSA: PKCS#1 v1.5 or PSS (RFC 8017). */
  padding: 'pkcs1' | 'pss' | null;
  /** What the header of a token or the `alg` of a JWK may say for it. What a ring writes is chosen from these; the last is the default. */
  names: readonly [string, ...string[]];
}

const rsa = <N extends string>(name: N, padding: 'pkcs1' | 'pss', hash: HashName) =>
  ({ kty: 'RSA', kind: 'RSA', hash, padding, names: [name] }) as const satisfies AlgorithmTraits;

const ec = <N extends string>(name: N, kind: EcCurve, hash: HashName) =>
  ({ kty: 'EC', kind, hash, padding: null, names: [name] }) as const satisfies AlgorithmTraits;

export const ALGORITHMS = {
  RS256: rsa('RS256', 'pkcs1', 'SHA-256'),
  RS384: rsa('RS384', 'pkcs1', 'SHA-384'),
  RS512: rsa('RS512', 'pkcs1', 'SHA-512'),
  PS256: rsa('PS256', 'pss', 'SHA-256'),
  PS384: rsa('PS384', 'pss', 'SHA-384'),
  PS512: rsa('PS512', 'pss', 'SHA-512'),
  ES256: ec('ES256', 'P-256', 'SHA-256'),
  ES384: ec('ES384', 'P-384', 'SHA-384'),
  ES512: ec('ES512', 'P-521', 'SHA-512'),
  // EdDSA is its former name (RFC 8037 §3.1), and the one that most verifiers in the field know.
  Ed25519: { kty: 'OKP', kind: 'Ed25519', hash: null, padding: null, names: ['Ed25519', 'EdDSA'] },
} as const satisfies Record<string, AlgorithmTraits>;

export type SigningAlgorithm = keyof typeof ALGORITHMS;

/** What may stand in a JWK or in the header of a token. */
export type WrittenName = (typeof ALGORITHMS)[SigningAlgorithm]['names'][number];

const isAlgorithm = (name: string): name is SigningAlgorithm => Object.hasOwn(ALGORITHMS, name);

/** In the order in which lists show them. */
export const SIGNING_ALGORITHMS = Object.keys(ALGORITHMS).filter(isAlgorithm);

/** What a ring is of when nobody says. */
export const DEFAULT_ALGORITHM = 'RS256' satisfies SigningAlgorithm;

/** RSA modulus lengths in bits that a ring may use. */
export const RSA_BITS = [2048, 3072, 4096] as const;
export type RsaBits = (typeof RSA_BITS)[number];

const traitsOf = (alg: SigningAlgorithm): AlgorithmTraits => ALGORITHMS[alg];

/** Whether the length of its keys is to be chosen. */
export const hasBits = (alg: SigningAlgorithm): boolean => traitsOf(alg).kty === 'RSA';

/** What verifiers of this algorithm's tokens accept in the header, and nothing else. */
export const namesOf = (alg: SigningAlgorithm): string[] => [...traitsOf(alg).names];

export const WRITTEN_NAMES: readonly WrittenName[] = SIGNING_ALGORITHMS.flatMap((alg) => ALGORITHMS[alg].names);

/** The names that a ring of this algorithm may write, the default first. */
export const writtenNames = (alg: SigningAlgorithm): WrittenName[] => [...ALGORITHMS[alg].names].toReversed();

/** What a ring writes. */
export const writtenIn = ({ alg, writtenAs }: { alg: SigningAlgorithm; writtenAs: WrittenName | null }): WrittenName =>
  writtenAs ?? alg;

/** Whether `name` means this algorithm. */
export const isNamed = (alg: SigningAlgorithm, name: string): boolean => traitsOf(alg).names.includes(name);

/** What is meant by a name that we write. */
export const algorithmNamed = (name: WrittenName): SigningAlgorithm =>
  SIGNING_ALGORITHMS.find((alg) => isNamed(alg, name)) ?? DEFAULT_ALGORITHM;

/** The algorithms that a key of these members may sign with; none for a kind that no ring has. */
export function algorithmsFor({ kty, crv }: { kty?: unknown; crv?: unknown }): SigningAlgorithm[] {
  return SIGNING_ALGORITHMS.filter((alg) => {
    const traits = traitsOf(alg);
    return traits.kty === kty && (traits.kind === 'RSA' || traits.kind === crv);
  });
}

// Who would break: plays five kinds of careless verifiers against a key set. Pure; the words are in shared.
import { NAIVE_VERIFIERS, type NaiveVerifier, type NaiveWarning } from './naive-verifiers.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** The cache of jwks-rsa holds five kids unless it is told otherwise. */
const CACHED_KIDS = 5;

/** `signers` are the kids of the keys that sign now. Gives those verifiers alone that would have trouble. */
export function naiveWarnings(keys: readonly Jwk[], signers: readonly string[]): NaiveWarning[] {
  return NAIVE_VERIFIERS.map((verifier) => ({ verifier, kids: TROUBLE[verifier](keys, signers) })).filter(
    ({ kids }) => kids.length > 0,
  );
}

const TROUBLE: Record<NaiveVerifier, (keys: readonly Jwk[], signers: readonly string[]) => string[]> = {
  'first-key': (keys, signers) => signers.filter((kid) => keys[0]?.['kid'] !== kid),
  'ignores-kid': (keys, signers) => signers.filter((kid) => firstOfItsKind(keys, kid)?.['kid'] !== kid),
  'rs256-only': (keys, signers) => signers.filter((kid) => withKid(keys, kid)?.['alg'] !== 'RS256'),
  'needs-x5c': (keys) => keys.filter(({ x5c }) => !Array.isArray(x5c) || x5c.length === 0).map(kidOf),
  'caches-five': (keys) => (keys.length > CACHED_KIDS ? keys.map(kidOf) : []),
};

const withKid = (keys: readonly Jwk[], kid: string): Jwk | undefined => keys.find((key) => key['kid'] === kid);

/** The key that a verifier finds by `kty`, `crv` and `alg` alone; a key without `alg` fits every algorithm of its type. */
function firstOfItsKind(keys: readonly Jwk[], kid: string): Jwk | undefined {
  const wanted = withKid(keys, kid);
  return keys.find(
    ({ kty, crv, alg }) =>
      kty === wanted?.['kty'] && crv === wanted?.['crv'] && (alg === undefined || alg === wanted?.['alg']),
  );
}

const kidOf = ({ kid }: Jwk): string => (typeof kid === 'string' ? kid : '(no kid)');

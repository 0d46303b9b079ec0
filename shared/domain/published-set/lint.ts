// What the server does not check before it replaces a set, checked here. A fault of our own key stops the push; a fault
// of a foreign key that is there already is shown, since refusing would also stop an urgent take-down. Three faults always
// stop it: a private key in the open, a key so weak that anybody can sign with it, and a kid that names two keys.
import type { PublicKeyFlaw } from '../key-ring/flaws.ts';
import { EMPTY, fromBase64, significant } from '../../encoding/bytes.ts';
import { algorithmsFor, isNamed } from '../algorithms.ts';
import { canonicalHash } from '../../encoding/canonical-json.ts';
import { publicKeyFlaws } from '../key-ring/strength.ts';
import { withoutPrivate } from './private-members.ts';
import type { Finding, FindingCode } from './finding.ts';

type Jwk = Readonly<Record<string, unknown>>;

const MIN_RSA_BITS = 2048;

const PUBLIC_MEMBERS: ReadonlySet<string> = new Set(
  'kty kid use key_ops alg n e crv x y x5u x5c x5t x5t#S256'.split(' '),
);

const ALWAYS_ERRORS: ReadonlySet<FindingCode> = new Set(['private-member', 'weak-key', 'kid-twice']);

/** `ours` are the kids of the keys in the set that come from our rings. */
export function lintSet(set: readonly Jwk[], ours: ReadonlySet<string>): Finding[] {
  const kids = set.map((key) => key['kid']);
  return set.flatMap((key, index) => {
    const kid = typeof key['kid'] === 'string' ? key['kid'] : null;
    const own = kid !== null && ours.has(kid);
    const codes = [...(kid === null ? ['kid-missing' as const] : []), ...faultsOf(key)];
    // Ours were judged when they came into custody.
    if (!own && isWeak(key)) {
      codes.push('weak-key');
    }
    // Named once, at the first of them.
    if (kid !== null && kids.indexOf(kid) === index && kids.lastIndexOf(kid) !== index) {
      codes.push('kid-twice');
    }
    return codes.map((code) => ({
      code,
      severity: own || ALWAYS_ERRORS.has(code) ? ('error' as const) : ('warning' as const),
      kid: kid ?? `key ${index + 1}`,
    }));
  });
}

/** Everybody has the private key of such a key, or can work it out. */
const FATAL: ReadonlySet<PublicKeyFlaw> = new Set([
  'rsa-exponent',
  'rsa-factored',
  'rsa-roca',
  'not-on-curve',
  'small-order',
]);

/** The arithmetic takes a while, and the same sets are looked at again and again. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 500;

function isWeak(key: Jwk): boolean {
  const { kty, crv, n, e, x, y } = key;
  const name = canonicalHash([kty, crv, n, e, x, y].map((value) => value ?? null));
  const judged = known.get(name) ?? publicKeyFlaws(key).some((flaw) => FATAL.has(flaw));
  if (known.size >= MOST_KNOWN) {
    known.clear();
  }
  known.set(name, judged);
  return judged;
}

function faultsOf(key: Jwk): FindingCode[] {
  const shown = withoutPrivate(key).value;
  const faults: FindingCode[] = kindFault(key);
  if (shown !== key) {
    faults.push('private-member');
  }
  if (Object.keys(shown).some((name) => !PUBLIC_MEMBERS.has(name))) {
    faults.push('unknown-member');
  }
  return faults;
}

function kindFault(key: Jwk): FindingCode[] {
  const { kty, alg, n } = key;
  const algorithms = algorithmsFor(key);
  if (algorithms.length === 0) {
    return ['kind-unsupported'];
  }
  const small = kty === 'RSA' && bitsOf(n) < MIN_RSA_BITS;
  const fits = alg === undefined || algorithms.some((one) => typeof alg === 'string' && isNamed(one, alg));
  return [...(small ? ['rsa-too-small' as const] : []), ...(fits ? [] : ['alg-does-not-fit' as const])];
}

/** Length of a base64url number in bits; 0 for anything else. */
function bitsOf(n: unknown): number {
  const octets = significant(typeof n === 'string' ? fromBase64(n) : EMPTY);
  return octets.length === 0 ? 0 : octets.length * 8 - Math.clz32(octets[0] ?? 0) + 24;
}

// What there is to say about a private key without giving anything of it away: kind, size, how it is protected, and the
// fingerprints of its public key. Inspection lives in this room because only the code that opens keys can say what is in
// them, and a second reader would disagree with the first. It holds an opened key no longer than it takes to derive the
// public key, overwrites it, and puts nothing but public facts into its answer.
import type { Scheme } from '../../../shared/domain/reading/schemes.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import type { KeyShape, PrivateShape } from '../private-shape.ts';
import { soundKey } from '../judge-key.ts';
import { kindOf } from '../kind-of.ts';
import { shapeSpki } from '../open-shape.ts';
import { rsaBits } from '../rsa-strength.ts';
import { type Facts, keyKind, type Looking, part, reasonOf } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

export interface KeyDescription {
  part: FoundPart;
  /** Some ring could take the key. */
  usable: boolean;
}

interface Circumstances {
  name: string | null;
  /** Facts about the protection; empty when the key lies in the clear. */
  protection: Facts;
  looking: Looking;
}

/** Overwrites the key in `shape`. */
export async function describeKey(
  shape: KeyShape,
  { name, protection, looking }: Circumstances,
): Promise<KeyDescription> {
  const isProtected = Object.keys(protection).length > 0;
  const what = isProtected ? 'private key, encrypted' : 'private key';
  const clear = isProtected ? null : 'key-in-the-clear';
  const head = { Name: name, ...protection };
  if (shape.form !== 'private') {
    const kind = shape.form === 'unsupported' ? shape.kind : null;
    const problem = kind === null ? 'damaged' : 'no-ring-takes-it';
    return {
      part: part(what, { ...head, 'Key kind': kind === null ? null : keyKind(kind) }, [clear, problem]),
      usable: false,
    };
  }
  try {
    const weakness = await soundKey(shape, { allowSmallExponent: true, testPrimes: mayTest(shape, looking) }).then(
      () => null,
      problemOf,
    );
    const { facts, warnings } = publicKeyFacts(shapeSpki(shape));
    const weak = weakness === null ? null : ({ code: 'weak-key', problem: weakness } as const);
    const described = part(what, head, [clear, weak, ...warnings]);
    return { part: { ...described, facts: [...described.facts, ...facts] }, usable: weakness === null };
  } catch (error) {
    return {
      part: part(what, { ...head, 'Key kind': keyKind(kindOf(shape)) }, [clear, reasonOf(error)]),
      usable: false,
    };
  } finally {
    shape.pkcs8.fill(0);
  }
}

/** The primes of all RSA keys of the file together; what is left out here is done at the import. */
function mayTest({ rsa }: PrivateShape, { primes }: Looking): boolean {
  primes.left -= rsa === null ? 0 : (rsaBits(rsa.n) / 512) ** 3;
  return primes.left >= 0;
}

/** What is wrong with the key itself; why it does not open at all is said in another way. */
function problemOf(error: unknown): KeyFileProblem {
  if (isCustodianError(error, 'KEY_WEAK')) {
    return error.facts.problem;
  }
  throw error;
}

export const isLegacy = (derivation: Scheme): boolean =>
  !(derivation.code === 'scrypt' || (derivation.code === 'derivation' && derivation.name === 'PBKDF2'));

export const WEAK_PROTECTION = 'weak-protection';

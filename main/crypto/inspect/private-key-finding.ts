// What there is to say about a private key without giving anything of it away: kind, size, how it is protected, and the
// fingerprints of its public half. Inspection lives in this room because only the code that opens keys can say what is in
// them, and a second reader would disagree with the first. It holds an opened key no longer than it takes to derive the
// public half, overwrites it, and puts nothing but public facts into its answer.
import type { FoundPart } from '../../../shared/inspection.ts';
import type { KeyShape } from '../key-shape.ts';
import { kindWords } from '../kind-words.ts';
import { openShape } from '../open-shape.ts';
import { rsaWeakness } from '../rsa-strength.ts';
import { type Facts, part, reasonOf, scheme } from './finding.ts';
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
}

/** Overwrites the key in `shape`. */
export async function describeKey(shape: KeyShape, { name, protection }: Circumstances): Promise<KeyDescription> {
  const isProtected = Object.keys(protection).length > 0;
  const what = isProtected ? 'private key, encrypted' : 'private key';
  const clear = isProtected ? null : 'key-in-the-clear';
  const head = { Name: name, ...protection };
  if (shape.form !== 'private') {
    const kind = shape.form === 'unsupported' ? kindWords(shape) : null;
    const problem = kind === null ? 'damaged' : 'no-ring-takes-it';
    return {
      part: part(what, { ...head, 'Key kind': kind === null ? null : scheme(kind) }, [clear, problem]),
      usable: false,
    };
  }
  try {
    const weakness = shape.rsa === null ? null : rsaWeakness(shape.rsa, { allowSmallExponent: true });
    const { spki } = openShape(shape);
    const { facts, warnings } = await publicKeyFacts(spki);
    const weak = weakness === null ? null : ({ code: 'weak-key', problem: weakness } as const);
    const described = part(what, head, [clear, weak, ...warnings]);
    return { part: { ...described, facts: [...described.facts, ...facts] }, usable: weakness === null };
  } catch (error) {
    return {
      part: part(what, { ...head, 'Key kind': scheme(kindWords(shape)) }, [clear, reasonOf(error)]),
      usable: false,
    };
  } finally {
    shape.pkcs8.fill(0);
  }
}

export const isLegacy = (derivation: string): boolean => !/^(PBKDF2|scrypt|PBMAC1)/.test(derivation);

export const WEAK_PROTECTION = 'weak-protection';

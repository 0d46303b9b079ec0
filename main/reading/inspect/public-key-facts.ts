// What there is to say about a public key: kind, size, the fingerprints by which it is known, and what is wrong with it.
import { createHash } from 'node:crypto';
import { isCustodianError } from '../../../shared/errors.ts';
import type { FoundFact, FoundValue, FoundWarning } from '../../../shared/domain/reading/inspection.ts';
import type { PublicKeyFlaw } from '../../../shared/domain/key-ring/flaws.ts';
import { KeyTests } from '../key-tests.ts';
import { jwkThumbprint } from '../../../shared/encoding/thumbprint.ts';
import { colons } from '../colons.ts';
import {
  derChildren,
  derElements,
  type DerElement,
  derOid,
  derSequence,
  derUnsigned,
  TAG,
} from '../../../shared/encoding/der.ts';
import type { KeyFileProblem } from '../../../shared/problems/key-file.ts';
import { CURVES, OID, OTHER_KEYS } from '../../encoding/object-identifiers.ts';
import { type PublicMembers, publicMembers } from '../../encoding/public-parts.ts';
import { rsaBits } from '../rsa-strength.ts';
import { factsOf, keyKind, warningsOf } from './finding.ts';

export interface PublicKeyFacts {
  facts: FoundFact[];
  warnings: FoundWarning[];
}

/** `spki`: DER SubjectPublicKeyInfo. Never throws. */
export function publicKeyFacts(spki: Uint8Array, tests: KeyTests = new KeyTests()): PublicKeyFacts {
  const [algorithm, bits] = derSequence(spki) ?? [];
  const [identifier, parameters] = derChildren(algorithm);
  const rsa = derOid(identifier) === OID.rsa ? rsaNumbers(bits) : null;
  // `RSA 2048`, `EC P-256`, `Ed25519` …
  const kind = rsa === null ? kindOf(derOid(identifier), parameters) : `RSA ${rsaBits(rsa.n)}`;
  const opened = openedMembers(spki);
  const isMembers = opened !== null && !('problem' in opened);
  const facts = factsOf({
    'Key kind': kind,
    'RSA exponent': rsa === null ? null : rsa.e.toString(),
    'Thumbprint (RFC 7638)': isMembers ? jwkThumbprint(opened) : null,
    'Public key SHA-256': colons(createHash('sha256').update(spki).digest()),
  });
  const problem = isMembers ? flawIn(tests.flaws(opened)) : (opened?.problem ?? null);
  const weak = problem === null ? null : ({ code: 'weak-key', problem } as const);
  return { facts, warnings: [...(rsa === null ? [] : rsaWarnings(rsa)), ...warningsOf([weak])] };
}

/** What is wrong with a key of our kinds; `null` for kinds that no ring uses. */
function openedMembers(spki: Uint8Array): PublicMembers | { problem: KeyFileProblem } | null {
  try {
    return publicMembers(spki);
  } catch (error) {
    return isCustodianError(error, 'KEY_UNREADABLE') ? { problem: error.facts.problem } : null;
  }
}

/** Beyond what has a warning of its own. */
function flawIn(flaws: readonly PublicKeyFlaw[]): KeyFileProblem | null {
  const flaw = flaws.find((each) => each !== 'rsa-too-small');
  return flaw === undefined ? null : { code: 'flawed', flaw };
}

function kindOf(algorithm: string | null, parameters: DerElement | undefined): FoundValue {
  if (algorithm === OID.ed25519) {
    return 'Ed25519';
  }
  if (algorithm === OID.ec) {
    const curve = derOid(parameters);
    const named = curve === null ? undefined : CURVES[curve];
    const other = OTHER_KEYS[curve ?? ''];
    return named !== undefined ? `EC ${named.curve}` : other === undefined ? { code: 'unusual-curve' } : keyKind(other);
  }
  const other = OTHER_KEYS[algorithm ?? ''];
  if (other !== undefined) {
    return keyKind(other);
  }
  return algorithm === null ? { code: 'unknown' } : { code: 'algorithm', oid: algorithm };
}

function rsaNumbers(bits: DerElement | undefined): { n: bigint; e: bigint } | null {
  const [key] = bits?.tag === TAG.bitString ? (derElements(bits.contents.subarray(1)) ?? []) : [];
  const [n, e] = derChildren(key).map(derUnsigned);
  // oxlint-disable-next-line typescript/strict-boolean-expressions -- zero is as wrong as none
  return n && e ? { n, e } : null;
}

function rsaWarnings({ n, e }: { n: bigint; e: bigint }): FoundWarning[] {
  return warningsOf([rsaBits(n) < 2048 ? 'key-too-short' : null, e < 65537n ? 'small-exponent' : null]);
}

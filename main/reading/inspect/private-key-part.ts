// What there is to say about a private key without giving anything of it away: kind, size, how it is protected, and the
// fingerprints of its public key. Inspection lives in this room because only the code that opens keys can say what is in
// them, and a second reader would disagree with the first.
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { isCustodianError } from '../../../shared/errors.ts';
import type { FoundKey } from '../containers/found-key.ts';
import { kindOf } from '../kind-of.ts';
import { shapeSpki } from '../open-shape.ts';
import type { PrivateShape } from '../private-shape.ts';
import { factsOf, keyKind, part, reasonOf, type Warned, warningsOf } from './finding.ts';
import { publicKeyFacts } from './public-key-facts.ts';

/** `flaw`: why it cannot be taken into custody, as an import says it; `null` when it can. */
export function privateKeyPart(key: FoundKey, flaw: unknown): FoundPart {
  const { shape, protection, facts, warnings } = key;
  const isLocked = shape.form === 'locked';
  const what = protection === null ? 'private key' : 'private key, encrypted';
  const head: Warned[] = [
    protection === null ? 'key-in-the-clear' : null,
    protection?.isWeak === true ? 'weak-protection' : null,
  ];
  const given = { ...facts, Name: key.name === key.at ? null : key.name, ...protection?.facts };
  const said: Warned[] = [...head, ...warnings];
  if (shape.form === 'unsupported') {
    return part(what, { ...given, 'Key kind': keyKind(shape.kind) }, [...said, 'no-ring-takes-it']);
  }
  if (shape.form !== 'private') {
    const isAsked = isLocked && isCustodianError(shape.why, 'KEY_ENCRYPTED');
    const isPlain = shape.form === 'foreign' && shape.problem.code === 'damaged';
    return part(what, given, [...said, isPlain ? 'damaged' : isAsked ? null : reasonOf(flaw)]);
  }
  const repairs = shape.repairs.map((repair) => ({ code: 'repaired', repair }) as const);
  return openPart(shape, part(what, { ...given, 'Only for': onlyFor(shape) }, [...said, ...repairs]), flaw);
}

function openPart(shape: PrivateShape, described: FoundPart, flaw: unknown): FoundPart {
  const weak = isCustodianError(flaw, 'KEY_WEAK') ? ({ code: 'weak-key', problem: flaw.facts.problem } as const) : null;
  const isSmall = weak?.problem.code === 'exponent-small';
  const other = flaw === null || weak !== null ? null : reasonOf(flaw);
  try {
    const { facts, warnings } = publicKeyFacts(shapeSpki(shape));
    return {
      ...described,
      facts: [...described.facts, ...facts],
      warnings: [...described.warnings, ...warningsOf([isSmall ? null : weak, other]), ...warnings],
    };
  } catch (error) {
    return {
      ...described,
      facts: [...described.facts, ...factsOf({ 'Key kind': keyKind(kindOf(shape)) })],
      warnings: [...described.warnings, ...warningsOf([weak ?? reasonOf(error)])],
    };
  }
}

/** RSASSA-PSS keys that do not fit every ring of their scheme. */
function onlyFor({ only }: PrivateShape): string | null {
  return only?.join(', ') ?? null;
}

// Whether an import would take a key from the file: each is judged by the same code that judges it there.
import type { InspectedFile } from '../../../shared/domain/reading/inspected-file.ts';
import type { ImportNeed } from '../../../shared/domain/reading/notes.ts';
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import { type Entry, entriesOf } from '../choose-key.ts';
import type { FoundKey } from '../containers/found-key.ts';
import { certificatesIn, type Contents, keysIn } from '../contents.ts';
import { type FileOf, judgedEntry, ringsFor, usableShape } from '../judge-entry.ts';
import { kindOf } from '../kind-of.ts';
import { rsaBits } from '../rsa-strength.ts';

/** 64 keys of 2048 bits or one of 8192: two to four seconds. What is left out here is done at the import. */
const MAX_PRIMES = 4096;

export interface Verdict {
  importable: InspectedFile['importable'];
  needs: ImportNeed[];
  /** Why a key of the file would be refused. */
  flaws: ReadonlyMap<FoundKey, CustodianError>;
}

export async function verdictOn(contents: Contents, now: Date): Promise<Verdict> {
  const entries = entriesOf(keysIn(contents));
  const file: FileOf = { entries, certificates: certificatesIn(contents) };
  const flaws = new Map<FoundKey, CustodianError>();
  const needs = new Set<ImportNeed>();
  const primes = { left: MAX_PRIMES };
  let usable = 0;
  for (const entry of entries) {
    const flaw = await flawIn(entry, file, { needs, primes, now });
    if (flaw === null) {
      usable += 1;
    } else {
      flaws.set(entry.key, flaw);
    }
  }
  if (entries.length > 1) {
    needs.add('entry');
  }
  const waits = [contents.refusal, ...flaws.values()].some(
    (why) => isCustodianError(why, 'KEY_ENCRYPTED') || isCustodianError(why, 'KEY_PASSPHRASE_WRONG'),
  );
  const tooLong = [contents.refusal, ...flaws.values()].some(isTooMuchWork);
  const isOpened = contents.isProtected && contents.opened !== 'empty';
  const isTaken = contents.refusal === null && usable > 0;
  const importable = isTaken && !isOpened ? 'yes' : isTaken || waits ? 'with its passphrase' : 'no';
  return { importable, needs: importable === 'no' ? (tooLong ? ['long-work'] : []) : [...needs], flaws };
}

async function flawIn(
  entry: Entry,
  file: FileOf,
  { needs, primes, now }: { needs: Set<ImportNeed>; primes: { left: number }; now: Date },
): Promise<CustodianError | null> {
  try {
    const shape = usableShape(entry.key);
    if (ringsFor(entry.key, shape).length === 0) {
      return new CustodianError('KEY_UNSUPPORTED', {
        kind: { code: 'marked', kind: kindOf(shape), alg: shownAlg(entry.key) },
      });
    }
    primes.left -= shape.rsa === null ? 0 : (rsaBits(shape.rsa.n) / 512) ** 3;
    const testPrimes = primes.left >= 0;
    const small = await judgedEntry(entry, file, { allowSmallExponent: true, testPrimes }, now).then(
      ({ privateKey }) => privateKey.asymmetricKeyDetails?.publicExponent ?? 65_537n,
    );
    if (small < 65_537n) {
      needs.add('small-exponent');
    }
    return null;
  } catch (error) {
    if (error instanceof CustodianError) {
      return error;
    }
    throw error;
  }
}

const shownAlg = ({ declared }: FoundKey): string =>
  declared?.alg !== undefined && declared.alg !== null && /^[\w+-]{1,40}$/.test(declared.alg) ? declared.alg : '?';

const isTooMuchWork = (why: unknown): boolean =>
  isCustodianError(why, 'KEY_CIPHER_UNSUPPORTED') && why.facts.cipher.code === 'too-much-work';

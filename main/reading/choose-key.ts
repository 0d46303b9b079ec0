// Which of the private keys in a file is meant. One key needs no choice; of several the person names one, by what the
// file calls it, by its number, or by the beginning of its fingerprint. The same key twice counts once.
import { createHash } from 'node:crypto';
import type { KeyKind } from '../../shared/domain/reading/schemes.ts';
import type { KeyEntry } from '../../shared/domain/reading/key-entry.ts';
import { CustodianError } from '../../shared/errors.ts';
import type { FoundKey } from './containers/found-key.ts';
import { kindOf } from './kind-of.ts';
import { unreadable } from '../encoding/unreadable.ts';
import { openedSpki } from './open-shape.ts';

export interface Entry {
  key: FoundKey;
  /** DER SubjectPublicKeyInfo in the one normal form; `null` when the key cannot be opened. */
  spki: Buffer | null;
}

/** Every different key of the file, in its order. */
export function entriesOf(keys: readonly FoundKey[]): Entry[] {
  const entries: Entry[] = [];
  for (const key of keys) {
    const spki = openedSpki(key);
    const same = spki !== null && entries.some((entry) => entry.spki?.equals(spki) === true);
    if (!same) {
      entries.push({ key, spki });
    }
  }
  return entries;
}

/** Throws KEY_CHOICE_NEEDED when several keys remain, INPUT_INVALID when the chosen one is not there, KEY_UNREADABLE for none. */
export function chooseEntry(entries: readonly Entry[], wanted: string | null): Entry {
  const [first] = entries;
  if (first === undefined) {
    throw unreadable({ code: 'no-private-key' });
  }
  if (wanted === null && entries.length === 1) {
    return first;
  }
  const matching = entries.filter((entry, index) => wanted !== null && namesOf(entry, index).includes(wanted));
  const [chosen, ...more] = matching;
  if (chosen !== undefined && more.length === 0) {
    return chosen;
  }
  const list = entries.map(told);
  if (wanted !== null && chosen === undefined) {
    throw new CustodianError('INPUT_INVALID', {
      field: 'entry',
      problem: { code: 'no-such-key', entries: list },
    });
  }
  throw new CustodianError('KEY_CHOICE_NEEDED', { entries: list });
}

function told(entry: Entry, index: number): KeyEntry {
  const { shape, name } = entry.key;
  const kind: KeyKind = shape.form === 'foreign' ? { code: 'damaged' } : kindOf(shape);
  return { number: index + 1, name, kind, fingerprint: shortFingerprint(entry)[0] ?? null };
}

function namesOf(entry: Entry, index: number): string[] {
  const { name } = entry.key;
  return [String(index + 1), ...(name === null ? [] : [name]), ...shortFingerprint(entry)];
}

/** The first eight hex digits of the SHA-256 of the SubjectPublicKeyInfo. */
const shortFingerprint = ({ spki }: Entry): string[] =>
  spki === null ? [] : [createHash('sha256').update(spki).digest('hex').slice(0, 8)];

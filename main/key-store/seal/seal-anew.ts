// Everything sealed, or opened again, one entry after the other. Each is the former or the new one at any moment, and either is
// read meanwhile. What is damaged holds nothing up: it stays, and is named.
import { CustodianError } from '../../../shared/errors.ts';
import { orLost } from '../../ports/lost-secret.ts';
import { erasing } from '../../ports/secret.ts';
import type { ReportProgress } from '../../ports/stopping.ts';
import type { SecretVault } from '../vault.ts';
import { asLeft, isLeft, isSealed, openEntry, sealEntry, type Under } from './sealed-entry.ts';

interface Place {
  vault: SecretVault;
  store: string;
  stage: 'sealing' | 'opening';
  /** Asked for each entry. Throws VAULT_LOCKED, which ends the work where it is. */
  under: () => Under;
  /** Nobody else writes an entry meanwhile. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Answers with the names of what is damaged. Throws what the store below throws. */
export async function sealAnew(
  { vault, store, stage, under, inTurn }: Place,
  names: readonly string[],
  told: ReportProgress = () => undefined,
): Promise<string[]> {
  const anew = stage === 'opening' ? opened : sealed;
  const damaged: string[] = [];
  for (const [index, name] of names.entries()) {
    const isWhole = await inTurn(() => convert(vault, name, (found) => anew(store, name, found, under())));
    damaged.push(...(isWhole ? [] : [name]));
    told(index + 1, names.length, name);
  }
  return damaged;
}

interface Converted {
  wanted: Uint8Array;
  whole: boolean;
}

/** What lies there already is looked at as well: it may have been sealed before this was broken off, or by nobody here. */
function sealed(store: string, name: string, found: Uint8Array, under: Under): Converted {
  if (isLeft(found)) {
    return { wanted: found, whole: false };
  }
  if (isSealed(found)) {
    using secret = erasing(openEntry(store, name, found, under));
    return { wanted: found, whole: secret !== null };
  }
  return { wanted: sealEntry(store, name, found, under), whole: true };
}

function opened(store: string, name: string, found: Uint8Array, under: Under): Converted {
  if (!isSealed(found)) {
    return { wanted: found, whole: !isLeft(found) };
  }
  const secret = openEntry(store, name, found, under);
  return secret === null ? { wanted: asLeft(found), whole: false } : { wanted: secret, whole: true };
}

/** Whether it is whole. What is not there is. */
async function convert(vault: SecretVault, name: string, anew: (found: Uint8Array) => Converted): Promise<boolean> {
  const there = await orLost(vault.get(name));
  if (there === 'missing' || there === 'damaged') {
    return there === 'missing';
  }
  using found = erasing(there);
  const { wanted: made, whole } = anew(found);
  using wanted = erasing(made);
  if (wanted === found) {
    // It was written just before the work was broken off, perhaps before what it replaced was swept away.
    await vault.tidy(name);
  } else {
    await vault.put(name, wanted);
    using stored = erasing(await vault.get(name));
    if (Buffer.compare(stored, wanted) !== 0) {
      throw new CustodianError('VAULT_SECRET_DAMAGED', { kid: name });
    }
  }
  return whole;
}

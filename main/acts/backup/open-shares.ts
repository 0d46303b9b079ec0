// Shares of a backup, as files, words or pictures, become what opens it.
import { CustodianError, isCustodianError } from '../../../shared/errors.ts';
import type { BackupOpener } from '../../ports/backup-file.ts';
import type { Reading } from '../../ports/reading.ts';
import type { HeldShare } from '../../ports/share.ts';

export interface GivenShare {
  /** As the file is called; `null` for what was typed. */
  name: string | null;
  bytes: Uint8Array;
}

/** Throws SHARES_UNFIT. Overwrites what was given; the caller overwrites what opens. */
export async function openByShares(
  reading: Pick<Reading, 'share' | 'combine'>,
  given: readonly GivenShare[],
): Promise<BackupOpener> {
  const held: HeldShare[] = [];
  try {
    for (const share of given) {
      held.push(await readNamed(reading, share));
    }
    return await reading.combine(held);
  } finally {
    held.forEach(({ secret }) => secret[Symbol.dispose]());
    given.forEach(({ bytes }) => bytes.fill(0));
  }
}

/** Throws SHARES_UNFIT with the name of the file. The caller disposes of the secret. */
export async function readNamed(reading: Pick<Reading, 'share'>, { name, bytes }: GivenShare): Promise<HeldShare> {
  try {
    return await reading.share(bytes);
  } catch (error) {
    throw isCustodianError(error, 'SHARES_UNFIT')
      ? new CustodianError('SHARES_UNFIT', { ...error.facts, from: name }, { cause: error })
      : error;
  }
}

// Giving a whole draft its name, in one step. At no moment is there a part of a file under that name, and what somebody
// else put there meanwhile stays.
import { randomInt } from 'node:crypto';
import { link, lstat, rename } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CustodianError } from '../../shared/errors.ts';
import { errorCode } from '../ports/disk-problems.ts';
import { claimOf, discard, isOnlyClaim } from './draft.ts';
import { shownName } from './problem.ts';
import { syncFolder } from './sync-folder.ts';

/** How exFAT, FAT, many shares and some systems say that they know no hard links. */
const NO_LINKS = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EXDEV',
  'EACCES',
  'UNKNOWN',
]);

const CLAIM_TRIES = 200;
const CLAIM_PAUSE_MS = [5, 40] as const;

/** Fails with EEXIST or FILE_EXISTS where something has the name already, unless it may be overwritten. */
export async function putInPlace(draft: string, target: string, overwrite: boolean): Promise<void> {
  if (overwrite) {
    await rename(draft, target);
  } else {
    // A hard link is made only where nothing is, so two writers cannot both believe that the name was free.
    await link(draft, target).catch((error: unknown) => {
      if (!NO_LINKS.has(errorCode(error))) {
        throw error;
      }
      return putWithoutLink(draft, target);
    });
  }
  await syncFolder(path.dirname(target));
}

/** Throws FILE_EXISTS when anything, be it a dangling link, has this name. */
export async function refuseExisting(target: string): Promise<void> {
  const there = await lstat(target).catch(() => null);
  if (there !== null) {
    throw new CustodianError('FILE_EXISTS', { file: shownName(target) });
  }
}

/**
 * Without hard links the name is looked at and then taken, which are two steps. Whoever is about to do both calls his draft
 * a claim and goes on only while there is no other claim on that name; so of two writers at least one sees the other. The
 * name itself is not claimed: a writer that is killed there would leave an empty file under it.
 */
async function putWithoutLink(draft: string, target: string): Promise<void> {
  for (let tries = 0; tries < CLAIM_TRIES; tries += 1) {
    await refuseExisting(target);
    const claim = claimOf(draft);
    await rename(draft, claim);
    try {
      if (await isOnlyClaim(claim)) {
        await refuseExisting(target);
        await rename(claim, target);
        return;
      }
    } catch (error) {
      await discard(claim);
      throw error;
    }
    await rename(claim, draft);
    await wait(randomInt(...CLAIM_PAUSE_MS));
  }
  throw new CustodianError('FILE_NOT_WRITTEN', {
    file: shownName(target),
    problem: 'another program is writing a file of this name',
  });
}

// Shares from the window, where they come one after the other.
import type { ShareFacts } from '../../../shared/domain/backup/shares.ts';
import { looking } from '../bound.ts';
import { type GivenShare, openByShares, readNamed } from './open-shares.ts';

/** What a share says of itself. Throws SHARES_UNFIT. */
export const lookAtShare = looking(async ({ reading }, share: GivenShare): Promise<ShareFacts> => {
  const { secret, ...facts } = await readNamed(reading, share);
  secret[Symbol.dispose]();
  return facts;
});

/** Throws SHARES_UNFIT. Overwrites what was given; the caller overwrites what opens. */
export const openShares = looking(({ reading }, given: readonly GivenShare[]) => openByShares(reading, given));

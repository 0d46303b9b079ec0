// A share of what opens a backup, as it was read from paper.
import type { ShareFacts } from '../../shared/domain/backup/shares.ts';
import type { Secret } from './secret.ts';

/** The caller disposes of the secret: the point of the curve that is this share. */
export interface HeldShare extends ShareFacts {
  secret: Secret;
}

/** How many shares there are to be, and how many open. */
export interface ShareSplit {
  threshold: number;
  count: number;
}

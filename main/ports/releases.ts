// Where news of releases come from, and what is remembered of them.
import type { Instant } from '../../shared/domain/timing/instant.ts';
import type { PinnedRelease } from '../../shared/domain/updates/release.ts';

export interface Releases {
  pinned: PinnedRelease;
  /** The document at the pinned address, unread. Throws REMOTE_* codes. */
  fetch(signal?: AbortSignal): Promise<Uint8Array>;
  /** When the newest document was issued that was accepted here; `null` when there was none. */
  newest(): Instant | null;
  remember(issued: Instant): void;
}

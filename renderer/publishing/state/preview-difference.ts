// What is different between the preview that the officer looked at and the one that is on the screen now, but for what he
// decided himself in between. A push of it waits until he has looked at that.
import type { DiffEntry, DiffKind, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import { type Decisions, decidedBetween } from './foreign-decisions.ts';

export interface LookedAt {
  preview: PublicationPreview;
  decisions: Decisions;
}

/** One key, and what the former and this preview do to it; `null` where it was, or is, not in it. */
export interface PreviewChange {
  name: string;
  before: DiffKind | null;
  now: DiffKind | null;
}

/** `null` when nothing changed behind the officer's back. Empty when only contents or the order did. */
export function changesSince(looked: LookedAt, { preview, decisions }: LookedAt): PreviewChange[] | null {
  if (looked.preview.hash === preview.hash) {
    return null;
  }
  const own = decidedBetween(looked.decisions, decisions);
  const [before, now] = [byName(looked.preview.diff), byName(preview.diff)];
  const changes = [...new Set([...before.keys(), ...now.keys()])].flatMap((name): PreviewChange[] => {
    const [then, after] = [before.get(name), now.get(name)];
    return own.has(name) || factsOf(then) === factsOf(after)
      ? []
      : [{ name, before: then?.kind ?? null, now: after?.kind ?? null }];
  });
  return changes.length === 0 && own.size > 0 ? null : changes;
}

const byName = (diff: readonly DiffEntry[]): Map<string, DiffEntry> =>
  new Map(diff.map((entry) => [entry.kid ?? entry.thumbprint ?? '', entry]));

const factsOf = (entry: DiffEntry | undefined): string =>
  entry === undefined ? '' : JSON.stringify([entry.kind, entry.alg, entry.kty, entry.thumbprint, entry.state]);

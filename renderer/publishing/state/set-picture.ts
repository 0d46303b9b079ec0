// The set before and after, as rows of a picture: where each key stands now and where it will stand.
import type { DiffEntry, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';

export interface PictureRow {
  entry: DiffEntry;
  before: boolean;
  after: boolean;
  /** Its place in the new set, from 1; `null` when it has none, or no kid to find it by. */
  place: number | null;
}

interface SetPicture {
  rows: PictureRow[];
  /** Keys that have no room in the picture; they change least, and the table has them. */
  left: number;
}

export function setPicture({ diff, kids }: Pick<PublicationPreview, 'diff' | 'kids'>, room: number): SetPicture {
  const rows = diff.map((entry): PictureRow => {
    const at = entry.kind === 'removed' || entry.kid === null ? -1 : kids.indexOf(entry.kid);
    return {
      entry,
      before: entry.kind !== 'added',
      after: entry.kind !== 'removed',
      place: at === -1 ? null : at + 1,
    };
  });
  if (rows.length <= room) {
    return { rows, left: 0 };
  }
  const changing = rows.filter(({ entry }) => entry.kind !== 'kept');
  const kept = rows.filter(({ entry }) => entry.kind === 'kept');
  return { rows: [...changing, ...kept].slice(0, room), left: rows.length - room };
}

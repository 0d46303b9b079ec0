// What the undoing of a push would do, from the preview that it was bound to: the same difference, read backwards.
import type { DiffKind, PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import { shortKid } from '../../text/hex.ts';

export interface Undo {
  /** Kids, short, that would leave the set again. */
  leave: string[];
  /** Kids that would come back. */
  comeBack: string[];
  /** Kids that would get their former content back. */
  changeBack: string[];
  /** There was no set before, so everything would be taken down. */
  wasEmpty: boolean;
}

export function undoOf({ diff, places }: Pick<PublicationPreview, 'diff' | 'places'>): Undo {
  const named = (wanted: DiffKind): string[] =>
    diff.flatMap(({ kind, kid, thumbprint }) => (kind === wanted ? shortKid(kid ?? thumbprint ?? '?') : []));
  return {
    leave: named('added'),
    comeBack: named('removed'),
    changeBack: named('altered'),
    wasEmpty: places.used === 0,
  };
}

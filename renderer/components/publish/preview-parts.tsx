// What a push would do, from the difference down to the bytes: the same whether it is sent from here or by a courier.
import type { PublicationPreview } from '../../../shared/model/publication.ts';
import { BodyView } from './body-view.tsx';
import { DiffPicture } from './diff-picture.tsx';
import { DiffSummary } from './diff-summary.tsx';
import { DiffTable } from './diff-table.tsx';
import { ExposedKeys } from './exposed-keys.tsx';
import { ForeignKeys } from './foreign-keys.tsx';
import { PreviewFindings } from './preview-findings.tsx';

interface PreviewPartsProps {
  preview: PublicationPreview;
  /** Names of the foreign keys that it takes down. */
  removed: readonly string[];
  busy: boolean;
  onRemove: (names: string[]) => void;
}

export function PreviewParts({ preview, removed, busy, onRemove }: PreviewPartsProps) {
  const { act, diff, body } = preview;
  return (
    <>
      <ExposedKeys exposed={preview.exposed} />
      <DiffSummary diff={diff} />
      <DiffPicture preview={preview} />
      <DiffTable diff={diff} />
      <ForeignKeys act={act} diff={diff} removed={removed} disabled={busy} onChange={onRemove} />
      <PreviewFindings {...preview} />
      <BodyView body={body} />
    </>
  );
}

// What a push would do, from the difference down to the bytes: the same whether it is sent from here or by a courier.
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import type { Decision } from '../../state/foreign-decisions.ts';
import { BodyView } from './body-view.tsx';
import { DiffPicture } from './diff-picture.tsx';
import { DiffSummary } from './diff-summary.tsx';
import { DiffTable } from './diff-table.tsx';
import { ExposedKeys } from './exposed-keys.tsx';
import { ForeignKeys } from './foreign-keys.tsx';
import { PreviewFindings } from './preview-findings.tsx';
import { WaitingKeys } from './waiting-keys.tsx';

interface PreviewPartsProps {
  preview: PublicationPreview;
  busy: boolean;
  onDecide: (name: string, decision: Decision) => void;
}

export function PreviewParts({ preview, busy, onDecide }: PreviewPartsProps) {
  const { act, diff, body } = preview;
  return (
    <>
      <ExposedKeys exposed={preview.exposed} />
      <DiffSummary diff={diff} />
      <DiffPicture preview={preview} />
      <DiffTable diff={diff} />
      <ForeignKeys act={act} foreign={preview.foreign} disabled={busy} onDecide={onDecide} />
      <WaitingKeys waits={preview.waits} />
      <PreviewFindings {...preview} />
      <BodyView body={body} />
    </>
  );
}

// What a push would do, from the difference down to the bytes: the same whether it is sent from here or by a courier.
import type { ExposedKey } from '../../../shared/domain/published-set/finding.ts';
import type { WaitingKey } from '../../../shared/domain/published-set/places.ts';
import type { PublicationPreview } from '../../../shared/domain/published-set/publication.ts';
import { Kid } from '../../parts/kid.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import type { Decision } from '../state/foreign-decisions.ts';
import { BodyView } from './body-view.tsx';
import { DiffPicture } from './diff-picture.tsx';
import { DiffSummary } from './diff-summary.tsx';
import { DiffTable } from './diff-table.tsx';
import { ForeignKeys } from './foreign-keys.tsx';
import { PreviewFindings } from './preview-findings.tsx';

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

/** The loudest alarm of a preview: keys that show their private key now, whose each is, and what to do. */
function ExposedKeys({ exposed }: { exposed: readonly ExposedKey[] }) {
  if (exposed.length === 0) {
    return null;
  }
  return (
    <Notice tone="danger" role="alert" title={words.watch.exposed(exposed.length)}>
      <ul>
        {exposed.map(({ name, members, ours }) => {
          const { what, todo } = words.shared.drift[ours === null ? 'private-foreign' : 'private-ours'];
          return (
            <li key={name}>
              {say(words.watch.finding(<RemoteName name={ours?.kid ?? name} />, what, todo))}{' '}
              {words.watch.members(members.join(', '))}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

const said = words.preview.waits;

/** Keys of ours for which the tenant's set has no place: they wait, and the officer is told in which order. */
function WaitingKeys({ waits }: { waits: readonly WaitingKey[] }) {
  return waits.length === 0 ? null : (
    <Notice tone="caution" title={said.title(waits.length)}>
      <ul>
        {waits.map(({ kid, state, isThere }) => (
          <li key={kid}>
            <Kid kid={kid} /> {said.means[state]} {isThere && said.goes}
          </li>
        ))}
      </ul>
      <p>{said.order}</p>
    </Notice>
  );
}

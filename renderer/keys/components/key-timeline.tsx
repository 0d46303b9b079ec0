// What happened to a key, from its making on.
import { IconCloudUp, IconTrash, IconWorldCheck, IconWorldOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SigningKey } from '../../../shared/domain/key-ring/key.ts';
import { useNow } from '../../state/now.ts';
import { transitionsOf, type Transition } from '../state/lane.ts';
import { exactTime, relativeTo } from '../../text/dates.ts';
import { words } from '../../text/words.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import './key-timeline.css';

const ICON: Record<Transition['what'], ReactNode> = {
  created: <StateShape state="next" size={14} />,
  announced: <IconCloudUp size={15} aria-hidden />,
  published: <IconWorldCheck size={15} aria-hidden />,
  current: <StateShape state="current" size={14} />,
  previous: <StateShape state="previous" size={14} />,
  'taken-down': <IconWorldOff size={15} aria-hidden />,
  destroyed: <IconTrash size={15} aria-hidden />,
  revoked: <StateShape state="revoked" size={14} />,
  replaced: <StateShape state="replaced" size={14} />,
};

export function KeyTimeline({ signingKey }: { signingKey: SigningKey }) {
  const now = useNow();
  return (
    <ol className="plain-list timeline">
      {transitionsOf(signingKey).map(({ what, at }) => (
        <li key={what}>
          <span className="timeline-icon">{ICON[what]}</span>
          <div>
            <p className="timeline-word">{wordFor(what, signingKey)}</p>
            <p className="timeline-at">
              <time dateTime={at} className="numbers">
                {exactTime(at)}
              </time>
              <span>{relativeTo(at, now)}</span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function wordFor(what: Transition['what'], { provenance }: SigningKey): string {
  return words.timeline.transition[what === 'created' && provenance.kind === 'imported' ? 'imported' : what];
}

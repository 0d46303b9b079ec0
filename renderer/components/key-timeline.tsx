// What happened to a key, from its making on.
import { IconCloudUp, IconTrash, IconWorldCheck, IconWorldOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SigningKey } from '../../shared/model.ts';
import { useNow } from '../state/now.ts';
import { transitionsOf, type Transition } from '../state/lane.ts';
import { exactTime, relativeTo } from '../text/dates.ts';
import { StateShape } from './state-shape.tsx';
import './key-timeline.css';

const WORDS: Record<Transition['what'], { word: string; icon: ReactNode }> = {
  created: { word: 'Made here', icon: <StateShape state="next" size={14} /> },
  announced: { word: 'Sent to the tenant', icon: <IconCloudUp size={15} aria-hidden /> },
  published: { word: 'Seen in the public set', icon: <IconWorldCheck size={15} aria-hidden /> },
  current: { word: 'Became current', icon: <StateShape state="current" size={14} /> },
  previous: { word: 'Became previous', icon: <StateShape state="previous" size={14} /> },
  'taken-down': { word: 'Seen to be gone from the public set', icon: <IconWorldOff size={15} aria-hidden /> },
  destroyed: { word: 'Private half erased', icon: <IconTrash size={15} aria-hidden /> },
  revoked: { word: 'Revoked', icon: <StateShape state="revoked" size={14} /> },
};

export function KeyTimeline({ signingKey }: { signingKey: SigningKey }) {
  const now = useNow();
  return (
    <ol className="plain-list timeline">
      {transitionsOf(signingKey).map(({ what, at }) => (
        <li key={what}>
          <span className="timeline-icon">{WORDS[what].icon}</span>
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
  return what === 'created' && provenance.kind === 'imported' ? 'Imported' : WORDS[what].word;
}

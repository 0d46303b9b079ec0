// What an act does to the keys of a ring: each key's way from state to state, and what that means.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { Move } from '../state/rotation.ts';
import { words } from '../../text/words.ts';
import { Kid } from '../../parts/kid.tsx';
import { StateBadge } from '../../parts/state-badge.tsx';
import './move-list.css';

export function MoveList({ moves }: { moves: readonly (Move & { means: string })[] }) {
  return (
    <ul className="plain-list moves" aria-label={words.ring.moves.label}>
      {moves.map(({ kid, from, to, means }) => (
        <li key={to} className="move">
          <div className="move-key">
            {kid === null ? <span>{words.ring.moves.freshKey}</span> : <Kid kid={kid} copyable={false} />}
          </div>
          <div className="move-way">
            {from !== null && (
              <>
                <StateBadge state={from} />
                <IconArrowNarrowRight size={16} aria-label={words.ring.moves.becomes} />
              </>
            )}
            <StateBadge state={to} />
          </div>
          <p className="move-means">{means}</p>
        </li>
      ))}
    </ul>
  );
}

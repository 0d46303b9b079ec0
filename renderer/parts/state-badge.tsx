// A key's state as shape and word.
import type { KeyState } from '../../shared/domain/limits.ts';
import { STATE } from '../text/words.ts';
import { StateShape } from './state-shape.tsx';
import './badge.css';

export function StateBadge({ state }: { state: KeyState }) {
  return (
    <span className="badge" data-state={state}>
      <StateShape state={state} size={12} />
      {STATE[state].word}
    </span>
  );
}

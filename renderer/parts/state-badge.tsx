// A key's state as shape and word.
import type { KeyState } from '../../shared/domain/limits.ts';
import { StateShape } from './state-shape.tsx';
import './badge.css';
import { words } from '../text/words.ts';

export function StateBadge({ state }: { state: KeyState }) {
  return (
    <span className="badge" data-state={state}>
      <StateShape state={state} size={12} />
      {words.model.state[state].word}
    </span>
  );
}

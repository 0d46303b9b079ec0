// The lane in one line, to explain it before there is one.
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { LIFE_STATES } from '../../../shared/domain/limits.ts';
import { words } from '../../text/words.ts';
import { StateShape } from '../../parts/state-shape.tsx';
import './lane-sketch.css';

export function LaneSketch() {
  return (
    <ol className="plain-list sketch" aria-label={words.ring.lane.life}>
      {LIFE_STATES.map((state) => (
        <li key={state} className="sketch-stop">
          <StateShape state={state} size={22} />
          <div>
            <p className="sketch-word">{words.model.state[state].word}</p>
            <p className="sketch-means">{words.model.state[state].means}</p>
          </div>
          {state !== 'revoked' && <IconArrowNarrowRight size={20} aria-hidden className="sketch-way" />}
        </li>
      ))}
    </ol>
  );
}

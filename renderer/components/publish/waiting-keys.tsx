// Keys of ours for which the tenant's set has no place: they wait, and the officer is told in which order.
import type { WaitingKey } from '../../../shared/domain/published-set/places.ts';
import { words } from '../../words/words.ts';
import { Kid } from '../parts/kid.tsx';
import { Notice } from '../parts/notice.tsx';

const said = words.preview.waits;

export function WaitingKeys({ waits }: { waits: readonly WaitingKey[] }) {
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

// When a key may be in other hands: everybody who was given a copy of it, once more.
import { useHandOvers } from '../state/queries.ts';
import { count } from '../text/hex.ts';
import { Notice } from './notice.tsx';
import { When } from './when.tsx';

export function HoldersNotice({ tenant, kid }: { tenant: string; kid: string }) {
  const { data: entries = [] } = useHandOvers({ tenant, kid });
  if (entries.length === 0) {
    return null;
  }
  return (
    <Notice tone="caution" title={`This private half was handed over ${count(entries.length, 'time')}. Ask and tell:`}>
      <ul>
        {entries.map(({ number, to, at }) => (
          <li key={number}>
            {to}, <When at={at} precision="day" />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

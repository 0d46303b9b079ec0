// Keys of others that somebody decided to keep. No screen of the tenant lets them be forgotten: their tokens are accepted.
import type { KeptForeign } from '../../../shared/domain/published-set/foreign.ts';
import { words } from '../../words/words.ts';
import { RemoteName } from '../parts/remote-name.tsx';
import { When } from '../parts/when.tsx';

export function KeptForeignKeys({ kept }: { kept: readonly KeptForeign[] }) {
  return kept.length === 0 ? null : (
    <ul className="band-kept" aria-label={words.watch.kept.label}>
      {kept.map(({ name, material, by, at, reason }) => (
        <li key={`${name} ${material}`}>
          <RemoteName name={name} /> {words.watch.kept.line(by, <When at={at} />, reason)}
        </li>
      ))}
    </ul>
  );
}

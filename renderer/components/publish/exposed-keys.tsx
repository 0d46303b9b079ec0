// The loudest alarm of a preview: keys that show their private half now, whose each is, and what to do.
import type { ExposedKey } from '../../../shared/domain/published-set/finding.ts';
import { words } from '../../words/words.ts';
import { Notice } from '../parts/notice.tsx';
import { RemoteName } from '../parts/remote-name.tsx';

export function ExposedKeys({ exposed }: { exposed: readonly ExposedKey[] }) {
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
              {words.watch.finding(<RemoteName name={ours?.kid ?? name} />, what, todo)}{' '}
              {words.watch.members(members.join(', '))}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

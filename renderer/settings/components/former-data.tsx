// Whoever worked with a checkout before it had data of its own looks for them here.
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';

const { former: FORMER } = words.welcome;

export function FormerData({ folder }: { folder: string }) {
  return (
    <Notice tone="info" title={FORMER.title}>
      <p className="small">{FORMER.means(folder)}</p>
    </Notice>
  );
}

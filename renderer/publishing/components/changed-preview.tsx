// The set changed since the preview that was looked at, and how. Nothing is pushed before the officer says that he has
// looked at that.
import { Button } from '@mantine/core';
import type { PublishFlow } from '../state/publish-flow.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';

const said = words.publish.outdated;

export function ChangedPreview({ flow: { changes, wasOutdated, look } }: { flow: PublishFlow }) {
  return (
    <Notice tone="caution" role="alert" title={wasOutdated ? said.title : said.changed}>
      {changes !== null && changes.length > 0 && (
        <ul>
          {changes.map(({ name, before, now }) => (
            <li key={name}>
              <RemoteName name={name} />: {said.way(before, now)}
            </li>
          ))}
        </ul>
      )}
      {changes !== null && changes.length === 0 && <p>{said.contents}</p>}
      <p>{said.advice}</p>
      <Button size="xs" variant="default" onClick={look}>
        {said.looked}
      </Button>
    </Notice>
  );
}

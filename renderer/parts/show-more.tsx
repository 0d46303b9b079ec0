// Below a long list: how much of it is shown, and the way to the rest.
import { Button } from '@mantine/core';
import { words } from '../text/words.ts';

export function ShowMore({ shown, all, onMore }: { shown: number; all: number; onMore: () => void }) {
  return (
    all > shown && (
      <div className="row row-wrap">
        <span className="quiet small">{words.controls.showMore.firstOf(shown, all)}</span>
        <Button variant="default" size="compact-xs" onClick={onMore}>
          {words.controls.showMore.verb}
        </Button>
      </div>
    )
  );
}

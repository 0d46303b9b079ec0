// Says that the preview below is not the ordinary one, what it is, and how to leave it. It takes the focus when it
// appears: the button that asked for it is far down the page.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { aimKey, PUSH } from '../state/publish-aim.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { When } from '../../parts/when.tsx';

const said = words.publish.aim;

export function AimNotice({ flow }: { flow: PublishFlow }) {
  return flow.aim.act === 'push' ? null : <Shown key={aimKey(flow.aim)} flow={flow} />;
}

function Shown({ flow: { aim, takeAim, push } }: { flow: PublishFlow }) {
  const kind = aim.act === 'clear' ? 'clear' : aim.act === 'rollback' && aim.to !== null ? 'former' : 'undo';
  const meaning =
    aim.act === 'rollback' && aim.to !== null
      ? say(said.means.former(<When at={aim.to.at} precision="second" />))
      : said.means[aim.act === 'clear' ? 'clear' : 'undo'];
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone={aim.act === 'clear' ? 'danger' : 'caution'} title={said.title[kind]}>
        <p>
          {meaning} {said.nothingYet}
        </p>
        <div className="row">
          <Button
            size="xs"
            variant="default"
            disabled={push.busy}
            onClick={(event) => {
              event.currentTarget.closest('main')?.querySelector('h1')?.focus();
              takeAim(PUSH);
            }}
          >
            {said.leave}
          </Button>
        </div>
      </Notice>
    </div>
  );
}

// Says that the preview below is not the ordinary one, what it is, and how to leave it. It takes the focus when it
// appears: the button that asked for it is far down the page.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { aimKey, PUSH, type PublishAim } from '../state/publish-aim.ts';
import type { PublishFlow } from '../state/publish-flow.ts';
import { Notice } from './notice.tsx';
import { When } from './when.tsx';

export function AimNotice({ flow }: { flow: PublishFlow }) {
  return flow.aim.act === 'push' ? null : <Shown key={aimKey(flow.aim)} flow={flow} />;
}

function Shown({ flow: { aim, takeAim, push } }: { flow: PublishFlow }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone={aim.act === 'clear' ? 'danger' : 'caution'} title={titleOf(aim)}>
        <p>
          <Meaning aim={aim} /> Nothing happens before you press the button of step 2.
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
            Leave this preview
          </Button>
        </div>
      </Notice>
    </div>
  );
}

function titleOf(aim: PublishAim): string {
  if (aim.act === 'clear') {
    return 'You are previewing the deletion of the whole set.';
  }
  return aim.act === 'rollback' && aim.to !== null
    ? 'You are previewing the return of a former set.'
    : 'You are previewing the undoing of the last publication.';
}

function Meaning({ aim }: { aim: PublishAim }) {
  if (aim.act === 'clear') {
    return 'Every token that a key of this set signed is refused from then on, as soon as verifiers look again.';
  }
  if (aim.act === 'rollback' && aim.to !== null) {
    return (
      <>
        It is what went out on <When at={aim.to.at} precision="second" />. Keys of others that came since then stay.
      </>
    );
  }
  return 'It is the set that the last publication replaced. Keys of others that came since then stay.';
}

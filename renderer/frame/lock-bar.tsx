// Over every screen: that it is locked, and the way out; or that it is about to be.
import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../parts/notice.tsx';
import { words } from '../text/words.ts';
import { useLock, useLockKey, useLocksSoon } from '../state/lock.ts';

const LOCK = words.lock;

export function LockBar() {
  const lock = useLock();
  const soon = useLocksSoon();
  useLockKey(lock);
  if (lock.state === 'locked') {
    return (
      <div className="shell-alarm">
        <Notice tone="caution" role="alert" title={LOCK.locked}>
          <p>{LOCK.means}</p>
          <Button
            size="xs"
            leftSection={<IconLock size={14} aria-hidden />}
            loading={lock.unlocking.busy}
            onClick={() => void lock.unlock()}
          >
            {LOCK.unlock}
          </Button>
        </Notice>
        <Failure error={lock.unlocking.error} />
      </div>
    );
  }
  return lock.state === 'none' || soon === null ? null : (
    <div className="shell-alarm">
      <Notice tone="caution" role="alert" title={LOCK.soon(soon)}>
        <p>{LOCK.soonMeans}</p>
      </Notice>
    </div>
  );
}

// What a read waits for, after a moment of patience, with the way to leave it; and what is said once it was left.
import { Button } from '@mantine/core';
import { usePatience } from '../state/progress.ts';
import { words } from '../text/words.ts';
import { Notice } from './notice.tsx';
import { StopButton } from './stop-button.tsx';
import './working.css';

const CANCEL = words.controls.cancel;

interface ReadingProps {
  busy: boolean;
  /** Whose answer is waited for. */
  from: string;
  onStop: () => void;
}

export function Reading({ busy, from, onStop }: ReadingProps) {
  const visible = usePatience(busy);
  return (
    <div className="reading" data-visible={visible}>
      <span role="status" className="working">
        {visible && CANCEL.waitingFor(from)}
      </span>
      {visible && <StopButton what={CANCEL.reading} onStop={onStop} />}
    </div>
  );
}

/** Calm: it is what the officer asked for. */
export function Stopped({ onRetry }: { onRetry?: (() => void) | undefined }) {
  return (
    <Notice tone="info" role="status" title={CANCEL.stopped}>
      {onRetry && (
        <div className="row">
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.common.tryAgain}
          </Button>
        </div>
      )}
    </Notice>
  );
}

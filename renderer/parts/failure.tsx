// Every error of the window: what happened, what to do, the code, and the details to hand on.
import { Button } from '@mantine/core';
import { wireErrorOf } from '../bridge.ts';
import type { WireError } from '../../shared/errors.ts';
import { hrefOf, useRoute } from '../state/route.ts';
import { wayOut } from '../state/way-out.ts';
import { words } from '../text/words.ts';
import { CopyButton } from './copy-button.tsx';
import { Notice } from './notice.tsx';
import { SecondOfficer } from './second-officer.tsx';
import { Stopped } from './reading.tsx';

interface FailureProps {
  /** Any thrown value; nothing is drawn for `null`. */
  error: unknown;
  onRetry?: () => void;
}

export function Failure({ error, onRetry }: FailureProps) {
  if (error === null || error === undefined) {
    return null;
  }
  const wire = wireErrorOf(error);
  if (wire.code === 'CANCELLED') {
    return <Stopped onRetry={onRetry} />;
  }
  return <Told wire={wire} onRetry={onRetry} />;
}

function Told({ wire, onRetry }: { wire: WireError; onRetry: (() => void) | undefined }) {
  const { message, advice } = words.shared.error(wire);
  const way = wayOut(wire, useRoute());
  return (
    <Notice tone="danger" role="alert" title={message}>
      <p>{advice}</p>
      <div className="row row-wrap">
        {way && (
          <Button component="a" size="xs" href={hrefOf(way.route)}>
            {words.controls.wayOut[way.of]}
          </Button>
        )}
        <SecondOfficer wire={wire} />
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {words.common.tryAgain}
          </Button>
        )}
        <CopyButton wide what={words.controls.copy.details} value={JSON.stringify(wire, null, 2)} />
        <span className="mono quiet">{wire.code}</span>
      </div>
    </Notice>
  );
}

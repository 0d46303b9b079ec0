// A failure of the way to a tenant. For a sandbox tenant the other end is inside this app, so that starting it is the way out.
import { type EndpointKind, isHere } from '../../../shared/domain/endpoints.ts';
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { REACHED_NOBODY } from '../../../shared/domain/published-set/outbox.ts';
import { wireErrorOf } from '../../bridge.ts';
import { useSandbox } from '../../settings/state/sandbox.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Working } from '../../parts/working.tsx';
import { words } from '../../text/words.ts';

const said = words.addTenant.sandbox;

interface TenantFailureProps {
  endpoint: EndpointKind;
  error: unknown;
  onRetry: () => void;
}

export function TenantFailure({ endpoint, error, onRetry }: TenantFailureProps) {
  return (
    <div className="stack">
      <Failure error={error} onRetry={onRetry} />
      {isHere(endpoint) && REACHED_NOBODY.has(wireErrorOf(error).code) && <StartSandbox onStarted={onRetry} />}
    </div>
  );
}

function StartSandbox({ onStarted }: { onStarted: () => void }) {
  const { url, command, start, look } = useSandbox();
  const checkNow = useEffectEvent(() => void look());
  // What was known of it is older than the failure.
  useEffect(() => checkNow(), []);

  async function startAndRetry() {
    if (await start()) {
      onStarted();
    }
  }

  if (url !== null) {
    return url === undefined ? null : (
      <Notice tone="info" title={said.runsAt(url.replace(/^http:\/\//, ''))}>
        <p>{said.tryAgain}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="info" title={said.away}>
      <p>{said.awayMeans}</p>
      <Failure error={command.error} />
      <div className="row">
        <Button
          size="xs"
          leftSection={<IconPlayerPlay size={14} aria-hidden />}
          loading={command.busy}
          onClick={() => void startAndRetry()}
        >
          {said.startAndTry}
        </Button>
        <Working channel="sandbox.start" busy={command.busy} label={said.starting} />
      </div>
    </Notice>
  );
}

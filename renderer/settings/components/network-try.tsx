// Tries the way to every tenant, as far as a request would go, and says how far it came. Nothing is sent.
import { Button } from '@mantine/core';
import type { NetworkTest } from '../../../shared/domain/network.ts';
import { useCommand } from '../../state/commands.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';

const NETWORK = words.network;

export function NetworkTry() {
  const attempt = useCommand('network.test', { endsWithScreen: true });
  return (
    <>
      <div>
        <Button variant="default" size="sm" loading={attempt.busy} onClick={() => void attempt.run({})}>
          {NETWORK.test}
        </Button>
      </div>
      <Failure error={attempt.error} />
      <div className="stack" role="status">
        {attempt.result?.length === 0 && <p className="quiet">{NETWORK.noTenants}</p>}
        {attempt.result?.map((each) => (
          <Outcome key={`${each.tenant} ${each.host}`} outcome={each} />
        ))}
      </div>
    </>
  );
}

function Outcome({ outcome: { tenant, host, reached, error } }: { outcome: NetworkTest }) {
  if (reached !== null) {
    return (
      <Notice tone="good" title={NETWORK.reached(tenant, host, reached)}>
        <p>{NETWORK.way(reached.route)}</p>
      </Notice>
    );
  }
  const said = error === null ? null : words.shared.error(error);
  return (
    <Notice tone="danger" title={NETWORK.notReached(tenant, host)}>
      <p>
        {said?.message} {said?.advice}
      </p>
    </Notice>
  );
}

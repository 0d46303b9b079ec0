// An alarm that no screen of the tenant hides: somebody else's key is published, or a revoked one is back.
import type { DriftReport } from '../../shared/drift.ts';
import { alarmsOf } from '../state/drift.ts';
import { hrefOf } from '../state/route.ts';
import { count } from '../text/hex.ts';
import { Notice } from './notice.tsx';

export function DriftAlarm({ drift }: { drift: DriftReport | null }) {
  const alarms = alarmsOf(drift);
  if (drift === null || alarms.length === 0) {
    return null;
  }
  return (
    <div className="band-alarm">
      <Notice tone="danger" title={`Alarm: ${count(alarms.length, 'key')} published that should not be.`}>
        <p>
          <span className="mono">{alarms.map(({ kid }) => kid).join(', ')}</span>{' '}
          <a className="link" href={hrefOf({ screen: 'publish', tenant: drift.tenant })}>
            See what was found and what to do
          </a>
        </p>
      </Notice>
    </div>
  );
}

// An alarm that no screen of the tenant hides: somebody else's key is published, or a revoked one is back.
import type { DriftReport } from '../../../shared/drift.ts';
import { alarmsOf } from '../../state/drift.ts';
import { hrefOf } from '../../state/route.ts';
import { Notice } from '../parts/notice.tsx';
import { words } from '../../words/words.ts';

export function DriftAlarm({ drift }: { drift: DriftReport | null }) {
  const alarms = alarmsOf(drift);
  if (drift === null || alarms.length === 0) {
    return null;
  }
  return (
    <div className="band-alarm">
      <Notice tone="danger" title={words.fleet.drift.alarmTitle(alarms.length)}>
        <p>
          <span className="mono">{alarms.map(({ kid }) => kid).join(', ')}</span>{' '}
          <a className="link" href={hrefOf({ screen: 'publish', tenant: drift.tenant })}>
            {words.fleet.drift.see}
          </a>
        </p>
      </Notice>
    </div>
  );
}

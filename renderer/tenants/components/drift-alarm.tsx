// An alarm that no screen of the tenant hides: a private key is public, somebody else's key is published, or a revoked one
// is back.
import { type DriftReport, isCompromised, isExposure } from '../../../shared/domain/published-set/drift-report.ts';
import { alarmsOf } from '../state/drift.ts';
import { hrefOf } from '../../state/route.ts';
import { Notice } from '../../parts/notice.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';
import { words } from '../../text/words.ts';

export function DriftAlarm({ drift }: { drift: DriftReport | null }) {
  const alarms = alarmsOf(drift);
  const compromised = alarms.filter(isCompromised);
  const exposures = alarms.filter(isExposure);
  if (drift === null || alarms.length === 0) {
    return null;
  }
  return (
    <div className="band-alarm">
      <Notice
        tone="danger"
        title={
          compromised.length > 0
            ? words.watch.compromised(compromised.length)
            : exposures.length > 0
              ? words.watch.exposed(exposures.length)
              : words.fleet.drift.alarmTitle(alarms.length)
        }
      >
        <p>
          <RemoteName name={alarms.map(({ kid }) => kid).join(', ')} />{' '}
          <a className="link" href={hrefOf({ screen: 'publish', tenant: drift.tenant })}>
            {words.fleet.drift.see}
          </a>
        </p>
      </Notice>
    </div>
  );
}

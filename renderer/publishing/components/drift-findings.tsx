// What a look at the published set found: each key with what it means and what to do, alarms apart from the rest.
import {
  isAlarm,
  isCompromised,
  isExposure,
  type DriftFinding,
} from '../../../shared/domain/published-set/drift-report.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { RemoteName } from '../../parts/remote-name.tsx';

export function DriftFindings({ findings }: { findings: readonly DriftFinding[] }) {
  const compromised = findings.filter(isCompromised);
  const exposures = findings.filter(isExposure);
  const alarms = findings.filter((finding) => isAlarm(finding) && !isExposure(finding) && !isCompromised(finding));
  const rest = findings.filter((finding) => !isAlarm(finding));
  return (
    <>
      {compromised.length > 0 && (
        <Notice tone="danger" role="alert" title={words.watch.compromised(compromised.length)}>
          <List findings={compromised} />
        </Notice>
      )}
      {exposures.length > 0 && (
        <Notice tone="danger" role="alert" title={words.watch.exposed(exposures.length)}>
          <List findings={exposures} />
        </Notice>
      )}
      {alarms.length > 0 && (
        <Notice tone="danger" role="alert" title={words.watch.alarm}>
          <List findings={alarms} />
        </Notice>
      )}
      {rest.length > 0 && (
        <Notice tone="caution" role="status" title={words.watch.drifted}>
          <List findings={rest} />
        </Notice>
      )}
    </>
  );
}

function List({ findings }: { findings: readonly DriftFinding[] }) {
  return (
    <ul>
      {findings.map(({ kind, kid, members = [] }) => (
        <li key={`${kind} ${kid}`}>
          {say(
            words.watch.finding(
              <RemoteName name={kid} />,
              words.shared.drift[kind].what,
              words.shared.drift[kind].todo,
            ),
          )}
          {members.length > 0 && ` ${words.watch.members(members.join(', '))}`}
        </li>
      ))}
    </ul>
  );
}

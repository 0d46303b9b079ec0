// What a look at the published set found: each key with what it means and what to do, alarms apart from the rest.
import { isAlarm, type DriftFinding } from '../../../shared/drift.ts';
import { words } from '../../words/words.ts';
import { Notice } from '../parts/notice.tsx';

export function DriftFindings({ findings }: { findings: readonly DriftFinding[] }) {
  const alarms = findings.filter(isAlarm);
  const rest = findings.filter((finding) => !isAlarm(finding));
  return (
    <>
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
      {findings.map(({ kind, kid }) => (
        <li key={`${kind} ${kid}`}>
          {words.watch.finding(
            <span className="mono">{kid}</span>,
            words.shared.drift[kind].what,
            words.shared.drift[kind].todo,
          )}
        </li>
      ))}
    </ul>
  );
}

// What a look at the published set found: each key with what it means and what to do, alarms apart from the rest.
import { DRIFT_WORDS, isAlarm, type DriftFinding } from '../../shared/drift.ts';
import { Notice } from './notice.tsx';

export function DriftFindings({ findings }: { findings: readonly DriftFinding[] }) {
  const alarms = findings.filter(isAlarm);
  const rest = findings.filter((finding) => !isAlarm(finding));
  return (
    <>
      {alarms.length > 0 && (
        <Notice tone="danger" role="alert" title="Alarm: keys are accepted that should not be.">
          <List findings={alarms} />
        </Notice>
      )}
      {rest.length > 0 && (
        <Notice tone="caution" role="status" title="The published set is not as it was pushed.">
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
          <span className="mono">{kid}</span> {DRIFT_WORDS[kind].what}. {DRIFT_WORDS[kind].todo}
        </li>
      ))}
    </ul>
  );
}

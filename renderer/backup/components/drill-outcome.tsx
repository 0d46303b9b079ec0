// How a drill went, and what is here and not in that backup.
import type { DrillReport } from '../../../shared/domain/backup/backup.ts';
import { dayAndTime } from '../../text/dates.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';

const SAID = words.backup.recovery;
const NAMED = 8;

export function DrillOutcome({ outcome, file, backup, privateHalves, notInIt, problem }: DrillReport) {
  if (outcome === 'failed' || backup === null) {
    return (
      <Notice tone="danger" role="alert" title={SAID.failed(file)}>
        <p>{SAID.failedMeans}</p>
        <Failure error={problem} />
      </Notice>
    );
  }
  return (
    <Notice tone="good" role="status" title={SAID.passed(file)}>
      <p>{SAID.passedMeans(dayAndTime(backup.madeAt), privateHalves)}</p>
      {notInIt.length > 0 && (
        <>
          <p>{SAID.notInIt(notInIt.length)}</p>
          <ul className="plain-list backup-links">
            {notInIt.slice(0, NAMED).map(({ tenant, kid }) => (
              <li key={`${tenant} ${kid}`}>
                {tenant} <span className="mono">{shortKid(kid)}</span>
              </li>
            ))}
            {notInIt.length > NAMED && <li>{words.backup.status.more(notInIt.length - NAMED)}</li>}
          </ul>
        </>
      )}
    </Notice>
  );
}

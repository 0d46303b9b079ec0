// When a key is revoked: everybody who was given a copy of it, once more. That nobody was is said too, and so is
// that the ledger could not be read: in an emergency the two must not look alike.
import { useHandOvers } from '../state/queries.ts';
import { HAND_OVER, PRIVATE_FORMAT } from '../state/hand-over-words.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { When } from '../../parts/when.tsx';

interface HoldersNoticeProps {
  tenant: string;
  kid: string;
  /** Whoever ever had a copy; otherwise those whose copies may still be there. */
  ever: boolean;
}

export function HoldersNotice({ tenant, kid, ever }: HoldersNoticeProps) {
  const { data: entries, error, refetch } = useHandOvers({ tenant, kid, ...(ever ? {} : { out: true }) });
  if (error !== null || entries === undefined) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  if (entries.length === 0) {
    return <p className="quiet small">{ever ? HAND_OVER.none : words.handOver.noneOut}</p>;
  }
  return (
    <Notice
      tone="caution"
      title={ever ? words.emergency.holders.title(entries.length) : words.handOver.stillOut(entries.length)}
    >
      <ul>
        {entries.map(({ number, to, at, format, savedAt, destroyedAt }) => (
          <li key={number}>
            {say(
              words.emergency.holders.entry(to, PRIVATE_FORMAT[format].name, <When at={at} precision="day" />, number),
            )}
            {savedAt === null && `, ${words.emergency.holders.perhapsNotWritten}`}
            {destroyedAt !== null && `, ${HAND_OVER.table.destroyed}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

// What is to be done about backups, where what is due is listed.
import { backupDue } from '../../../shared/domain/backup/backup.ts';
import { useNowNear } from '../../state/now.ts';
import { hrefOf } from '../../state/route.ts';
import { words } from '../../text/words.ts';
import { Notice } from '../../parts/notice.tsx';
import { useBackupStatus } from '../state/queries.ts';

export function BackupDueNotice() {
  const { data } = useBackupStatus();
  const now = useNowNear(data?.drillDueAt ?? null);
  const due = data === undefined ? null : backupDue(data, new Date(now).toISOString());
  return due === null ? null : (
    <Notice tone="caution" title={words.shared.backupDue(due).join(' · ')}>
      <p>
        <a className="link" href={hrefOf({ screen: 'backup' })}>
          {words.backup.title}
        </a>
      </p>
    </Notice>
  );
}

// The last backup and the last drill, the keys that are in none, and making one: the passphrase, the recipient and the place are
// asked for outside this page.
import { Button, Skeleton } from '@mantine/core';
import { IconKey, IconUser, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { Backup, BackupStatus } from '../../../shared/domain/backup/backup.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { dayAndTime, dayOf } from '../../text/dates.ts';
import { shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { useBackupStatus } from '../state/queries.ts';
import { SharesDialog } from './shares-dialog.tsx';

const SAID = words.backup.status;

export function Backups() {
  const { data: status, error, refetch } = useBackupStatus();
  return (
    <Section title={SAID.title} lead={SAID.lead} actions={<Make />}>
      <Failure error={error} onRetry={() => void refetch()} />
      {status === undefined && error === null && <Skeleton height={90} radius="lg" />}
      {status !== undefined && <Shown {...status} />}
    </Section>
  );
}

function Make() {
  const create = useCommand('backup.create');
  const [sharing, setSharing] = useState(false);
  const tell = (made: Backup | null) => announce(made === null ? SAID.nothing : SAID.made(made.file, made.keys));
  const make = async (protection: 'passphrase' | 'recipient') => {
    const outcome = await create.run({ protection });
    if (outcome.done) {
      tell(outcome.result);
    }
  };
  return (
    <>
      <Button
        size="xs"
        loading={create.busy}
        leftSection={<IconKey size={15} aria-hidden />}
        onClick={() => void make('passphrase')}
      >
        {SAID.underPassphrase}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={create.busy}
        leftSection={<IconUser size={15} aria-hidden />}
        onClick={() => void make('recipient')}
      >
        {SAID.forRecipient}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={create.busy}
        leftSection={<IconUsers size={15} aria-hidden />}
        onClick={() => setSharing(true)}
      >
        {SAID.forShares}
      </Button>
      {sharing && (
        <SharesDialog
          onClose={(made) => {
            setSharing(false);
            if (made !== undefined) {
              tell(made);
            }
          }}
        />
      )}
      <Failure error={create.error} />
    </>
  );
}

const NAMED = 8;

function Shown({ last, lastDrill, drillDueAt, unsaved }: BackupStatus) {
  return (
    <>
      <Facts>
        <Fact name={SAID.last}>
          {last === null ? SAID.none : `${dayAndTime(last.at)}: ${last.file}, ${SAID.holds(last.keys)}`}
        </Fact>
        <Fact name={SAID.drill}>
          {lastDrill === null ? SAID.neverDrilled : `${dayAndTime(lastDrill.at)}: ${SAID.outcome[lastDrill.outcome]}`}
          {drillDueAt === null ? '' : `, ${SAID.due(dayOf(drillDueAt))}`}
        </Fact>
      </Facts>
      {unsaved.length === 0 ? (
        // Without a backup and without keys there is nothing to say.
        last !== null && <p className="quiet small">{SAID.allSaved}</p>
      ) : (
        <Notice tone="caution" title={SAID.unsaved(unsaved.length)}>
          <p>{SAID.unsavedMeans}</p>
          <ul className="plain-list backup-links">
            {unsaved.slice(0, NAMED).map(({ tenant, kid }) => (
              <li key={`${tenant} ${kid}`}>
                {tenant} <span className="mono">{shortKid(kid)}</span>
              </li>
            ))}
            {unsaved.length > NAMED && <li>{SAID.more(unsaved.length - NAMED)}</li>}
          </ul>
        </Notice>
      )}
    </>
  );
}

// What a restore would do, tenant by tenant; then the restore itself, and the proof that what came in can be used.
import { Button, Table } from '@mantine/core';
import type { RestorePreview, TenantPreview } from '../../../shared/domain/backup/restore.ts';
import { useCommand } from '../../state/commands.ts';
import { dayAndTime } from '../../text/dates.ts';
import { words } from '../../text/words.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Working } from '../../parts/working.tsx';
import { RestoreOutcome } from './restore-outcome.tsx';

const SAID = words.backup.recovery;

interface RestorePreviewedProps {
  preview: RestorePreview;
  /** The preview is not wanted any more. */
  onDone: () => void;
}

export function RestorePreviewed({ preview, onDone }: RestorePreviewedProps) {
  const restore = useCommand('backup.restore');
  const { backup, empty, tenants, hash } = preview;
  if (restore.result) {
    return <RestoreOutcome restored={restore.result} />;
  }
  const nothing = tenants.every(({ verdict, privateHalves }) => verdict.is !== 'new' && privateHalves.length === 0);
  return (
    <div className="stack">
      <Facts>
        <Fact name={SAID.madeAt}>{dayAndTime(backup.madeAt)}</Fact>
        <Fact name={SAID.device}>
          <Fingerprint what={SAID.device} value={backup.device} />
        </Fact>
        <Fact name={SAID.chain}>{empty ? SAID.chainFrom(backup.audit.entries) : SAID.chainStays}</Fact>
      </Facts>
      <DataTable caption={SAID.caption} heads={[SAID.tenant, SAID.becomes, SAID.keys]} maxHeight={360} spacing={6}>
        {tenants.map((tenant) => (
          <Row key={tenant.tenant} {...tenant} />
        ))}
      </DataTable>
      {nothing && <p>{SAID.nothingToDo}</p>}
      <Working
        channel="backup.restore"
        busy={restore.busy}
        label={SAID.restoring}
        cancel={{ command: restore, what: SAID.theRestore }}
      />
      <Failure error={restore.error} />
      <div className="row">
        <Button
          size="xs"
          variant="light"
          loading={restore.busy}
          disabled={nothing}
          onClick={() => void restore.run({ hash })}
        >
          {SAID.restore}
        </Button>
        <Button size="xs" variant="default" disabled={restore.busy} onClick={onDone}>
          {SAID.leave}
        </Button>
      </div>
    </div>
  );
}

function Row({ tenant, verdict, privateHalves, without }: TenantPreview) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{tenant}</Table.Th>
      <Table.Td>{verdict.is === 'conflict' ? SAID.conflicts[verdict.why] : SAID.verdicts[verdict.is]}</Table.Td>
      <Table.Td>
        {privateHalves.length > 0 && SAID.coming(privateHalves.length)}
        {without.length > 0 && <strong> {SAID.without(without.length)}</strong>}
      </Table.Td>
    </Table.Tr>
  );
}

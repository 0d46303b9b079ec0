// The ledger of private keys that left, as rows: who got which, when, and in what form.
import { Button, Table } from '@mantine/core';
import { useState } from 'react';
import type { HandOver } from '../../../shared/domain/exports/hand-over.ts';
import { PRIVATE_FORMAT } from '../state/hand-over-words.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { ConfirmCopyDialog, CopyDestroyedDialog } from './copy-dialogs.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Kid } from '../../parts/kid.tsx';
import { When } from '../../parts/when.tsx';

const said = words.handOver.table;

interface HandOverTableProps {
  caption: string;
  entries: readonly HandOver[];
  /** Left out where all entries are of one key. */
  withKid?: boolean;
}

export function HandOverTable({ caption, entries, withKid = false }: HandOverTableProps) {
  return (
    <DataTable
      caption={caption}
      heads={[said.number, said.when, said.to, ...(withKid ? [said.kid] : []), said.form, said.file, said.copy]}
      minWidth={560}
      spacing={6}
    >
      {entries.map((entry) => (
        <Row key={entry.number} entry={entry} withKid={withKid} />
      ))}
    </DataTable>
  );
}

function Row({ entry, withKid }: { entry: HandOver; withKid: boolean }) {
  const { number, at, to, actor, kid, format, recipient, sha256, savedAt } = entry;
  const [asking, setAsking] = useState<'confirm' | 'destroyed' | null>(null);
  const close = () => setAsking(null);
  const protection = said.protection(entry.protection);
  return (
    <Table.Tr>
      <Table.Td className="numbers">{number}</Table.Td>
      <Table.Td>
        <When at={at} />
      </Table.Td>
      <Table.Td>
        {to}
        <span className="table-second">{said.by(actor)}</span>
      </Table.Td>
      {withKid && (
        <Table.Td>
          <Kid kid={kid} copyable={false} />
        </Table.Td>
      )}
      <Table.Td>
        {PRIVATE_FORMAT[format].name}
        <span className="table-second">
          {recipient === null
            ? protection
            : say(said.protectedFor(protection, <span className="mono">{recipient}</span>))}
        </span>
      </Table.Td>
      <Table.Td>
        {savedAt === null ? said.perhapsNot : said.written}
        <span className="table-second mono" title={sha256}>
          {sha256.slice(0, 16)}…
        </span>
      </Table.Td>
      <Table.Td>
        <Copy entry={entry} onAsk={setAsking} />
        {asking === 'confirm' && <ConfirmCopyDialog copy={entry} onClose={close} />}
        {asking === 'destroyed' && <CopyDestroyedDialog copy={entry} onClose={close} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** What is known of it, and what can still be said. */
function Copy({ entry, onAsk }: { entry: HandOver; onAsk: (about: 'confirm' | 'destroyed') => void }) {
  const { number, confirmedAt, confirmedBy, destroyedAt, destroyedHow } = entry;
  if (destroyedAt !== null) {
    return (
      <>
        {said.destroyed} <When at={destroyedAt} precision="day" />
        <span className="table-second">{destroyedHow}</span>
      </>
    );
  }
  return (
    <>
      {confirmedAt === null || confirmedBy === null ? (
        said.unconfirmed
      ) : (
        <>
          {said.confirmed} <When at={confirmedAt} precision="day" />
          <span className="table-second">{said.confirmedBy[confirmedBy]}</span>
        </>
      )}
      <div role="group" aria-label={said.actsOf(number)} className="row row-wrap">
        {confirmedAt === null && (
          <Button size="compact-xs" variant="default" onClick={() => onAsk('confirm')}>
            {said.confirm}
          </Button>
        )}
        <Button size="compact-xs" variant="default" onClick={() => onAsk('destroyed')}>
          {said.destroy}
        </Button>
      </div>
    </>
  );
}

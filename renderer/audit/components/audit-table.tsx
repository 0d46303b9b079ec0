// Entries of the audit log as rows, with their details and hashes one click away.
import { ActionIcon, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import type { AuditEntry } from '../../../shared/domain/audit/entry.ts';
import { actionWord } from '../../text/model.ts';
import { words } from '../../text/words.ts';
import { CodeView } from '../../parts/code-view.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { When } from '../../parts/when.tsx';
import './audit-table.css';
import { DataTable } from '../../parts/data-table.tsx';
import { Octets } from '../../parts/octets.tsx';

const AUDIT = words.audit;

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <DataTable
      caption={AUDIT.caption}
      heads={[AUDIT.number, words.common.when, words.common.what, AUDIT.subject, AUDIT.who, { unseen: AUDIT.details }]}
      minWidth={640}
      spacing={6}
      className="audit-table"
      empty={AUDIT.noMatch}
    >
      {entries.map((entry) => (
        <EntryRows key={entry.seq} entry={entry} />
      ))}
    </DataTable>
  );
}

function EntryRows({ entry }: { entry: AuditEntry }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <Fragment>
      <Table.Tr data-open={open}>
        <Table.Td className="numbers quiet">{entry.seq}</Table.Td>
        <Table.Td className="audit-when">
          <When at={entry.at} precision="second" />
        </Table.Td>
        <Table.Td className="audit-what">{actionWord(entry.action)}</Table.Td>
        <Table.Td className="audit-subject">{entry.subject}</Table.Td>
        <Table.Td className="quiet">{entry.actor}</Table.Td>
        <Table.Td>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={AUDIT.detailsOf(entry.seq)}
            aria-expanded={open}
            {...(open ? { 'aria-controls': id } : {})}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          </ActionIcon>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr id={id}>
          <Table.Td colSpan={6} className="audit-details">
            <EntryDetails entry={entry} />
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}

function EntryDetails({ entry }: { entry: AuditEntry }) {
  return (
    <div className="audit-detail-columns">
      <CodeView label={AUDIT.detailsOf(entry.seq)} text={JSON.stringify(entry.details, null, 2)} wrap maxHeight={200} />
      <Facts>
        <Fact name={AUDIT.action}>
          <span className="mono">{entry.action}</span>
        </Fact>
        <Fact name={AUDIT.hash}>
          <Octets value={entry.hash} />
        </Fact>
        <Fact name={AUDIT.hashBefore}>
          <Octets value={entry.previousHash} />
        </Fact>
      </Facts>
    </div>
  );
}

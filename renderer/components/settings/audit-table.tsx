// Entries of the audit log as rows, with their details and hashes one click away.
import { ActionIcon, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import { actionWord } from '../../text/words.ts';
import { words } from '../../words/words.ts';
import { CodeView } from '../parts/code-view.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { When } from '../parts/when.tsx';
import './audit-table.css';
import '../parts/data-table.css';

const AUDIT = words.audit;

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  if (entries.length === 0) {
    return <p className="audit-none">{AUDIT.noMatch}</p>;
  }
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table verticalSpacing={6} className="data-table audit-table">
        <caption className="table-caption">{AUDIT.caption}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{AUDIT.number}</Table.Th>
            <Table.Th scope="col">{words.common.when}</Table.Th>
            <Table.Th scope="col">{words.common.what}</Table.Th>
            <Table.Th scope="col">{AUDIT.subject}</Table.Th>
            <Table.Th scope="col">{AUDIT.who}</Table.Th>
            <Table.Th scope="col">
              <span className="table-caption">{AUDIT.details}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <EntryRows key={entry.seq} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
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
          <span className="mono">{entry.hash}</span>
        </Fact>
        <Fact name={AUDIT.hashBefore}>
          <span className="mono">{entry.previousHash}</span>
        </Fact>
      </Facts>
    </div>
  );
}

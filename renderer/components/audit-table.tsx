// Entries of the audit log as rows, with their details and hashes one click away.
import { ActionIcon, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import type { AuditEntry } from '../../shared/model.ts';
import { actionWord } from '../text/words.ts';
import { CodeView } from './code-view.tsx';
import { Fact, Facts } from './facts.tsx';
import { When } from './when.tsx';
import './audit-table.css';
import './data-table.css';

export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  if (entries.length === 0) {
    return <p className="audit-none">No entry matches. Try fewer words.</p>;
  }
  return (
    <Table.ScrollContainer minWidth={640} type="native">
      <Table verticalSpacing={6} className="data-table audit-table">
        <caption className="table-caption">Audit entries, newest first</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">No.</Table.Th>
            <Table.Th scope="col">When</Table.Th>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">Subject</Table.Th>
            <Table.Th scope="col">Who</Table.Th>
            <Table.Th scope="col">
              <span className="table-caption">Details</span>
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
            aria-label={`Details of entry ${entry.seq}`}
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
      <CodeView
        label={`Details of entry ${entry.seq}`}
        text={JSON.stringify(entry.details, null, 2)}
        wrap
        maxHeight={200}
      />
      <Facts>
        <Fact name="Action">
          <span className="mono">{entry.action}</span>
        </Fact>
        <Fact name="Hash">
          <span className="mono">{entry.hash}</span>
        </Fact>
        <Fact name="Hash before">
          <span className="mono">{entry.previousHash}</span>
        </Fact>
      </Facts>
    </div>
  );
}

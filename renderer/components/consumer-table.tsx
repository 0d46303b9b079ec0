// The register as rows: who it is, how it verifies, which file it takes, and its last word.
import { ActionIcon, Button, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Consumer, ConsumerNote, ConsumerView } from '../../shared/consumers.ts';
import { VERIFIERS } from '../../shared/verifier-catalogue.ts';
import { keepsWord, NOTE_WORD } from '../text/consumer-words.ts';
import { FORMAT } from '../text/export-formats.ts';
import { shortKid } from '../text/hex.ts';
import './data-table.css';
import { When } from './when.tsx';

interface ConsumerTableProps {
  views: readonly ConsumerView[];
  onEdit: (consumer: Consumer) => void;
  onRemove: (consumer: Consumer) => void;
}

export function ConsumerTable({ views, onEdit, onRemove }: ConsumerTableProps) {
  return (
    <Table.ScrollContainer minWidth={680} type="native" tabIndex={0}>
      <Table verticalSpacing={8} className="data-table">
        <caption className="table-caption">The register</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Consumer</Table.Th>
            <Table.Th scope="col">Verifies with</Table.Th>
            <Table.Th scope="col">Rings</Table.Th>
            <Table.Th scope="col">File</Table.Th>
            <Table.Th scope="col">Last word</Table.Th>
            <Table.Th scope="col">
              <span className="table-caption">Acts</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {views.map((view) => (
            <Row key={view.consumer.id} view={view} onEdit={onEdit} onRemove={onRemove} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({
  view: { consumer, keepsSeconds, notes },
  onEdit,
  onRemove,
}: Omit<ConsumerTableProps, 'views'> & { view: ConsumerView }) {
  const { name, contact, note, verifier, rings, format } = consumer;
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        {contact !== null && <span className="table-second">{contact}</span>}
        {note !== null && <span className="table-second">{note}</span>}
      </Table.Td>
      <Table.Td>
        {VERIFIERS[verifier].name}
        <span className="table-second">keeps keys {keepsWord(keepsSeconds)}</span>
      </Table.Td>
      <Table.Td>{rings === null ? 'all' : rings.join(', ')}</Table.Td>
      <Table.Td>{format === null ? <span className="quiet">fetches the set</span> : FORMAT[format].name}</Table.Td>
      <Table.Td>
        <LastWord note={notes.at(-1)} />
      </Table.Td>
      <Table.Td>
        <div className="row">
          <Button size="compact-xs" variant="default" aria-label={`Edit… ${name}`} onClick={() => onEdit(consumer)}>
            Edit…
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={`Remove… ${name}`}
            onClick={() => onRemove(consumer)}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function LastWord({ note }: { note: ConsumerNote | undefined }) {
  if (note === undefined) {
    return <span className="quiet">none</span>;
  }
  return (
    <>
      {NOTE_WORD[note.kind]} <span className="mono">{shortKid(note.kid)}</span>
      <span className="table-second">
        <When at={note.at} />, by {note.by}
      </span>
    </>
  );
}

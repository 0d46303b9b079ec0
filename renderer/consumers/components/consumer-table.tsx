// The register as rows: who it is, how it verifies, which file it takes, and its last word.
import { ActionIcon, Button, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Consumer, ConsumerNote, ConsumerView } from '../../../shared/domain/consumers/consumer.ts';
import { FORMAT } from '../../exports/state/export-formats.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { When } from '../../parts/when.tsx';
import { durationOf } from '../../text/durations.ts';
import { shortKid } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';

const said = words.consumers.table;

interface ConsumerTableProps {
  views: readonly ConsumerView[];
  onEdit: (consumer: Consumer) => void;
  onRemove: (consumer: Consumer) => void;
}

export function ConsumerTable({ views, onEdit, onRemove }: ConsumerTableProps) {
  return (
    <DataTable
      caption={said.caption}
      heads={[
        words.consumers.open.consumer,
        said.verifiesWith,
        said.rings,
        words.consumers.open.file,
        said.lastWord,
        { unseen: said.acts },
      ]}
      minWidth={680}
    >
      {views.map((view) => (
        <Row key={view.consumer.id} view={view} onEdit={onEdit} onRemove={onRemove} />
      ))}
    </DataTable>
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
        {words.shared.verifier[verifier].name}
        <span className="table-second">{keepsWords(keepsSeconds)}</span>
      </Table.Td>
      <Table.Td>{rings === null ? said.allRings : rings.join(', ')}</Table.Td>
      <Table.Td>{format === null ? <span className="quiet">{said.fetches}</span> : FORMAT[format].name}</Table.Td>
      <Table.Td>
        <LastWord note={notes.at(-1)} />
      </Table.Td>
      <Table.Td>
        <div className="row">
          <Button size="compact-xs" variant="default" aria-label={said.editOf(name)} onClick={() => onEdit(consumer)}>
            {said.edit}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={said.removeOf(name)}
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
    return <span className="quiet">{said.noWord}</span>;
  }
  return (
    <>
      {say(words.consumers.note[note.kind](<span className="mono">{shortKid(note.kid)}</span>))}
      <span className="table-second">{say(said.saidBy(<When at={note.at} />, note.by))}</span>
    </>
  );
}

/** `null`: the consumer never looks by itself. */
const keepsWords = (seconds: number | null): string =>
  seconds === null ? words.consumers.table.keepsUntilReplaced : words.consumers.table.keeps(durationOf(seconds));

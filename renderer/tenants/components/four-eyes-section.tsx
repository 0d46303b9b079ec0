// Who may say the second yes for the tenant, and for which acts one is wanted. The main process asks before either changes, and
// as soon as any act wants two, so does each change here.
import { Button, Checkbox, Skeleton, Table } from '@mantine/core';
import { useId, useState } from 'react';
import {
  FOUR_EYES_KINDS,
  type FourEyes,
  type FourEyesKind,
  type Officer,
} from '../../../shared/domain/four-eyes/four-eyes.ts';
import { announce } from '../../state/announce.ts';
import { useCommand } from '../../state/commands.ts';
import { begin } from '../../state/intent.ts';
import { useUnsaved } from '../../state/unsaved.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Fingerprint } from '../../parts/fingerprint.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { Working } from '../../parts/working.tsx';
import { useFourEyes } from '../../state/queries.ts';
import { words } from '../../text/words.ts';
import { AddOfficerDialog } from './add-officer-dialog.tsx';
import './four-eyes-section.css';

const SAID = words.fourEyes;

export function FourEyesSection({ tenant }: { tenant: string }) {
  const { data: found, error, refetch } = useFourEyes(tenant);
  return (
    <Section title={SAID.title} lead={SAID.lead}>
      {found === undefined ? (
        error === null ? (
          <Skeleton height={96} />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className="stack">
          <Facts>
            <Fact name={SAID.own}>
              {found.own === null ? SAID.noOwn : <Fingerprint what={SAID.fingerprint} value={found.own} />}
            </Fact>
          </Facts>
          <Officers tenant={tenant} found={found} />
          <Kinds key={found.kinds.join()} tenant={tenant} found={found} />
        </div>
      )}
    </Section>
  );
}

interface PartProps {
  tenant: string;
  found: FourEyes;
}

function Officers({ tenant, found: { officers, own } }: PartProps) {
  const remove = useCommand('officer.remove');
  const [adding, setAdding] = useState(false);

  async function letGo({ name }: Officer) {
    if ((await remove.run({ tenant, name })).done) {
      announce(SAID.removed(name));
    }
  }

  return (
    <>
      <DataTable caption={SAID.officers} heads={SAID.heads} empty={SAID.nobody} minWidth={620}>
        {officers.map((officer) => (
          <Table.Tr key={officer.device}>
            <Table.Td>
              {officer.name}
              {officer.device === own && <span className="quiet small"> {SAID.isOwn}</span>}
            </Table.Td>
            <Table.Td>
              <Fingerprint what={SAID.fingerprint} value={officer.device} />
            </Table.Td>
            <Table.Td>
              <When at={officer.addedAt} precision="day" />
            </Table.Td>
            <Table.Td>
              <Button
                variant="subtle"
                color="danger"
                size="xs"
                disabled={remove.busy}
                aria-label={SAID.remove(officer.name)}
                onClick={() => void letGo(officer)}
              >
                {SAID.removeVerb}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
      <Failure error={remove.error} />
      <div className="row row-wrap">
        <Button variant="default" size="xs" onClick={() => setAdding(true)}>
          {SAID.add}
        </Button>
        <Button variant="default" size="xs" onClick={() => begin('approval.answer')}>
          {words.controls.secondOfficer.answer}
        </Button>
        <Working channel="officer.remove" busy={remove.busy} label={SAID.working} />
      </div>
      {adding && <AddOfficerDialog tenant={tenant} onClose={() => setAdding(false)} />}
    </>
  );
}

function Kinds({ tenant, found }: PartProps) {
  const set = useCommand('fourEyes.set');
  const [chosen, setChosen] = useState<readonly FourEyesKind[]>(found.kinds);
  const means = useId();
  const isChanged = FOUR_EYES_KINDS.some((kind) => chosen.includes(kind) !== found.kinds.includes(kind));
  const saved = useUnsaved(isChanged && !set.busy);

  async function save() {
    if ((await set.run({ tenant, kinds: [...chosen] })).done) {
      saved();
      announce(SAID.set(chosen.length));
    }
  }

  return (
    <>
      <Checkbox.Group
        label={SAID.acts}
        description={SAID.actsMean}
        value={[...chosen]}
        onChange={(values) => setChosen(FOUR_EYES_KINDS.filter((kind) => values.includes(kind)))}
      >
        <div className="four-eyes-kinds">
          {FOUR_EYES_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind} label={words.shared.fourEyesKind[kind]} />
          ))}
        </div>
      </Checkbox.Group>
      <Failure error={set.error} />
      <div className="row row-wrap">
        <Button
          variant="default"
          size="xs"
          disabled={!isChanged}
          loading={set.busy}
          aria-describedby={means}
          onClick={() => void save()}
        >
          {SAID.setVerb}
        </Button>
        <span id={means} className="quiet small">
          {found.kinds.length === 0 ? SAID.off : SAID.byTwo}
        </span>
      </div>
    </>
  );
}

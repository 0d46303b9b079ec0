// What is not where it should be yet: pushes that wait for the network, bundles with a courier, sets that changed. Not drawn
// when there is nothing of the kind.
import { Button, Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { sentenceFor } from '../../shared/sentences.ts';
import type { Outbox, OwedTenant } from '../../shared/outbox.ts';
import { useCommand } from '../state/commands.ts';
import { useOutbox } from '../state/queries.ts';
import { hrefOf } from '../state/route.ts';
import { capitalised, count } from '../text/hex.ts';
import { owedWords } from '../text/outbox-words.ts';
import { Failure } from './failure.tsx';
import { Section } from './section.tsx';
import { When } from './when.tsx';
import './data-table.css';
import './due-table.css';

/** A longer table helps nobody: the rest is told by its number. */
const SHOWN = 50;

export function OutboxSection() {
  const { data, error, refetch } = useOutbox();
  if (error !== null) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const sum = data === undefined ? 0 : data.waiting.length + data.travelling.length + data.owed.length;
  return data === undefined || sum === 0 ? null : (
    <Section
      title="Not pushed yet"
      lead="What verifiers should find and cannot yet, and why. Each push starts with a fresh preview."
    >
      <OutboxTable outbox={data} />
      {sum > SHOWN && (
        <p className="quiet small">
          The first {SHOWN} of {sum}.
        </p>
      )}
    </Section>
  );
}

function OutboxTable({ outbox: { waiting, travelling, owed } }: { outbox: Outbox }) {
  const drop = useCommand('outbox.drop');
  const rows = [
    ...waiting.map(({ tenant, act, why, attempts, lastTriedAt }) => (
      <Row
        key={`waiting ${tenant}`}
        tenant={tenant}
        what={`${capitalised(act)} waits`}
        why={
          <>
            {sentenceFor(why).message} Tried {attempts === 1 ? 'once' : count(attempts, 'time')}, last{' '}
            <When at={lastTriedAt} />.
          </>
        }
        verb="Try again"
      >
        <Button size="xs" variant="default" loading={drop.busy} onClick={() => void drop.run({ tenant })}>
          Drop<VisuallyHidden> what waits for {tenant}</VisuallyHidden>
        </Button>
      </Row>
    )),
    ...travelling.map(({ id, tenant, madeAt, expiresAt, expired }) => (
      <Row
        key={id}
        tenant={tenant}
        what="With a courier"
        why={
          <>
            Bundle of <When at={madeAt} />, {expired ? 'expired' : 'good until'} <When at={expiresAt} />. No receipt
            yet.
          </>
        }
        verb="Take its receipt"
      />
    )),
    ...owed.map((one) => <OwedRow key={`owed ${one.tenant}`} owed={one} />),
  ];
  return (
    <>
      <Failure error={drop.error} />
      <Table.ScrollContainer minWidth={620} type="native">
        <Table verticalSpacing={8} className="data-table due-table">
          <caption className="table-caption">What is not pushed yet, and why</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Tenant</Table.Th>
              <Table.Th scope="col">What</Table.Th>
              <Table.Th scope="col">Why</Table.Th>
              <Table.Th scope="col">Do</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows.slice(0, SHOWN)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

const OwedRow = ({ owed }: { owed: OwedTenant }) => (
  <Row tenant={owed.tenant} what="Changed, not pushed" why={owedWords(owed)} verb="Preview" />
);

interface RowProps {
  tenant: string;
  what: string;
  why: ReactNode;
  /** Leads to the publish screen, where everything begins with a fresh preview. */
  verb: string;
  children?: ReactNode;
}

function Row({ tenant, what, why, verb, children }: RowProps) {
  return (
    <Table.Tr>
      <Table.Td>
        <a className="link" href={hrefOf({ screen: 'keys', tenant })}>
          {tenant}
        </a>
      </Table.Td>
      <Table.Td>
        <span className="due-title">{what}</span>
      </Table.Td>
      <Table.Td>{why}</Table.Td>
      <Table.Td>
        <div className="row row-wrap">
          <Button component="a" size="xs" variant="default" href={hrefOf({ screen: 'publish', tenant })}>
            {verb}
            <VisuallyHidden> for {tenant}</VisuallyHidden>
          </Button>
          {children}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

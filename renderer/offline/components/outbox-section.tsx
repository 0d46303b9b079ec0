// What is not where it should be yet: pushes that wait for the network, bundles with a courier, sets that changed. Not drawn
// when there is nothing of the kind.
import { Button, Table, VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Outbox, PendingTenant } from '../../../shared/domain/published-set/outbox.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { When } from '../../parts/when.tsx';
import { useCommand } from '../../state/commands.ts';
import { hrefOf } from '../../state/route.ts';
import { capitalised } from '../../text/hex.ts';
import { say } from '../../text/say.ts';
import { words } from '../../text/words.ts';
import { useOutbox } from '../state/queries.ts';
import '../../fleet/components/due-table.css';

/** A longer table helps nobody: the rest is told by its number, and comes when it is asked for. */
const SHOWN = 20;
const said = words.outbox;

/** `wanted`: of which tenants, by name. */
export function OutboxSection({ wanted }: { wanted: (tenant: string) => boolean }) {
  const { data, error, refetch } = useOutbox();
  const [shown, setShown] = useState(SHOWN);
  if (error !== null) {
    return <Failure error={error} onRetry={() => void refetch()} />;
  }
  const of = <T extends { tenant: string }>(rows: readonly T[] = []): T[] =>
    rows.filter(({ tenant }) => wanted(tenant));
  const outbox = { waiting: of(data?.waiting), travelling: of(data?.travelling), owed: of(data?.owed) };
  const sum = outbox.waiting.length + outbox.travelling.length + outbox.owed.length;
  return sum === 0 ? null : (
    <Section title={said.title} lead={said.lead}>
      <OutboxTable outbox={outbox} shown={shown} />
      <ShowMore shown={shown} all={sum} onMore={() => setShown(shown + SHOWN)} />
    </Section>
  );
}

function OutboxTable({ outbox: { waiting, travelling, owed }, shown }: { outbox: Outbox; shown: number }) {
  const drop = useCommand('outbox.drop');
  const rows = [
    ...waiting.map(({ tenant, act, why, attempts, lastTriedAt }) => (
      <Row
        key={`waiting ${tenant}`}
        tenant={tenant}
        what={said.waits[act]}
        why={say(said.tried(words.shared.error(why).message, attempts, <When at={lastTriedAt} />))}
        verb={words.common.tryAgain}
      >
        <Button size="xs" variant="default" loading={drop.busy} onClick={() => void drop.run({ tenant })}>
          {say(said.dropFor(hidden, tenant))}
        </Button>
      </Row>
    )),
    ...travelling.map(({ id, tenant, madeAt, expiresAt, expired }) => (
      <Row
        key={id}
        tenant={tenant}
        what={said.withCourier}
        why={say((expired ? said.bundleExpired : said.bundleGood)(<When at={madeAt} />, <When at={expiresAt} />))}
        verb={said.takeItsReceipt}
      />
    )),
    ...owed.map((one) => <PendingRow key={`owed ${one.tenant}`} owed={one} />),
  ];
  return (
    <>
      <Failure error={drop.error} />
      <DataTable
        caption={said.table}
        heads={[words.common.tenant, words.common.what, said.why, said.do]}
        minWidth={620}
        className="flush-table due-table"
      >
        {rows.slice(0, shown)}
      </DataTable>
    </>
  );
}

const PendingRow = ({ owed }: { owed: PendingTenant }) => (
  <Row tenant={owed.tenant} what={said.changed} why={pendingWords(owed)} verb={said.preview} />
);

/** For those who do not see the row that it stands in. */
const hidden = (text: string) => <VisuallyHidden>{text}</VisuallyHidden>;

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
            {say(said.verbFor(verb, hidden, tenant))}
          </Button>
          {children}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

/** What a tenant is owed, in one line for a table. */
function pendingWords({ lastPushedAt, missing, lingering, altered, reordered }: PendingTenant): string {
  const owed = words.shared.pending;
  const told = [
    ...counted(missing, 'missing'),
    ...counted(lingering, 'lingering'),
    ...counted(altered, 'altered'),
    ...(reordered ? [owed.reordered] : []),
  ];
  return `${capitalised(lastPushedAt === null ? owed.never : told.join(', '))}.`;
}

const counted = (kids: readonly string[], what: 'missing' | 'lingering' | 'altered'): string[] =>
  kids.length === 0 ? [] : [words.outbox.pending(kids.length, what)];

// The ages of the keys that sign today as bars, with those whose rotation is overdue hatched. The same stands below as a
// table, with the oldest key of each step.
import { Skeleton, Table } from '@mantine/core';
import type { ForecastEvent } from '../../../shared/domain/timing/due.ts';
import { type AgeStep, ageSteps } from '../state/key-age.ts';
import { useNow } from '../../state/now.ts';
import { useFleetRings } from '../state/queries.ts';
import { hrefOf } from '../../state/route.ts';
import { dayOf } from '../../text/dates.ts';
import { amountOf, shortKid } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { Failure } from '../../parts/failure.tsx';
import { Section } from '../../parts/section.tsx';
import { PictureTable } from './picture-table.tsx';
import './due-table.css';
import './key-age.css';

const said = words.due.age;

interface KeyAgeProps {
  events: readonly ForecastEvent[];
  /** Which tenants count. */
  wanted: (tenant: string) => boolean;
}

export function KeyAge({ events, wanted }: KeyAgeProps) {
  const now = useNow();
  const { data: rings, error, refetch } = useFleetRings(true);
  return (
    <Section title={said.title} lead={said.lead}>
      <Failure error={error} onRetry={() => void refetch()} />
      {rings === undefined ? (
        error === null && <Skeleton height={150} />
      ) : (
        <Picture steps={ageSteps(rings, events, wanted, now)} />
      )}
    </Section>
  );
}

function Picture({ steps }: { steps: readonly AgeStep[] }) {
  const sum = steps.reduce((all, { keys }) => all + keys.length, 0);
  const overdue = steps.reduce((all, step) => all + step.overdue, 0);
  const most = Math.max(1, ...steps.map(({ keys }) => keys.length));
  if (sum === 0) {
    return <p className="quiet small">{said.none}</p>;
  }
  return (
    <>
      <div role="img" aria-label={said.picture(sum, overdue)} className="key-age">
        {steps.map((step) => (
          <Bar key={step.from} step={step} most={most} />
        ))}
      </div>
      <AgeTable steps={steps} />
    </>
  );
}

const nameOf = ({ from, to }: AgeStep): string =>
  to === null ? said.over(from) : from === 0 ? said.upTo(to) : said.between(from, to);

function Bar({ step, most }: { step: AgeStep; most: number }) {
  const { keys, overdue } = step;
  const share = (amount: number) => `${(100 * amount) / most}%`;
  return (
    <div className="key-age-row">
      <span className="key-age-name">{nameOf(step)}</span>
      <span className="key-age-track">
        <span className="key-age-bar" style={{ width: share(keys.length - overdue) }} />
        {overdue > 0 && <span className="key-age-bar" data-overdue style={{ width: share(overdue) }} />}
        <span className="numbers key-age-amount">
          {amountOf(keys.length)}
          {overdue > 0 && <span className="key-age-late"> ({said.overdueOf(overdue)})</span>}
        </span>
      </span>
    </div>
  );
}

function AgeTable({ steps }: { steps: readonly AgeStep[] }) {
  return (
    <PictureTable caption={said.caption} heads={[said.age, said.keys, said.overdue, said.oldest]}>
      {steps.map((step) => {
        const [oldest] = step.keys;
        return (
          <Table.Tr key={step.from}>
            <Table.Th scope="row">{nameOf(step)}</Table.Th>
            <Table.Td className="numbers">{amountOf(step.keys.length)}</Table.Td>
            <Table.Td className="numbers">{amountOf(step.overdue)}</Table.Td>
            <Table.Td>
              {oldest && (
                <>
                  <a className="link" href={hrefOf({ screen: 'keys', tenant: oldest.tenant })}>
                    {oldest.tenant}
                  </a>
                  <span className="quiet due-second">
                    <span className="mono">{shortKid(oldest.kid)}</span> {dayOf(oldest.since)}
                  </span>
                </>
              )}
            </Table.Td>
          </Table.Tr>
        );
      })}
    </PictureTable>
  );
}

// Two files side by side: which keys are in both, and what differs.
import type { ReactNode } from 'react';
import type { ComparedUploads } from '../../../shared/acts/app.ts';
import type { ComparedKey, Comparison, Difference, KeyInBoth } from '../../../shared/domain/reading/comparison.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Notice, type NoticeTone } from '../../parts/notice.tsx';
import { Octets } from '../../parts/octets.tsx';
import { Section } from '../../parts/section.tsx';
import { words } from '../../text/words.ts';
import { FactValue } from './fact-value.tsx';

const said = words.shared.comparison;
const told = words.shared.inspection;

const TONE: Readonly<Record<Comparison['verdict'], NoticeTone>> = {
  same: 'good',
  'same-keys': 'info',
  'some-keys': 'caution',
  different: 'caution',
  'nothing-to-compare': 'caution',
};

export function ComparisonView({ compared: { first, second, comparison } }: { compared: ComparedUploads }) {
  const { verdict, inBoth, onlyFirst, onlySecond, differences } = comparison;
  return (
    <Section title={words.inspect.comparedWith(first, second)}>
      <div className="stack">
        <Notice tone={TONE[verdict]} title={said.verdict(comparison)} />
        <Closed side={comparison.first} name={first} />
        <Closed side={comparison.second} name={second} />
        <Group title={said.inBoth} there={inBoth.length > 0}>
          {inBoth.map((each) => (
            <InBoth key={each.key.spkiSha256} both={each} names={[first, second]} />
          ))}
        </Group>
        <Group title={`${said.onlyFirst}: ${first}`} there={onlyFirst.length > 0}>
          {onlyFirst.map((key) => (
            <OneKey key={key.spkiSha256} of={key} />
          ))}
        </Group>
        <Group title={`${said.onlySecond}: ${second}`} there={onlySecond.length > 0}>
          {onlySecond.map((key) => (
            <OneKey key={key.spkiSha256} of={key} />
          ))}
        </Group>
        <Group title={said.differs} there={differences.length > 0}>
          <Differences differences={differences} names={[first, second]} />
        </Group>
      </div>
    </Section>
  );
}

function Closed({ side: { closed, asks, count }, name }: { side: Comparison['first']; name: string }) {
  const title = closed > 0 ? said.closed(name, closed) : asks && count === 0 ? said.closedFile(name) : null;
  return title !== null && <Notice tone="caution" title={title} />;
}

function Group({ title, there, children }: { title: string; there: boolean; children: ReactNode }) {
  return (
    there && (
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    )
  );
}

function OneKey({ of: { kid, spkiSha256, isPrivate, facts } }: { of: ComparedKey }) {
  const kind = facts.find(({ name }) => name === 'Key kind')?.value;
  return (
    <p>
      {kind !== undefined && `${told.value(kind)} · `}
      <Octets value={kid ?? spkiSha256} />
      {isPrivate && ` (${said.withPrivate})`}
    </p>
  );
}

function InBoth({ both: { key, certificates, differences }, names }: { both: KeyInBoth; names: readonly string[] }) {
  return (
    <div>
      <OneKey of={key} />
      <p className="quiet small">{said.certificates(certificates)}</p>
      <Differences differences={differences} names={names} />
    </div>
  );
}

function Differences({ differences, names }: { differences: readonly Difference[]; names: readonly string[] }) {
  return (
    differences.length > 0 && (
      <Facts>
        {differences.map(({ name, first, second }) => (
          <Fact key={told.fact(name)} name={told.fact(name)}>
            {[first, second].map((value, side) => (
              <p key={names[side]}>
                <span className="quiet small">{names[side]}</span>{' '}
                {value === null ? <em>{said.none}</em> : <FactValue fact={{ name, value }} />}
              </p>
            ))}
          </Fact>
        ))}
      </Facts>
    )
  );
}

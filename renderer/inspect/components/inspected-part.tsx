// One thing found in a file: its facts, with a copy button where people compare, and what to be careful about.
import type { FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { capitalised } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/section.tsx';
import { FactValue } from './fact-value.tsx';

const said = words.shared.inspection;

interface InspectedPartProps {
  part: FoundPart;
  number: number;
  of: number;
}

export function InspectedPartView({ part: { what, facts, warnings }, number, of }: InspectedPartProps) {
  const title = `${of > 1 ? `${number}. ` : ''}${capitalised(said.part(what))}`;
  return (
    <Section title={title}>
      <div className="stack">
        {warnings.map(said.warning).map((warning) => (
          <Notice key={warning} tone="caution" title={warning} />
        ))}
        {facts.length > 0 && (
          <Facts>
            {facts.map((fact, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a label may come twice, even with the same value
              <Fact key={index} name={said.fact(fact.name)}>
                <FactValue fact={fact} />
              </Fact>
            ))}
          </Facts>
        )}
        {facts.length === 0 && warnings.length === 0 && <p className="quiet">{words.inspect.nothingMore}</p>}
      </div>
    </Section>
  );
}

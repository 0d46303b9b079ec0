// One thing found in a file: its facts, with a copy button where people compare, and what to be careful about.
import { COMPARED_FACTS, type FoundFact, type FoundPart } from '../../../shared/domain/reading/inspection.ts';
import { capitalised } from '../../text/hex.ts';
import { words } from '../../text/words.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Octets } from '../../parts/octets.tsx';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import './inspected-part.css';

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
                <Value fact={fact} />
              </Fact>
            ))}
          </Facts>
        )}
        {facts.length === 0 && warnings.length === 0 && <p className="quiet">{words.inspect.nothingMore}</p>}
      </div>
    </Section>
  );
}

/** Members of tokens that name a key or a certificate. */
const COMPARED_MEMBER = /^(kid|jti|x5t(#S256)?)$/;

/** Digests, thumbprints, serial numbers and kids: what two people compare, letter by letter. */
export function isCompared({ name, value }: FoundFact): boolean {
  if (typeof value !== 'string') {
    return false;
  }
  const isNamed = typeof name === 'string' ? COMPARED_FACTS.has(name) : COMPARED_MEMBER.test(said.fact(name));
  return isNamed || /^([0-9A-F]{2}:){7,}[0-9A-F]{2}$/i.test(value) || /^[0-9a-f]{32,}$/i.test(value);
}

const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

function Value({ fact }: { fact: FoundFact }) {
  const value = said.value(fact.value);
  if (isInstant(value)) {
    return <When at={value} precision="second" />;
  }
  return isCompared(fact) ? (
    <span className="inspected-value">
      <Octets value={value} />
      <CopyButton value={value} what={said.fact(fact.name)} />
    </span>
  ) : (
    value
  );
}

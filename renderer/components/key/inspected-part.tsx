// One thing found in a file: its facts, with a copy button where people compare, and what to be careful about.
import type { InspectedFact, InspectedPart } from '../../../shared/model/inspected-file.ts';
import { capitalised } from '../../text/hex.ts';
import { words } from '../../words/words.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Fact, Facts } from '../parts/facts.tsx';
import { Notice } from '../parts/notice.tsx';
import { Section } from '../parts/section.tsx';
import { When } from '../parts/when.tsx';
import './inspected-part.css';

interface InspectedPartProps {
  part: InspectedPart;
  number: number;
  of: number;
}

export function InspectedPartView({ part: { what, facts, warnings }, number, of }: InspectedPartProps) {
  const title = `${of > 1 ? `${number}. ` : ''}${capitalised(what)}`;
  return (
    <Section title={title}>
      <div className="stack">
        {warnings.map((warning) => (
          <Notice key={warning} tone="caution" title={warning} />
        ))}
        {facts.length > 0 && (
          <Facts>
            {facts.map((fact, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a label may come twice, even with the same value
              <Fact key={index} name={fact.label}>
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

/** Digests, thumbprints, serial numbers and kids: what two people compare, letter by letter. */
export const isCompared = ({ label, value }: InspectedFact): boolean =>
  /SHA-|fingerprint|thumbprint|\bpin\b|serial|\bkid\b|identifier/i.test(label) ||
  /^([0-9A-F]{2}:){7,}[0-9A-F]{2}$/i.test(value) ||
  /^[0-9a-f]{32,}$/i.test(value);

const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

function Value({ fact }: { fact: InspectedFact }) {
  if (isInstant(fact.value)) {
    return <When at={fact.value} precision="second" />;
  }
  return isCompared(fact) ? (
    <span className="inspected-value">
      <span className="mono">{fact.value}</span>
      <CopyButton value={fact.value} what={fact.label} />
    </span>
  ) : (
    fact.value
  );
}

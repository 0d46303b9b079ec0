// The value of one fact about a file: an instant as people read it, and what people compare in groups, with a copy button.
import { COMPARED_FACTS, type FoundFact } from '../../../shared/domain/reading/inspection.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Octets } from '../../parts/octets.tsx';
import { When } from '../../parts/when.tsx';
import { words } from '../../text/words.ts';
import './inspected-part.css';

const said = words.shared.inspection;

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

export function FactValue({ fact }: { fact: FoundFact }) {
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
